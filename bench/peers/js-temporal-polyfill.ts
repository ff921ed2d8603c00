import { Temporal } from "@js-temporal/polyfill";
import { lawIsOpen } from "../../test/oracle/law.ts";
import type { Contender } from "../interleave.ts";
import { installed } from "../load.ts";
import type { Lookups } from "../lookups.ts";

/** The law as one would write it down. */
export function jsTemporalPolyfill({ configured, queue, at, count }: Lookups): Contender {
  return {
    name: "naive @js-temporal/polyfill",
    version: installed("@js-temporal/polyfill"),
    questions: count >> 10,
    sum(from, to) {
      let sum = 0;
      for (let i = from; i < to; i++) {
        const asked = configured[queue[i] as number] as (typeof configured)[0];
        if (lawIsOpen(asked, at[i] as number, Temporal)) sum = (sum + (i & 1023) + 1) | 0;
      }
      return sum;
    },
  };
}
