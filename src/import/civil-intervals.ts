import type { CivilInterval, DateException, WeeklyHours } from "../config/types.ts";
import { WEEKDAYS } from "../schedule/hours.ts";
import { formatMinute, MINUTES_PER_DAY } from "../time/civil.ts";
import { union } from "../time/interval.ts";

/** Minutes from the start of a date, `start < end`; what ends behind 1440 goes on into the next date. */
export interface Minutes {
  readonly start: number;
  readonly end: number;
}

/** As a configuration writes them: in order, and what overlaps or touches is one interval, where one can be so long. */
export function civilIntervals(times: readonly Minutes[]): readonly CivilInterval[] {
  const joined = union(times.flatMap(({ start, end }) => [start, end]));
  const whole = joined.flatMap((start, i) => (i % 2 === 0 ? [{ start, end: joined[i + 1] as number }] : []));
  const isTooLong = ({ start, end }: Minutes) => end - start >= MINUTES_PER_DAY && end !== MINUTES_PER_DAY;
  const parts = whole.some(isTooLong) ? [...times].sort((a, b) => a.start - b.start) : whole;
  return parts.map(({ start, end }) => ({
    start: formatMinute(start),
    end: formatMinute(end > MINUTES_PER_DAY ? end - MINUTES_PER_DAY : end),
  }));
}

export function isWholeDate(intervals: readonly CivilInterval[]): boolean {
  return intervals.length === 1 && intervals[0]?.start === "00:00" && intervals[0].end === "24:00";
}

export function dateException(intervals: readonly CivilInterval[]): DateException {
  if (intervals.length === 0) return { closed: true };
  return isWholeDate(intervals) ? { open_24: true } : { intervals };
}

/** Monday first; weekdays that are closed are left out. */
export function weeklyHours(days: readonly (readonly CivilInterval[])[]): WeeklyHours {
  return Object.fromEntries(
    WEEKDAYS.flatMap((day, i) => {
      const intervals = days[i] ?? [];
      return intervals.length === 0 ? [] : [[day, intervals]];
    }),
  );
}
