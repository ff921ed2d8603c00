import type { DateRange } from "../import.ts";
import { UsageError } from "./failure.ts";
import { instantText } from "./wall-clock.ts";

export interface HolidayRangeOptions {
  readonly from?: string;
  readonly to?: string;
  readonly years?: string;
}

const MOST_YEARS = 10;

/** The dates that are asked for; two years from today (UTC) when nothing is said. */
export function holidayRange({ from, to, years }: HolidayRangeOptions, now: number): DateRange {
  if (years !== undefined) {
    if (from !== undefined || to !== undefined) throw new UsageError("give --years, or --from and --to");
    const [, first = "", last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(years) ?? [];
    if (first === "") throw new UsageError(`\`--years ${years}\` is no year: write 2027, or 2027-2028`);
    return checked({ from: `${first}-01-01`, to: `${last}-12-31` });
  }
  const start = checkedDate("--from", from ?? instantText(now).slice(0, 10));
  return checked({ from: start, to: checkedDate("--to", to ?? yearsLater(start, 2)) });
}

function checked(range: DateRange): DateRange {
  if (range.to < range.from) throw new UsageError(`the range ends on ${range.to}, before it begins on ${range.from}`);
  if (range.to > yearsLater(range.from, MOST_YEARS)) {
    throw new UsageError(`the range is longer than ${MOST_YEARS} years, more than anyone reviews`);
  }
  return range;
}

function checkedDate(option: string, date: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || instantText(at).slice(0, 10) !== date || date < "1973") {
    throw new UsageError(`\`${option} ${date}\` is no date: write YYYY-MM-DD, from 1973-01-01`);
  }
  return date;
}

/** The day before the date of that year: both ends of a range are included. */
function yearsLater(date: string, years: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return instantText(Date.UTC(year + years, month - 1, day - 1)).slice(0, 10);
}
