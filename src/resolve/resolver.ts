import { keyOf, MINUTES_PER_DAY, openIn } from "../tree/leaf.ts";
import { ERA_BITS, type Tree } from "../tree/tree.ts";
import { CHANNEL_BITS } from "./channels.ts";
import type { LanguageRow } from "./language-rows.ts";
import { type Routes, servesChannel, servesLanguage } from "./routes.ts";

/**
 * The first queue from `first` on that is eligible and open, or where NO_QUEUE stands behind the handoff's queues: see
 * INVARIANT (closed ranges). `minute` must be covered.
 *
 * Written out, calls and all: the compiler puts no more than so much code into the function that calls this one, and what
 * does not fit costs a call a queue.
 */
export const firstOpen = (
  routes: Pick<Routes, "queues">,
  tree: Tree,
  first: number,
  minute: number,
  channel: number,
  language: LanguageRow,
): number => {
  const { queues } = routes;
  const { words, stride } = tree;
  const sinceRows = (minute - tree.rowsMinute) | 0;
  const day = (sinceRows / MINUTES_PER_DAY) | 0;
  const key = keyOf(sinceRows - Math.imul(day, MINUTES_PER_DAY));
  const row = Math.imul(day, stride);
  const lists = (Math.imul((tree.rowsDayOfEra + day) >> ERA_BITS, stride) + tree.listsStart) | 0;
  for (let q = first; ; q++) {
    const served = queues[2 * q + 1] as number;
    // Of a table that was damaged after its checks, the search must end as well: behind its end, nothing is 0 or more.
    if (!(served >= 0)) return q;
    const set = served >> CHANNEL_BITS;
    const languages = set < 32 ? language.first : (language.all[set >> 5] as number);
    if (((served >> channel) & (languages >> set) & 1) === 0) continue;
    const schedule = queues[2 * q] as number;
    const at = row + schedule;
    const place = ((words[at >> 2] as number) >> (at << 3)) & 0xff;
    if (openIn(words, words[lists + schedule] as number, place, key) === 1) return q;
  }
};

export function isEligible(routes: Routes, queue: number, channel: number, language: LanguageRow): boolean {
  return servesChannel(routes, queue, channel) === 1 && servesLanguage(routes, queue, language) === 1;
}
