import type { CivilInterval, DateException, QueueConfiguration, WeeklyHours } from "../src/config/types.ts";

/** How much the hours of a queue hold. */
export type Load = keyof typeof LOADS;

const LOADS = {
  /** One interval a day. */
  typical: { days: 5, exceptions: 20 },
  /** Two intervals a day. */
  worst: { days: 7, exceptions: 300 },
  /** 360 intervals a day. */
  hostile: { days: 7, exceptions: 20 },
} as const;

const ZONES = [
  "America/New_York", "America/Chicago", "America/Los_Angeles", "America/Sao_Paulo", "Europe/London", "Europe/Berlin",
  "Europe/Madrid", "Africa/Johannesburg", "Asia/Kolkata", "Asia/Manila", "Asia/Tokyo", "Australia/Sydney",
] as const; // biome-ignore format: one table

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const DAY = 86_400_000;

/** Where fleets live: exceptions lie in the year that begins here. */
export const FLEET_NOW: number = Date.UTC(2026, 10, 22, 12);

const DATES = Array.from({ length: 380 }, (_, day) => new Date(FLEET_NOW + day * DAY).toISOString().slice(0, 10));

/** The hours of schedule number `i` of a fleet. */
export function fleetHours(
  load: Load,
  i: number,
  random: () => number,
): Pick<QueueConfiguration, "timezone" | "weekly_hours" | "date_exceptions"> {
  const { days, exceptions } = LOADS[load];
  const intervals = intervalsOf(load, i);
  const weekly_hours: WeeklyHours = Object.fromEntries(WEEKDAYS.slice(0, days).map((day) => [day, intervals]));
  const date_exceptions: { [date: string]: DateException } = {};
  const dates = new Set<string>();
  while (dates.size < exceptions) {
    const date = DATES[Math.floor(random() * DATES.length)] as string;
    const kind = random();
    const shortened = { intervals: [{ start: "10:00", end: time(13 * 60 + (i % 120)) }] };
    dates.add(date);
    date_exceptions[date] = kind < 0.6 ? { closed: true } : kind < 0.7 ? { open_24: true } : shortened;
  }
  return { timezone: ZONES[i % ZONES.length] as string, weekly_hours, date_exceptions };
}

/** Minutes that differ by schedule keep schedules distinct, as teams' hours are. */
function intervalsOf(load: Load, i: number): readonly CivilInterval[] {
  const opens = 6 * 60 + (i % 240);
  const closes = 15 * 60 + (Math.floor(i / 240) % 480);
  switch (load) {
    case "typical":
      return [{ start: time(opens), end: time(closes) }];
    case "worst":
      return [
        { start: time(opens), end: time(11 * 60 + (i % 60)) },
        { start: time(12 * 60 + 30), end: time(closes) },
      ];
    case "hostile":
      return Array.from({ length: 360 }, (_, k) => ({ start: time(4 * k + (i % 2)), end: time(4 * k + 2) }));
  }
}

function time(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
