import type { Weekday } from "../config/types.ts";
import { weekdayIndex } from "../time/civil.ts";
import type { Boundaries } from "../time/interval.ts";
import type { ExceptionHours } from "./exception-hours.ts";
import { type ListedHours, withSpill } from "./listed-hours.ts";

/** Monday first: the order of {@link weekdayIndex}. */
export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The hours of a queue as rules, without a time zone. */
export interface Hours {
  readonly open24: boolean;
  readonly week: readonly ListedHours[];
  readonly exceptions: ExceptionHours;
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
