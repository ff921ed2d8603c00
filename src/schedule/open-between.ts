import { MINUTES_PER_DAY } from "../time/civil.ts";
import { append, type Boundaries } from "../time/interval.ts";
import type { ZoneSource } from "../time/zone.ts";
import { compileSchedule } from "./compile.ts";
import type { Schedule } from "./schedule.ts";

/** When a schedule is open within `[from, to)`, all in epoch minutes. */
export function openBetween(schedule: Schedule, zones: ZoneSource, from: number, to: number): Boundaries {
  const firstDay = Math.floor(from / MINUTES_PER_DAY);
  const { distinct, days } = compileSchedule(schedule, zones, firstDay, Math.ceil(to / MINUTES_PER_DAY) - firstDay);
  const { starts, values } = distinct;
  const open: number[] = [];
  days.numbers().forEach((number, d) => {
    const midnight = (firstDay + d) * MINUTES_PER_DAY;
    for (let b = starts[number] as number; b < (starts[number + 1] as number); b += 2) {
      const start = Math.max((values[b] as number) + midnight, from);
      const end = Math.min((values[b + 1] as number) + midnight, to);
      if (start < end) append(open, start, end);
    }
  });
  return open;
}
