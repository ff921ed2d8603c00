import type { CivilInterval, DateException, QueueConfiguration, Weekday } from "../config/types.ts";
import { MINUTES_PER_DAY, parseDate, parseMinute, weekdayIndex } from "../time/civil.ts";
import { type Boundaries, NO_INTERVALS, sameBoundaries, union } from "../time/interval.ts";

/** Monday first: the order of {@link weekdayIndex}. */
export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** What one list of intervals opens, in civil minutes: on the date it belongs to, and on the date after. */
export interface ListedHours {
  /** INVARIANT (numbered hours): within the hours of one queue, equal for equal content, and for that only. */
  readonly id: number;
  readonly own: Boundaries;
  /** The part of overnight intervals after midnight, in minutes of the next date. */
  readonly spill: Boundaries;
}

/** The hours of a queue as rules, without a time zone. */
export interface Hours {
  readonly open24: boolean;
  readonly week: readonly ListedHours[];
  readonly exceptions: ReadonlyMap<number, ListedHours>;
  /** The last date that has an exception; -Infinity where none has. */
  readonly lastException: number;
}

const CLOSED: ListedHours = Object.freeze({ id: 0, own: NO_INTERVALS, spill: NO_INTERVALS });
const WHOLE_DATE: ListedHours = Object.freeze({ id: 1, own: Object.freeze([0, MINUTES_PER_DAY]), spill: NO_INTERVALS });

export function hoursOf(queue: QueueConfiguration): Hours {
  const numbered = new Map<string, ListedHours>();

  function listedHours(intervals: readonly CivilInterval[]): ListedHours {
    if (intervals.length === 0) return CLOSED;
    let words = "";
    for (const { start, end } of intervals) words += start + end;
    const known = numbered.get(words);
    if (known !== undefined) return known;
    const listed = number(readHours(intervals));
    numbered.set(words, listed);
    return listed;
  }

  /** The same hours may be written in more than one way. */
  function number(hours: Omit<ListedHours, "id">): ListedHours {
    if (hours.own.length === 2 && hours.own[1] === MINUTES_PER_DAY && hours.own[0] === 0 && hours.spill.length === 0) {
      return WHOLE_DATE;
    }
    for (const known of numbered.values()) if (isSame(known, hours)) return known;
    return { id: numbered.size + 2, ...hours };
  }

  function exceptionHours(exception: DateException): ListedHours {
    if ("intervals" in exception) return listedHours(exception.intervals);
    return "open_24" in exception ? WHOLE_DATE : CLOSED;
  }

  const exceptions = new Map<number, ListedHours>();
  let lastException = Number.NEGATIVE_INFINITY;
  const { date_exceptions } = queue;
  for (const date in date_exceptions) {
    const day = parseDate(date) as number;
    exceptions.set(day, exceptionHours(date_exceptions[date] as DateException));
    lastException = Math.max(lastException, day);
  }
  const week = WEEKDAYS.map((day) => (queue.open_24 ? WHOLE_DATE : listedHours(queue.weekly_hours?.[day] ?? [])));
  return { open24: queue.open_24, week, exceptions, lastException };
}

function readHours(intervals: readonly CivilInterval[]): Omit<ListedHours, "id"> {
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

function isSame(one: Omit<ListedHours, "id">, other: Omit<ListedHours, "id">): boolean {
  return sameBoundaries(one.own, other.own) && sameBoundaries(one.spill, other.spill);
}

/** The hours of a civil date in minutes of that date: an exception is the whole truth, then the weekday with its spill. */
export function hoursOfDate(hours: Hours, epochDay: number): Boundaries {
  const exception = hours.exceptions.get(epochDay);
  if (exception !== undefined) return exception.own;
  const { own } = hours.week[weekdayIndex(epochDay)] as ListedHours;
  return withSpill(own, spillInto(hours, epochDay));
}

/** What the date before spills into a date that has no exception. */
export function spillInto(hours: Hours, epochDay: number): Boundaries {
  const before = hours.exceptions.get(epochDay - 1) ?? (hours.week[weekdayIndex(epochDay - 1)] as ListedHours);
  return before.spill;
}

export function withSpill(own: Boundaries, spill: Boundaries): Boundaries {
  return spill.length === 0 ? own : union([...own, ...spill]);
}
