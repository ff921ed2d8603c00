import { fork } from "node:child_process";
import { once } from "node:events";
import { bundledChapter } from "./bundled-chapter.ts";
import type { CountComparison, TimeComparison } from "./comparison.ts";

/** Engines of 100,000 handoffs beside each other need more than the 4 GB that Node gives by default. */
const HEAP = "--max-old-space-size=8192";

let chapter: Promise<string> | undefined;

/** Measures a chapter in a process of its own, so that none runs code and memory that another one has left behind. */
export async function runChapter(
  name: string,
  form: "short" | "full",
  peers: boolean,
): Promise<readonly (TimeComparison | CountComparison)[]> {
  chapter ??= bundledChapter();
  const child = fork(await chapter, [name, form, peers ? "peers" : "none"], {
    execArgv: [HEAP],
    // opening_hours.js and date-fns-tz read the host's local fields: in UTC, no hour of theirs is skipped or repeated.
    env: { ...process.env, TZ: "UTC" },
  });
  let comparisons: readonly (TimeComparison | CountComparison)[] | undefined;
  child.on("message", (message) => {
    comparisons = message as typeof comparisons;
  });
  const [[code]] = await Promise.all([once(child, "exit"), once(child, "disconnect")]);
  if (code !== 0 || comparisons === undefined) throw new Error(`the chapter \`${name}\` failed`);
  return comparisons;
}
