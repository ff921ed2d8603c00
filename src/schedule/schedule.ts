import { MINUTES_PER_DAY } from "../time/civil.ts";
import { contains, sameBoundaries } from "../time/interval.ts";
import { offsetAt, type ZoneSource } from "../time/zone.ts";
import { type Hours, hoursOfDate, type ListedHours } from "./hours.ts";

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
  const mix = (value: number) => {
    hash = (Math.imul(hash, 0x01000193) ^ value) | 0;
  };
  const mixListed = ({ own, spill }: ListedHours) => {
    for (const boundary of own) mix(boundary);
    for (const boundary of spill) mix(boundary + 0x1000);
    mix(own.length);
  };
  for (let i = 0; i < timezone.length; i++) mix(timezone.charCodeAt(i));
  hours.week.forEach(mixListed);
  // Exceptions in any order are the same, so they are added up.
  const ofWeek = hash;
  let sum = 0;
  for (const [date, listed] of hours.exceptions) {
    hash = date;
    mixListed(listed);
    sum = (sum + Math.imul(hash, 0x9e3779b1)) | 0;
  }
  return ofWeek ^ sum;
}

export function isSameSchedule(one: Schedule, other: Schedule): boolean {
  if (one.timezone !== other.timezone || one.hours.exceptions.size !== other.hours.exceptions.size) return false;
  if (!one.hours.week.every((listed, weekday) => isSame(listed, other.hours.week[weekday]))) return false;
  for (const [date, listed] of one.hours.exceptions) {
    if (!isSame(listed, other.hours.exceptions.get(date))) return false;
  }
  return true;
}

function isSame(one: ListedHours, other: ListedHours | undefined): boolean {
  return other !== undefined && sameBoundaries(one.own, other.own) && sameBoundaries(one.spill, other.spill);
}
