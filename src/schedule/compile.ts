import { MINUTES_PER_DAY, weekdayIndex } from "../time/civil.ts";
import type { Boundaries } from "../time/interval.ts";
import { type OffsetSpans, offsetAt, type ZoneSource } from "../time/zone.ts";
import { compileDay } from "./compile-day.ts";
import type { Schedule } from "./schedule.ts";

/** Takes the open boundaries of a UTC day, gives the id of the leaf that stands for all days like it. */
export type LeafOf = (open: Boundaries) => number;

/**
 * The leaf of each UTC day in `[firstDay, firstDay + days)`.
 *
 * A day is a copy of the first day of its weekday under the same offset, unless a transition or a date exception is
 * near; those few are compiled on their own.
 */
export function compileSchedule(
  { timezone, hours }: Schedule,
  zones: ZoneSource,
  firstDay: number,
  days: number,
  leafOf: LeafOf,
): Int32Array {
  const spans = zones.spans(timezone, firstDay * MINUTES_PER_DAY, (firstDay + days) * MINUTES_PER_DAY);
  const special = specialDays(spans, hours.exceptions.keys());
  const alike = new Map<number, number>();
  const leaves = new Int32Array(days);
  for (let i = 0; i < days; i++) {
    const day = firstDay + i;
    if (special.has(day)) {
      leaves[i] = leafOf(compileDay(hours, spans, day));
      continue;
    }
    const key = offsetAt(spans, day * MINUTES_PER_DAY) * 7 + weekdayIndex(day);
    let leaf = alike.get(key);
    if (leaf === undefined) {
      leaf = leafOf(compileDay(hours, spans, day));
      alike.set(key, leaf);
    }
    leaves[i] = leaf;
  }
  return leaves;
}

/** UTC days that hold a transition, or any minute of an excepted civil date or of the date it may spill into. */
function specialDays(spans: OffsetSpans, exceptions: Iterable<number>): ReadonlySet<number> {
  const special = new Set<number>();
  for (const start of spans.starts) special.add(Math.floor(start / MINUTES_PER_DAY));
  // An offset moves a date by less than a day either way.
  for (const date of exceptions) for (let day = date - 1; day <= date + 2; day++) special.add(day);
  return special;
}
