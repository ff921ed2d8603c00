import type { Weekday } from "../config/types.ts";
import { WEEKDAYS } from "../schedule/hours.ts";
import { MINUTES_PER_DAY, weekdayIndex } from "../time/civil.ts";
import { datedSpans, type OffsetStretch } from "./civil-spans.ts";
import type { WeekStretch } from "./coverage-types.ts";
import type { Stretch } from "./stretch.ts";

const WEEK = 7 * MINUTES_PER_DAY;

/**
 * How many times each minute of the civil week begins within some stretches. Minutes of a week with a fold come twice,
 * and those of a gap do not come.
 */
export function weekMinutes(stretches: readonly Stretch[], offsets: readonly OffsetStretch[]): Int32Array {
  const counts = new Int32Array(WEEK + 1);
  for (const stretch of stretches) {
    for (const { day, civilStart, civilEnd } of datedSpans(offsets, stretch)) {
      const midnight = weekdayIndex(day) * MINUTES_PER_DAY;
      // Only the ends of a range can lie within a minute.
      counts[midnight + Math.ceil(civilStart)] = (counts[midnight + Math.ceil(civilStart)] as number) + 1;
      counts[midnight + Math.ceil(civilEnd)] = (counts[midnight + Math.ceil(civilEnd)] as number) - 1;
    }
  }
  for (let minute = 1; minute < WEEK; minute++) {
    counts[minute] = (counts[minute] as number) + (counts[minute - 1] as number);
  }
  return counts.subarray(0, WEEK);
}

/** The stretches of the week that `unserved` counts, cut where either number changes. */
export function weekStretches(unserved: Int32Array, shown: Int32Array): readonly WeekStretch[] {
  const found: WeekStretch[] = [];
  for (let day = 0; day < 7; day++) {
    const midnight = day * MINUTES_PER_DAY;
    for (let start = 0; start < MINUTES_PER_DAY; ) {
      const [missing, all] = [unserved[midnight + start] as number, shown[midnight + start] as number];
      let end = start + 1;
      while (end < MINUTES_PER_DAY && unserved[midnight + end] === missing && shown[midnight + end] === all) end++;
      const weekday = WEEKDAYS[day] as Weekday;
      if (missing > 0) found.push({ weekday, civilStart: start, civilEnd: end, unserved: missing, shown: all });
      start = end;
    }
  }
  return found;
}
