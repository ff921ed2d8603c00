import { ENGINE_VERSION } from "./engine.ts";
import type { Contender } from "./interleave.ts";
import type { Lookups } from "./lookups.ts";

/** What hosts call. */
export function queueLookup(asked: Lookups): Contender {
  const { engine, count } = asked;
  return {
    name: "queue.isOpen",
    version: ENGINE_VERSION,
    questions: count,
    bytes: engine.status().bytes,
    sum(from, to) {
      const { queues, queue, at } = asked;
      let sum = 0;
      for (let i = from | 0; i < to; i++) {
        const open = (queues[queue[i] as number] as (typeof queues)[0]).isOpen(at[i] as number);
        sum = (Math.imul((i & 1023) + 1, +open) + sum) | 0;
      }
      return sum;
    },
  };
}
