import type { Temporal as JsTemporal } from "@js-temporal/polyfill";
import { Temporal } from "temporal-polyfill";
import { lawIsOpen } from "../../test/oracle/law.ts";
import type { Contender } from "../interleave.ts";
import { installed } from "../load.ts";
import type { Lookups } from "../lookups.ts";

/** The same law. Where the runtime has Temporal, this package hands that out. */
export function temporalPolyfill({ configured, queue, at, count }: Lookups): Contender {
  const temporal = Temporal as unknown as typeof JsTemporal;
  return {
    name: "naive temporal-polyfill",
    version: "Temporal" in globalThis ? "the runtime's own Temporal" : installed("temporal-polyfill"),
    questions: count >> 8,
    sum(from, to) {
      let sum = 0;
      for (let i = from; i < to; i++) {
        const open = lawIsOpen(configured[queue[i] as number] as (typeof configured)[0], at[i] as number, temporal);
        sum = (sum + (open ? (i & 1023) + 1 : 0)) | 0;
      }
      return sum;
    },
  };
}
