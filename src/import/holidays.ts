import { quote } from "../config/quote.ts";
import { formatDate, parseDate } from "../time/civil.ts";

/** A civil date that calendars have something to say about. */
export interface Holiday {
  /** `2026-12-25`. */
  readonly date: string;
  /** Each once, in the order they were found. */
  readonly names: readonly string[];
}

/** Civil dates, `YYYY-MM-DD`, both ends included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** A {@link DateRange} as epoch days. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** Throws a RangeError for ends that are no dates, or not in order. */
export function dayRange({ from, to }: DateRange): DayRange {
  const [first, last] = [from, to].map(parseDate);
  if (first === undefined || last === undefined) {
    throw new RangeError(`${quote(first === undefined ? from : to)} is not a date of the calendar; write YYYY-MM-DD`);
  }
  if (last < first) throw new RangeError("the range ends before it begins");
  return { first, last };
}

/** Collects dates by name, and leaves out those beyond a range. */
export class HolidayDates {
  readonly #range: DayRange;
  readonly #names = new Map<number, Set<string>>();

  constructor(range: DayRange) {
    this.#range = range;
  }

  /** `count` dates from an epoch day on. */
  add(name: string, start: number, count: number): void {
    const end = Math.min(start + count - 1, this.#range.last);
    for (let day = Math.max(start, this.#range.first); day <= end; day++) {
      const names = this.#names.get(day) ?? new Set();
      this.#names.set(day, names.add(name));
    }
  }

  inOrder(): readonly Holiday[] {
    return [...this.#names]
      .sort(([a], [b]) => a - b)
      .map(([day, names]) => ({ date: formatDate(day), names: [...names] }));
  }
}
