import { keyOf, openAt } from "../tree/leaf.ts";
import type { Tree } from "../tree/tree.ts";
import type { LanguageRow } from "./language-rows.ts";
import type { RoutingTable } from "./routing-table.ts";

const MINUTES_PER_DAY = 1440;

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
  const day = Math.floor(minute / MINUTES_PER_DAY);
  const row = tree.rows[day - tree.firstDay];
  if (row === undefined) return OUTSIDE;
  const key = keyOf(minute - day * MINUTES_PER_DAY);
  const end = table.firstQueue[handoff + 1] as number;
  for (let q = table.firstQueue[handoff] as number; q < end; q++) {
    if (!isEligible(table, q, channel, language)) continue;
    if (openAt(tree.steps, row[table.schedules[q] as number] as number, key) === 1) return q;
  }
  return NONE;
}

export function isEligible(table: RoutingTable, queue: number, channel: number, language: LanguageRow): boolean {
  return ((table.channels[queue] as number) & channel) !== 0 && language[table.languageSets[queue] as number] === 1;
}
