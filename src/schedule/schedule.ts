import { MINUTES_PER_DAY } from "../time/civil.ts";
import { contains, sameBoundaries } from "../time/interval.ts";
import { offsetAt, type ZoneSource } from "../time/zone.ts";
import { type Hours, hoursOfDate } from "./hours.ts";
import type { ListedHours } from "./listed-hours.ts";

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

/** Equal numbers for schedules that are open at the same instants by the same rules, however they were written. */
export function scheduleHash({ timezone, hours }: Schedule): number {
  let hash = timezone.length;
  for (let i = 0; i < timezone.length; i++) hash = mixed(hash, timezone.charCodeAt(i));
  for (const listed of hours.week) hash = mixed(hash, listed.hash);
  const { exceptions } = hours;
  const { dates } = exceptions;
  // Exceptions in any order are the same, so they are added up.
  let sum = 0;
  for (let e = 0; e < dates.length; e++) {
    sum = (sum + Math.imul(mixed(dates[e] as number, exceptions.listed(e).hash), 0x9e3779b1)) | 0;
  }
  return hash ^ sum;
}

function mixed(hash: number, value: number): number {
  return Math.imul(hash, 0x01000193) ^ value;
}

export function isSameSchedule(one: Schedule, other: Schedule): boolean {
  if (one.timezone !== other.timezone) return false;
  if (!one.hours.week.every((listed, weekday) => isSame(listed, other.hours.week[weekday]))) return false;
  const [exceptions, others] = [one.hours.exceptions, other.hours.exceptions];
  if (exceptions.dates.length !== others.dates.length) return false;
  return exceptions.dates.every((date, e) => {
    const isSameDate = others.dates[e] === date;
    return isSame(exceptions.listed(e), isSameDate ? others.listed(e) : others.get(date));
  });
}

function isSame(one: ListedHours, other: ListedHours | undefined): boolean {
  return (
    other !== undefined &&
    one.hash === other.hash &&
    sameBoundaries(one.own, other.own) &&
    sameBoundaries(one.spill, other.spill)
  );
}
