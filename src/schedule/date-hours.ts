import { weekdayIndex } from "../time/civil.ts";
import type { Boundaries } from "../time/interval.ts";
import { type Hours, type ListedHours, withSpill } from "./hours.ts";

/** The hours of a run of civil dates: each distinct date once, and which date is which. */
export interface DateHours {
  /** Minutes of the date. */
  readonly distinct: readonly Boundaries[];
  /** By date, from the first: an index of `distinct`. */
  readonly dates: Uint16Array;
}

/** {@link hoursOfDate} for many dates at once: most of them are plain weekdays. */
export function dateHours(hours: Hours, firstDate: number, count: number): DateHours {
  const { week, exceptions } = hours;
  const distinct: Boundaries[] = [];
  const dates = new Uint16Array(count);
  const numbers = new Map<number, number>();

  function numberOf(own: ListedHours, before: ListedHours | undefined): number {
    const spills = before !== undefined && before.spill.length > 0;
    const key = spills ? own.id + (before.id + 1) * 0x10000 : own.id;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, distinct.length);
    return distinct.push(spills ? withSpill(own.own, before.spill) : own.own) - 1;
  }

  const plain = week.map((own, weekday) => numberOf(own, week[(weekday + 6) % 7]));
  let weekday = weekdayIndex(firstDate);
  for (let i = 0; i < count; i++) {
    dates[i] = plain[weekday] as number;
    weekday = weekday === 6 ? 0 : weekday + 1;
  }

  function except(date: number, exception: ListedHours): void {
    const i = date - firstDate;
    if (i >= 0 && i < count) dates[i] = numberOf(exception, undefined);
    if (i < -1 || i + 1 >= count || exceptions.has(date + 1)) return;
    dates[i + 1] = numberOf(week[weekdayIndex(date + 1)] as ListedHours, exception);
  }

  if (exceptions.size <= count) {
    for (const [date, exception] of exceptions) except(date, exception);
  } else {
    for (let date = firstDate - 1; date < firstDate + count; date++) {
      const exception = exceptions.get(date);
      if (exception !== undefined) except(date, exception);
    }
  }
  return { distinct, dates };
}
