import { keyOf, MINUTES_PER_DAY } from "../tree/leaf.ts";
import { covers, listsOf, openAt, rowOf, type Tree } from "../tree/tree.ts";
import type { LanguageRow } from "./language-rows.ts";
import { type Routes, scheduleOf, servesChannel, servesLanguage } from "./routes.ts";

/** No queue is eligible and open. */
export const NONE = -1;

/** The tree does not cover the instant: ask the rules. */
export const OUTSIDE = -2;

/** The first of the queues `[first, end)` that is eligible and open: its place among them, or NONE, or OUTSIDE. */
export function firstOpen(
  routes: Routes,
  tree: Tree,
  first: number,
  end: number,
  minute: number,
  channel: number,
  language: LanguageRow,
): number {
  if (!covers(tree, minute)) return OUTSIDE;
  const sinceRows = (minute - tree.rowsMinute) | 0;
  const day = (sinceRows / MINUTES_PER_DAY) | 0;
  const key = keyOf(sinceRows - day * MINUTES_PER_DAY);
  const row = rowOf(tree, day);
  const lists = listsOf(tree, day);
  for (let q = first; q < end; q = (q + 1) | 0) {
    if (!isEligible(routes, q, channel, language)) continue;
    const schedule = scheduleOf(routes, q);
    if (openAt(tree, row + schedule, lists + schedule, key) === 1) return (q - first) | 0;
  }
  return NONE;
}

export function isEligible(routes: Routes, queue: number, channel: number, language: LanguageRow): boolean {
  return (servesChannel(routes, queue, channel) & servesLanguage(routes, queue, language)) === 1;
}
