import { closeSync, openSync, writeSync } from "node:fs";
import type { Configuration } from "../../src/config/types.ts";

/** Handoffs a write: one text of all of them is not needed here. */
const BATCH = 1000;

/** Writes a configuration as JSON. */
export function writeConfiguration(path: string, { handoffs, ...rest }: Configuration): void {
  const file = openSync(path, "w");
  writeSync(file, `${JSON.stringify(rest).slice(0, -1)},"handoffs":[`);
  for (let h = 0; h < handoffs.length; h += BATCH) {
    const batch = JSON.stringify(handoffs.slice(h, h + BATCH)).slice(1, -1);
    writeSync(file, h === 0 ? batch : `,${batch}`);
  }
  writeSync(file, "]}");
  closeSync(file);
}
