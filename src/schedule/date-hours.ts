import { weekdayIndex } from "../time/civil.ts";
import type { Boundaries } from "../time/interval.ts";
import { type Hours, type ListedHours, withSpill } from "./hours.ts";

/** The hours of a run of civil dates: each distinct date once, and which date is which. */
export interface DateHours {
  /** Minutes of the date. */
  readonly distinct: readonly Boundaries[];
  /** By date, from the first: an index of `distinct`. */
  readonly dates: Uint16Array;
  /** What date `i` would be without exceptions stands at `i % 7`. */
  readonly week: readonly number[];
  /** The dates that are unlike that. */
  readonly irregular: readonly number[];
}

/** {@link hoursOfDate} for many dates at once: most of them are plain weekdays. */
export function dateHours(hours: Hours, firstDate: number, count: number): DateHours {
  const { exceptions } = hours;
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

  const week = Array.from({ length: 7 }, (_, i) => {
    const weekday = weekdayIndex(firstDate + i);
    return numberOf(hours.week[weekday] as ListedHours, hours.week[(weekday + 6) % 7]);
  });
  for (let i = 0; i < Math.min(7, count); i++) dates[i] = week[i] as number;
  repeatWeek(dates, 0, count);

  const irregular: number[] = [];

  function except(date: number, exception: ListedHours): void {
    const i = date - firstDate;
    if (i >= 0 && i < count) put(i, numberOf(exception, undefined));
    if (i < -1 || i + 1 >= count || exceptions.has(date + 1)) return;
    put(i + 1, numberOf(hours.week[weekdayIndex(date + 1)] as ListedHours, exception));
  }

  function put(i: number, number: number): void {
    if (dates[i] === number) return;
    dates[i] = number;
    irregular.push(i);
  }

  if (exceptions.size <= count) {
    for (const [date, exception] of exceptions) except(date, exception);
  } else {
    for (let date = firstDate - 1; date < firstDate + count; date++) {
      const exception = exceptions.get(date);
      if (exception !== undefined) except(date, exception);
    }
  }
  return { distinct, dates, week, irregular };
}

/** Fills `[from, to)` with what its first seven places hold, over and over. */
export function repeatWeek(days: Uint16Array, from: number, to: number): void {
  for (let filled = 7; filled < to - from; filled *= 2) {
    days.copyWithin(from + filled, from, Math.min(from + filled, to - filled));
  }
}
