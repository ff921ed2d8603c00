import { oddPattern } from "../../src/schedule/day-pattern.ts";
import { DistinctDays } from "../../src/schedule/distinct-days.ts";
import type { DaysToPlace } from "../../src/tree/days-to-place.ts";

/** One day: its boundaries in minutes. */
export type Day = readonly number[];

/** What compiling a schedule would give, written out. `days`, by day: an index of `distinct`. */
export function daysByHand(distinct: readonly Day[], days: readonly number[]): DaysToPlace {
  const found = new DistinctDays();
  for (const day of distinct) found.add(day, day.length);
  return { distinct: found, days: oddPattern(days) };
}
