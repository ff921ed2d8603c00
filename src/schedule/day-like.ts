import { MINUTES_PER_DAY } from "../time/civil.ts";
import { spanAt, type ZoneSource } from "../time/zone.ts";
import type { Hours } from "./hours.ts";
import type { Schedule } from "./schedule.ts";

/** How many weeks back a day like another is looked for: three exceptions in a row are rare. */
const MOST_WEEKS = 3;

/**
 * Tells of a UTC day an earlier one that looks the same: some weeks before, under the same offset all the while, with no
 * date exception near either. Undefined when there is none so near. Zones are asked once a day and week.
 */
export function dayLikeFinder(zones: ZoneSource): (schedule: Schedule, day: number) => number | undefined {
  const steady = new Map<number, Map<string, boolean>>();

  function isSteady(timezone: string, from: number, day: number): boolean {
    const stretch = day * (MOST_WEEKS + 1) + (day - from) / 7;
    let known = steady.get(stretch);
    if (known === undefined) {
      known = new Map();
      steady.set(stretch, known);
    }
    let is = known.get(timezone);
    if (is === undefined) {
      const spans = zones.spans(timezone, from * MINUTES_PER_DAY, (day + 1) * MINUTES_PER_DAY);
      is = spanAt(spans, from * MINUTES_PER_DAY) === spanAt(spans, (day + 1) * MINUTES_PER_DAY - 1);
      known.set(timezone, is);
    }
    return is;
  }

  return ({ timezone, hours }, day) => {
    if (!isPlain(hours, day)) return undefined;
    for (let week = 1; week <= MOST_WEEKS; week++) {
      const earlier = day - 7 * week;
      if (!isSteady(timezone, earlier, day)) return undefined;
      if (isPlain(hours, earlier)) return earlier;
    }
    return undefined;
  };
}

/** A UTC day shows dates from the day before to the day after, and what the date before those spills. */
function isPlain({ exceptions, lastException }: Hours, day: number): boolean {
  if (lastException < day - 2) return true;
  return !(exceptions.has(day - 2) || exceptions.has(day - 1) || exceptions.has(day) || exceptions.has(day + 1));
}
