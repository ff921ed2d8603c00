import { Temporal } from "@js-temporal/polyfill";
import type { QueueConfiguration } from "../src/config/types.ts";
import { wallClockRules } from "./wall-clock-rules.ts";

const DAY = 86_400_000;
const MINUTES_PER_DAY = 1440;

/**
 * Start, end, start, end… of a queue's open hours as instants, each civil time converted by Temporal: the usual way to
 * build such a table. It leaves gaps and folds to the disambiguation rule, so fleets have no hours at night.
 */
export function temporalBoundaries(queue: QueueConfiguration, from: number, to: number): readonly number[] {
  const { week, exceptions, timezone } = wallClockRules(queue);
  const boundaries: number[] = [];
  for (let day = Math.floor(from / DAY); day <= Math.floor(to / DAY); day++) {
    const hours = exceptions.get(day) ?? (week[(day + 3) % 7] as readonly number[]);
    for (let i = 0; i < hours.length; i += 2) {
      const start = instantOf(day, hours[i] as number, timezone);
      // Open until midnight and on from there is open throughout.
      if (boundaries[boundaries.length - 1] === start) boundaries.pop();
      else boundaries.push(start);
      boundaries.push(instantOf(day, hours[i + 1] as number, timezone));
    }
  }
  return boundaries;
}

function instantOf(epochDay: number, minute: number, timezone: string): number {
  const carried = minute === MINUTES_PER_DAY ? epochDay + 1 : epochDay;
  const rest = minute === MINUTES_PER_DAY ? 0 : minute;
  const date = new Date(carried * DAY);
  const civil = new Temporal.PlainDateTime(
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    Math.floor(rest / 60),
    rest % 60,
  );
  return civil.toZonedDateTime(timezone).epochMilliseconds;
}
