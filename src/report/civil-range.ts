import { civilMinute } from "../schedule/schedule.ts";
import { civilDate, epochDay, weekdayIndex } from "../time/civil.ts";
import { instantError, isInstant, MS_PER_DAY, MS_PER_MINUTE } from "../time/instant.ts";
import type { ZoneSource } from "../time/zone.ts";
import { datedSpans, offsetStretches, widened } from "./civil-spans.ts";
import { knownZone } from "./known-zone.ts";
import type { Range } from "./range.ts";

/**
 * The week, from Monday, that a wall clock of the zone shows at an instant: from the first instant of its dates to behind
 * the last. Throws a RangeError for a zone or an instant that is none.
 */
export function civilWeek(zones: ZoneSource, timezone: string, at: number): Range {
  const day = dayShown(zones, timezone, at);
  const monday = day - weekdayIndex(day);
  return instantsOfDates(zones, timezone, monday, monday + 7);
}

/** As {@link civilWeek}, the month. */
export function civilMonth(zones: ZoneSource, timezone: string, at: number): Range {
  const { year, month } = civilDate(dayShown(zones, timezone, at));
  const next = month === 12 ? epochDay(year + 1, 1, 1) : epochDay(year, month + 1, 1);
  return instantsOfDates(zones, timezone, epochDay(year, month, 1), next);
}

function dayShown(zones: ZoneSource, timezone: string, at: number): number {
  if (!isInstant(at)) throw instantError("at", at);
  return civilMinute(knownZone(timezone, zones), Math.floor(at / MS_PER_MINUTE), zones).epochDay;
}

/** The epoch days `[first, end)`, of which at least one is shown. */
function instantsOfDates(zones: ZoneSource, timezone: string, first: number, end: number): Range {
  const wide = widened({ from: first * MS_PER_DAY, to: end * MS_PER_DAY });
  const shown = datedSpans(offsetStretches(zones, timezone, wide), { start: wide.from, end: wide.to });
  const those = shown.filter(({ day }) => day >= first && day < end);
  return {
    from: those.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    to: those.reduce((most, span) => Math.max(most, span.end), Number.NEGATIVE_INFINITY),
  };
}
