import { keyOf, MINUTES_PER_DAY } from "../tree/leaf.ts";
import { covers, openAt, type Tree } from "../tree/tree.ts";
import type { LanguageRow } from "./language-rows.ts";
import { type Routes, scheduleOf, servesChannel, servesLanguage } from "./routes.ts";

/** No queue is eligible and open. */
export const NONE = -1;

/** The tree does not cover the instant: ask the rules. */
export const OUTSIDE = -2;

/** The first queue of a handoff that is eligible and open: a number of the table, or NONE, or OUTSIDE. */
export function firstOpen(
  routes: Routes,
  tree: Tree,
  handoff: number,
  minute: number,
  channel: number,
  language: LanguageRow,
): number {
  if (!covers(tree, minute)) return OUTSIDE;
  const sinceRows = (minute - tree.rowsMinute) | 0;
  const day = (sinceRows / MINUTES_PER_DAY) | 0;
  const key = keyOf(sinceRows - day * MINUTES_PER_DAY);
  const end = routes.firstQueue[handoff + 1] as number;
  for (let q = routes.firstQueue[handoff] as number; q < end; q++) {
    if (isEligible(routes, q, channel, language) && openAt(tree, day, scheduleOf(routes, q), key) === 1) return q;
  }
  return NONE;
}

export function isEligible(routes: Routes, queue: number, channel: number, language: LanguageRow): boolean {
  return (servesChannel(routes, queue, channel) & servesLanguage(routes, queue, language)) === 1;
}
