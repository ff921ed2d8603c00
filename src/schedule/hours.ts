import type { CivilInterval, DateException, QueueConfiguration, Weekday } from "../config/types.ts";
import { MINUTES_PER_DAY, parseDate, parseMinute, weekdayIndex } from "../time/civil.ts";
import { type Boundaries, NO_INTERVALS, union } from "../time/interval.ts";

/** Monday first: the order of {@link weekdayIndex}. */
export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** What one list of intervals opens, in civil minutes: on the date it belongs to, and on the date after. */
export interface ListedHours {
  readonly own: Boundaries;
  /** The part of overnight intervals after midnight, in minutes of the next date. */
  readonly spill: Boundaries;
}

/** The hours of a queue as rules, without a time zone. */
export interface Hours {
  readonly open24: boolean;
  readonly week: readonly ListedHours[];
  readonly exceptions: ReadonlyMap<number, ListedHours>;
}

const CLOSED: ListedHours = Object.freeze({ own: NO_INTERVALS, spill: NO_INTERVALS });
const WHOLE_DATE: ListedHours = Object.freeze({ own: Object.freeze([0, MINUTES_PER_DAY]), spill: NO_INTERVALS });

export function hoursOf(queue: QueueConfiguration): Hours {
  const exceptions = new Map<number, ListedHours>();
  for (const [date, exception] of Object.entries(queue.date_exceptions ?? {})) {
    exceptions.set(parseDate(date) as number, exceptionHours(exception));
  }
  const week = WEEKDAYS.map((day) => (queue.open_24 ? WHOLE_DATE : listedHours(queue.weekly_hours?.[day] ?? [])));
  return { open24: queue.open_24, week, exceptions };
}

function exceptionHours(exception: DateException): ListedHours {
  if ("intervals" in exception) return listedHours(exception.intervals);
  return "open_24" in exception ? WHOLE_DATE : CLOSED;
}

function listedHours(intervals: readonly CivilInterval[]): ListedHours {
  if (intervals.length === 0) return CLOSED;
  const own: number[] = [];
  const spill: number[] = [];
  for (const { start, end } of intervals) {
    const from = parseMinute(start);
    const to = parseMinute(end);
    if (from < to) own.push(from, to);
    else {
      own.push(from, MINUTES_PER_DAY);
      if (to > 0) spill.push(0, to);
    }
  }
  return { own: union(own), spill: union(spill) };
}

/** The hours of a civil date in minutes of that date: an exception is the whole truth, then the weekday with its spill. */
export function hoursOfDate(hours: Hours, epochDay: number): Boundaries {
  const exception = hours.exceptions.get(epochDay);
  if (exception !== undefined) return exception.own;
  const { own } = hours.week[weekdayIndex(epochDay)] as ListedHours;
  const spill = spillInto(hours, epochDay);
  return spill.length === 0 ? own : union([...own, ...spill]);
}

/** What the date before spills into a date that has no exception. */
export function spillInto(hours: Hours, epochDay: number): Boundaries {
  const before = hours.exceptions.get(epochDay - 1) ?? (hours.week[weekdayIndex(epochDay - 1)] as ListedHours);
  return before.spill;
}
