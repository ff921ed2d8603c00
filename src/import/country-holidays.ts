import { parseDate } from "../time/civil.ts";
import { type DateRange, dayRange, type Holiday, HolidayDates } from "./holidays.ts";

/** A holiday as the package date-holidays tells it. */
export interface CountryHoliday {
  /** `2026-12-25 00:00:00`: when it begins by the clock of the country. */
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
  /** `public`, `bank`, `school`, `optional` or `observance`. */
  readonly type: string;
}

export interface CountryHolidays {
  readonly holidays: readonly Holiday[];
  /** Those of the types that were asked for, which begin or end within a date. */
  readonly partial: readonly { readonly date: string; readonly name: string }[];
}

const MS_PER_DAY = 86_400_000;
/** A day with a transition is up to so much shorter or longer. */
const MOST_SHIFT = 7_200_000;

/** The whole dates of holidays of some types within a range. Throws a RangeError for a range that is none. */
export function countryHolidays(
  found: readonly CountryHoliday[],
  types: ReadonlySet<string>,
  range: DateRange,
): CountryHolidays {
  const days = dayRange(range);
  const dates = new HolidayDates(days);
  const partial: { readonly date: string; readonly name: string }[] = [];
  for (const { date, start, end, name, type } of found) {
    if (!types.has(type)) continue;
    const [day = "", time = ""] = date.split(" ");
    const first = parseDate(day);
    const length = end.getTime() - start.getTime();
    const count = Math.round(length / MS_PER_DAY);
    if (first === undefined) continue;
    if (count < 1 || Math.abs(length - count * MS_PER_DAY) > MOST_SHIFT || !time.startsWith("00:00")) {
      if (first >= days.first && first <= days.last) partial.push({ date, name });
    } else dates.add(name, first, count);
  }
  return { holidays: dates.inOrder(), partial };
}
