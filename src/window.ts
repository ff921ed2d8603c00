import { FIRST_INSTANT, MS_PER_DAY } from "./time/instant.ts";
import type { Window } from "./tree/tree-builder.ts";

/** How far the compiled window reaches, in UTC days before and after today. */
export interface WindowOptions {
  readonly pastDays: number;
  readonly aheadDays: number;
}

export function windowAround(now: number, { pastDays, aheadDays }: WindowOptions): Window {
  const today = Math.floor(now / MS_PER_DAY);
  const firstDay = Math.max(today - pastDays, FIRST_INSTANT / MS_PER_DAY);
  return { firstDay, days: today + aheadDays + 1 - firstDay };
}

/** The first UTC day after the window. */
export function endOf({ firstDay, days }: Window): number {
  return firstDay + days;
}

/** `now` in epoch milliseconds. */
export function holds(window: Window, now: number): boolean {
  return now >= window.firstDay * MS_PER_DAY && now < endOf(window) * MS_PER_DAY;
}
