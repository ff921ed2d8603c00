import { parseDate } from "../time/civil.ts";
import { MS_PER_DAY, MS_PER_MINUTE } from "../time/instant.ts";
import type { ZoneSource } from "../time/zone.ts";
import { offsetStretches, widened } from "./civil-spans.ts";
import { knownZone } from "./known-zone.ts";

const CIVIL = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?$/;

/**
 * The instants at which a wall clock of the zone shows a civil time, `YYYY-MM-DDTHH:MM` with or without seconds and
 * milliseconds: one as a rule, two in a fold, none in a gap. Throws a RangeError for a zone or a civil time that is none.
 */
export function civilInstants(zones: ZoneSource, timezone: string, civil: string): readonly number[] {
  const shown = civilMs(civil);
  if (shown === undefined) throw new RangeError(`\`civil\` must be YYYY-MM-DDTHH:MM of the calendar, got ${civil}`);
  return instantsAt(zones, knownZone(timezone, zones), shown);
}

/** A civil time as the milliseconds that it would be in UTC; undefined when the text is none. */
export function civilMs(civil: string): number | undefined {
  const [, date = "", hour, minute, second = "0", ms = "0"] = CIVIL.exec(civil) ?? [];
  const day = parseDate(date);
  if (day === undefined) return undefined;
  return day * MS_PER_DAY + (Number(hour) * 60 + Number(minute)) * MS_PER_MINUTE + Number(second) * 1000 + Number(ms);
}

/** In order. */
export function instantsAt(zones: ZoneSource, timezone: string, shown: number): readonly number[] {
  const wide = widened({ from: shown, to: shown + 1 });
  if (wide.from >= wide.to) return [];
  const stretches = offsetStretches(zones, timezone, wide);
  return stretches
    .map(({ start, end, offset }) => ({ start, end, at: shown - offset * MS_PER_MINUTE }))
    .filter(({ start, end, at }) => at >= start && at < end)
    .map(({ at }) => at);
}
