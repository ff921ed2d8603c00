import { keyOf, MINUTES_PER_DAY } from "../tree/leaf.ts";
import { covers, openAt, type Tree } from "../tree/tree.ts";
import type { LanguageRow } from "./language-rows.ts";
import { type RoutingTable, scheduleOf, servesChannel, servesLanguage } from "./routing-table.ts";

/** No queue is eligible and open. */
export const NONE = -1;

/** The tree does not cover the instant: ask the rules. */
export const OUTSIDE = -2;

/** The first queue of a handoff that is eligible and open: a number of the table, or NONE, or OUTSIDE. */
export function firstOpen(
  table: RoutingTable,
  tree: Tree,
  handoff: number,
  minute: number,
  channel: number,
  language: LanguageRow,
): number {
  if (!covers(tree, minute)) return OUTSIDE;
  const sinceFirst = (minute - tree.firstMinute) | 0;
  const day = (sinceFirst / MINUTES_PER_DAY) | 0;
  const key = keyOf(sinceFirst - day * MINUTES_PER_DAY);
  const end = table.firstQueue[handoff + 1] as number;
  for (let q = table.firstQueue[handoff] as number; q < end; q++) {
    if (isEligible(table, q, channel, language) && openAt(tree, day, scheduleOf(table, q), key) === 1) return q;
  }
  return NONE;
}

export function isEligible(table: RoutingTable, queue: number, channel: number, language: LanguageRow): boolean {
  return (servesChannel(table, queue, channel) & servesLanguage(table, queue, language)) === 1;
}
