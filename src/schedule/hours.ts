import type { CivilInterval, DateException, QueueConfiguration, Weekday } from "../config/types.ts";
import { BoundaryDraft } from "../time/boundary-draft.ts";
import { MINUTES_PER_DAY, parseDate, parseMinute, weekdayIndex } from "../time/civil.ts";
import type { Boundaries } from "../time/interval.ts";
import { DistinctDays } from "./distinct-days.ts";
import { ExceptionHours, NO_EXCEPTIONS } from "./exception-hours.ts";
import { CLOSED, FIRST_ID, type ListedHours, listedRun, WHOLE_DATE, withSpill } from "./listed-hours.ts";

/** Monday first: the order of {@link weekdayIndex}. */
export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The hours of a queue as rules, without a time zone. */
export interface Hours {
  readonly open24: boolean;
  readonly week: readonly ListedHours[];
  readonly exceptions: ExceptionHours;
}

/** As schedules are compiled, one at a time, queues are read: each in the memory of the one before. Hours are copied out of it. */
const draft = new BoundaryDraft();
const runs = new DistinctDays();
/** By the number of their run. */
const listedRuns: ListedHours[] = [];
const dates: number[] = [];
const listed: ListedHours[] = [];

export function hoursOf(queue: QueueConfiguration): Hours {
  runs.clear();
  const exceptions = exceptionHours(queue.date_exceptions);
  const week = WEEKDAYS.map((day) => (queue.open_24 ? WHOLE_DATE : listedHours(queue.weekly_hours?.[day])));
  return { open24: queue.open_24, week, exceptions };
}

function exceptionHours(exceptions: QueueConfiguration["date_exceptions"]): ExceptionHours {
  let count = 0;
  for (const date in exceptions) {
    const exception = exceptions[date] as DateException;
    dates[count] = parseDate(date) as number;
    if ("intervals" in exception) listed[count] = listedHours(exception.intervals);
    else listed[count] = "open_24" in exception ? WHOLE_DATE : CLOSED;
    count++;
  }
  return count === 0 ? NO_EXCEPTIONS : new ExceptionHours(dates.slice(0, count), listed.slice(0, count));
}

/** The same hours may be written in more than one way. */
function listedHours(intervals: readonly CivilInterval[] | undefined): ListedHours {
  if (intervals === undefined || intervals.length === 0) return CLOSED;
  draftRun(intervals);
  const { values, length } = draft;
  if (length === 2 && values[0] === 0 && values[1] === MINUTES_PER_DAY) return WHOLE_DATE;
  const { count } = runs;
  const number = runs.add(values, length);
  if (number === count) listedRuns[number] = listedRun(FIRST_ID + number, runs.day(number));
  return listedRuns[number] as ListedHours;
}

/** The union of the intervals, in minutes of the date that they belong to: an overnight one ends beyond it. */
function draftRun(intervals: readonly CivilInterval[]): void {
  draft.clear();
  let before = 0;
  for (const { start, end } of intervals) {
    const from = parseMinute(start);
    const to = parseMinute(end);
    if (from < before) {
      draftRun([...intervals].sort((one, other) => parseMinute(one.start) - parseMinute(other.start)));
      return;
    }
    draft.append(from, from < to ? to : to + MINUTES_PER_DAY);
    before = from;
  }
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
