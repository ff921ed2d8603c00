import type { ZoneSource } from "../index.ts";
import { wallClock } from "./wall-clock.ts";

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
const MINUTES_PER_DAY = 1440;

/** Civil dates as they are shown on a calendar: the first, and the first that no longer belongs to it. */
export interface Dates {
  /** `YYYY-MM-DD`. */
  readonly first: string;
  readonly end: string;
}

/** The week from Monday on, or the month, that a zone's calendar shows at an instant. */
export function datesAround(unit: "week" | "month", at: number, timezone: string, zones: ZoneSource): Dates {
  const today = Date.parse(wallClock(at, timezone, zones).date);
  const date = new Date(today);
  if (unit === "week") {
    const monday = today - ((date.getUTCDay() + 6) % 7) * MS_PER_DAY;
    return { first: dateText(monday), end: dateText(monday + 7 * MS_PER_DAY) };
  }
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { first: dateText(Date.UTC(year, month, 1)), end: dateText(Date.UTC(year, month + 1, 1)) };
}

/** The stretch in which a zone's calendar shows these dates, epoch milliseconds. */
export function rangeOfDates(
  { first, end }: Dates,
  timezone: string,
  zones: ZoneSource,
): { readonly from: number; readonly to: number } {
  return { from: startOfDate(first, timezone, zones), to: startOfDate(end, timezone, zones) };
}

/** The first instant at which a zone shows the date, or a later one where it skips the date's beginning. */
function startOfDate(date: string, timezone: string, zones: ZoneSource): number {
  const civil = Date.parse(date) / MS_PER_MINUTE;
  const { starts, offsets, to } = zones.spans(timezone, civil - 2 * MINUTES_PER_DAY, civil + 2 * MINUTES_PER_DAY);
  const span = offsets.findIndex((offset, i) => (starts[i + 1] ?? to) + offset > civil);
  return Math.max(starts[span] as number, civil - (offsets[span] as number)) * MS_PER_MINUTE;
}

function dateText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
