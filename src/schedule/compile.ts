import { MINUTES_PER_DAY, weekdayIndex } from "../time/civil.ts";
import type { Boundaries } from "../time/interval.ts";
import { type OffsetSpans, offsetAt, type ZoneSource } from "../time/zone.ts";
import { compileDay } from "./compile-day.ts";
import type { Hours } from "./hours.ts";
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
  const special = specialDays(spans, hours, firstDay, days);
  const alike = new Map<number, number>();
  const leaves = new Int32Array(days);
  for (let i = 0; i < days; i++) {
    const day = firstDay + i;
    if (special[i] === 1) {
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

/** 1 for UTC days that hold a transition, or any minute of an excepted civil date or of the date it may spill into. */
function specialDays(spans: OffsetSpans, { exceptions }: Hours, firstDay: number, days: number): Uint8Array {
  const special = new Uint8Array(days);
  for (const start of spans.starts) special[Math.floor(start / MINUTES_PER_DAY) - firstDay] = 1;
  // An offset moves a date by less than a day either way: UTC days d - 1 to d + 2 may show date d, or what it spills.
  if (exceptions.size <= days) {
    for (const date of exceptions.keys())
      special.fill(1, Math.max(date - 1 - firstDay, 0), Math.max(date + 3 - firstDay, 0));
    return special;
  }
  for (let i = 0; i < days; i++) {
    const day = firstDay + i;
    for (let date = day - 2; date <= day + 1; date++) if (exceptions.has(date)) special[i] = 1;
  }
  return special;
}
