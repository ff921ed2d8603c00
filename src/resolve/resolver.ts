import { KEY, LEAST_WIDTH, MINUTES_PER_DAY, openAt, openIn } from "../tree/leaf.ts";
import { KIND } from "../tree/list.ts";
import { ERA_BITS, type Tree } from "../tree/tree.ts";
import { CHANNEL_BITS, channelPlace } from "./channels.ts";
import type { LanguageRow } from "./language-rows.ts";
import { type Routes, servesChannel, servesLanguage } from "./routes.ts";

/**
 * The first queue from `first` on that is eligible and open, or where NO_QUEUE stands behind the handoff's queues: see
 * INVARIANT (closed ranges). `minute` must be covered; channel and language are those of the request.
 *
 * Written out, and in few words: with all that it calls it must fit into what the compiler puts into one function, and
 * `resolve` into the host's. What does not fit costs a call a queue, or the host's request the memory that it is made in.
 */
export const firstOpen = (
  routes: Pick<Routes, "queues" | "languages">,
  tree: Tree,
  first: number,
  minute: number,
  channel: string | null | undefined,
  language: string | null | undefined,
): number => {
  const { queues } = routes;
  const { words, stride } = tree;
  const { first: usual, all } = routes.languages.rowFor(language);
  const bit = channelPlace(channel);
  const sinceRows = (minute - tree.rowsMinute) | 0;
  const day = (sinceRows / MINUTES_PER_DAY) | 0;
  const key = (sinceRows - day * MINUTES_PER_DAY + 1) * KEY;
  const row = day * stride;
  const inEras = tree.rowsDayOfEra + day;
  const lists = (inEras >> ERA_BITS) * stride + tree.listsStart;
  for (let at = first << 1; ; at += 2) {
    const served = queues[at + 1] as number;
    // Of a table that was damaged after its checks, the search must end as well: behind its end, nothing is 0 or more.
    if (!(served >= 0)) return at >> 1;
    const set = served >> CHANNEL_BITS;
    if (((served >> bit) & ((set < 32 ? usual : (all[set >> 5] as number)) >> set) & 1) !== 0) {
      const schedule = queues[at] as number;
      const there = row + schedule;
      const place = ((words[there >> 3] as number) >> (there << 2)) & 15;
      const list = words[lists + schedule] as number;
      const open =
        (list & KIND) === LEAST_WIDTH
          ? openAt(words, (list >>> 4) + (place << LEAST_WIDTH), key)
          : openIn(words, list, place, inEras, key);
      if (open !== 0) return at >> 1;
    }
  }
};

export function isEligible(routes: Routes, queue: number, channel: number, language: LanguageRow): boolean {
  return servesChannel(routes, queue, channel) === 1 && servesLanguage(routes, queue, language) === 1;
}
