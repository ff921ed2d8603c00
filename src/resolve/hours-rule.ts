import type { CivilInterval, DateException, QueueConfiguration, Weekday } from "../config/types.ts";
import { WEEKDAYS } from "../schedule/hours.ts";
import type { CivilMinute } from "../schedule/schedule.ts";
import { formatDate, MINUTES_PER_DAY, parseMinute, weekdayIndex } from "../time/civil.ts";

/** The rule that decided whether a queue is open: where it stands in the configuration, and the interval that holds the time. */
export type HoursRule =
  | { readonly kind: "open_24" }
  | {
      readonly kind: "date_exception";
      readonly date: string;
      readonly exception: DateException;
      /** Left out when the date is open, or closed, as a whole, and when none holds the time. */
      readonly interval?: CivilInterval;
    }
  | {
      readonly kind: "weekly_hours";
      readonly weekday: Weekday;
      readonly intervals: readonly CivilInterval[];
      readonly interval?: CivilInterval;
    }
  | {
      readonly kind: "spill";
      /** The date on which the overnight interval began. */
      readonly from: string;
      readonly by: "weekly_hours" | "date_exception";
      readonly interval: CivilInterval;
    };

export interface Decision {
  readonly open: boolean;
  readonly rule: HoursRule;
}

/**
 * Reads the configuration itself, in the order of the law (section 2), and not what was compiled from it: the
 * explanation is a second opinion as well as an answer.
 */
export function decideHours(queue: QueueConfiguration, { epochDay, minute }: CivilMinute): Decision {
  const date = formatDate(epochDay);
  const exception = queue.date_exceptions?.[date];
  if (exception !== undefined) {
    if (!("intervals" in exception)) {
      return { open: "open_24" in exception, rule: { kind: "date_exception", date, exception } };
    }
    const interval = exception.intervals.find((listed) => holdsOnItsDate(listed, minute));
    const rule: HoursRule = { kind: "date_exception", date, exception, ...(interval && { interval }) };
    return { open: interval !== undefined, rule };
  }
  if (queue.open_24) return { open: true, rule: { kind: "open_24" } };
  const weekday = weekdayOf(epochDay);
  const intervals = queue.weekly_hours?.[weekday] ?? [];
  const interval = intervals.find((listed) => holdsOnItsDate(listed, minute));
  if (interval !== undefined) return { open: true, rule: { kind: "weekly_hours", weekday, intervals, interval } };
  const spill = spillRule(queue, epochDay - 1, minute);
  if (spill !== undefined) return { open: true, rule: spill };
  return { open: false, rule: { kind: "weekly_hours", weekday, intervals } };
}

function spillRule(queue: QueueConfiguration, dayBefore: number, minute: number): HoursRule | undefined {
  const from = formatDate(dayBefore);
  const exception = queue.date_exceptions?.[from];
  const by = exception === undefined ? "weekly_hours" : "date_exception";
  const listed = exception === undefined ? queue.weekly_hours?.[weekdayOf(dayBefore)] : intervalsOf(exception);
  const interval = listed?.find(({ start, end }) => parseMinute(end) < parseMinute(start) && minute < parseMinute(end));
  return interval && { kind: "spill", from, by, interval };
}

function intervalsOf(exception: DateException): readonly CivilInterval[] {
  return "intervals" in exception ? exception.intervals : [];
}

function holdsOnItsDate({ start, end }: CivilInterval, minute: number): boolean {
  const from = parseMinute(start);
  const to = parseMinute(end);
  return minute >= from && minute < (to > from ? to : MINUTES_PER_DAY);
}

function weekdayOf(epochDay: number): Weekday {
  return WEEKDAYS[weekdayIndex(epochDay)] as Weekday;
}
