import { MINUTES_PER_DAY } from "../time/civil.ts";
import { spanAt, type ZoneSource } from "../time/zone.ts";
import type { Schedule } from "./schedule.ts";

/**
 * Tells of UTC days whether they look like the day a week before: true when the zone's offset did not change from then
 * on and no date exception is near either day. Zones are asked once a day.
 */
export function weekRepeater(zones: ZoneSource): (schedule: Schedule, day: number) => boolean {
  const steady = new Map<number, Map<string, boolean>>();

  function isSteady(timezone: string, day: number): boolean {
    let ofDay = steady.get(day);
    if (ofDay === undefined) {
      ofDay = new Map();
      steady.set(day, ofDay);
    }
    let known = ofDay.get(timezone);
    if (known === undefined) {
      const [from, to] = [(day - 7) * MINUTES_PER_DAY, (day + 1) * MINUTES_PER_DAY];
      const spans = zones.spans(timezone, from, to);
      known = spanAt(spans, from) === spanAt(spans, to - 1);
      ofDay.set(timezone, known);
    }
    return known;
  }

  return ({ timezone, hours }, day) => {
    if (!isSteady(timezone, day)) return false;
    // A UTC day shows dates from the day before to the day after, and what the date before those spills.
    if (hours.lastException < day - 9) return true;
    for (let near = -2; near <= 1; near++) {
      if (hours.exceptions.has(day + near) || hours.exceptions.has(day - 7 + near)) return false;
    }
    return true;
  };
}
