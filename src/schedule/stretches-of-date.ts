import { MINUTES_PER_DAY } from "../time/civil.ts";
import type { Boundaries } from "../time/interval.ts";
import { append } from "../time/interval.ts";
import type { ZoneSource } from "../time/zone.ts";

/**
 * When the clock of a zone shows a civil date, in UTC minutes. One stretch as a rule; none for a date that the zone
 * skipped, and two where a fold goes back over midnight.
 */
export function stretchesOfDate(timezone: string, epochDay: number, zones: ZoneSource): Boundaries {
  const midnight = epochDay * MINUTES_PER_DAY;
  // An offset moves a date by less than a day either way.
  const spans = zones.spans(timezone, midnight - MINUTES_PER_DAY, midnight + 2 * MINUTES_PER_DAY);
  const found: number[] = [];
  spans.starts.forEach((spanStart, i) => {
    const offset = spans.offsets[i] as number;
    const start = Math.max(spanStart, midnight - offset);
    const end = Math.min(spans.starts[i + 1] ?? spans.to, midnight + MINUTES_PER_DAY - offset);
    if (start < end) append(found, start, end);
  });
  return found;
}

/** Whether the clock shows this civil time at another instant as well, before or after a fold. `minute` is UTC. */
export function isShownTwice(timezone: string, minute: number, offset: number, zones: ZoneSource): boolean {
  const spans = zones.spans(timezone, minute - MINUTES_PER_DAY, minute + MINUTES_PER_DAY);
  return spans.offsets.some((other, i) => {
    const twin = minute + offset - other;
    const end = spans.starts[i + 1] ?? spans.to;
    return twin !== minute && twin >= (spans.starts[i] as number) && twin < end;
  });
}
