import { MINUTES_PER_DAY } from "../time/civil.ts";
import { contains } from "../time/interval.ts";
import { offsetAt, type ZoneSource } from "../time/zone.ts";
import { type Hours, hoursOfDate } from "./hours.ts";

/** Hours in a time zone: all that decides when a queue is open. Queues that share it share one column of the index. */
export interface Schedule {
  readonly timezone: string;
  readonly hours: Hours;
}

/** What a wall clock in the schedule's zone shows. */
export interface CivilMinute {
  readonly epochDay: number;
  /** 0 to 1439. */
  readonly minute: number;
  /** UTC offset in minutes. */
  readonly offset: number;
}

export function civilMinute(timezone: string, utcMinute: number, zones: ZoneSource): CivilMinute {
  const offset = offsetAt(zones.spans(timezone, utcMinute, utcMinute + 1), utcMinute);
  const civil = utcMinute + offset;
  const epochDay = Math.floor(civil / MINUTES_PER_DAY);
  return { epochDay, minute: civil - epochDay * MINUTES_PER_DAY, offset };
}

/** The wall-clock law itself, for one instant: needs no window and no index. */
export function isOpenByRule(schedule: Schedule, utcMinute: number, zones: ZoneSource): boolean {
  const civil = civilMinute(schedule.timezone, utcMinute, zones);
  return contains(hoursOfDate(schedule.hours, civil.epochDay), civil.minute);
}

/** Equal for schedules that are open at the same instants by the same rules, however their intervals were written. */
export function scheduleKey({ timezone, hours }: Schedule): string {
  const exceptions = [...hours.exceptions].sort(([a], [b]) => a - b);
  return JSON.stringify([timezone, hours.week, exceptions]);
}
