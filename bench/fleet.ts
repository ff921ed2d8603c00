import type { Configuration, DateException, QueueConfiguration, WeeklyHours } from "../src/config/types.ts";
import { seeded } from "./random.ts";

export interface FleetSize {
  readonly handoffs: number;
  readonly queuesPerHandoff: number;
  /** Distinct schedules among all queues. */
  readonly schedules: number;
  /** `typical`: 5 days of one interval, 20 exceptions. `worst`: 7 days of two intervals, 300 exceptions. */
  readonly load: "typical" | "worst";
  readonly seed: number;
}

const ZONES = [
  "America/New_York", "America/Chicago", "America/Los_Angeles", "America/Sao_Paulo", "Europe/London", "Europe/Berlin",
  "Europe/Madrid", "Africa/Johannesburg", "Asia/Kolkata", "Asia/Manila", "Asia/Tokyo", "Australia/Sydney",
] as const; // biome-ignore format: one table

const LANGUAGES = [undefined, ["en"], ["es", "en"], ["fr-CA", "fr"], ["de"], ["pt-BR"]] as const;
const CHANNELS = [undefined, ["voice"], ["chat"], ["voice", "chat"]] as const;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const DAY = 86_400_000;

/** Where fleets live: exceptions lie in the year that begins here. */
export const FLEET_NOW: number = Date.UTC(2026, 10, 22, 12);

/** A configuration of many handoffs, the same for the same size. */
export function fleet(size: FleetSize): Configuration {
  const random = seeded(size.seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const schedules = Array.from({ length: size.schedules }, (_, i) => hours(size.load, i, random));
  let queue = 0;
  return {
    transfer_functions: [{ name: "transfer_to_agent" }],
    handoffs: Array.from({ length: size.handoffs }, (_, h) => ({
      name: `Handoff ${h}`,
      description: `Customers of team ${h}`,
      agent_available_instructions: `Ask for the account number, then call handoff_handoff_${h}.`,
      agent_unavailable_instructions: "Say that no agent is available and offer a callback.",
      destination: Array.from({ length: size.queuesPerHandoff }, (_, q): QueueConfiguration => {
        const channels = pick(CHANNELS);
        const languages = pick(LANGUAGES);
        return {
          name: `Queue ${h}.${q}`,
          type: "Agent_queue",
          enabled: true,
          open_24: false,
          transfer_function_name: "transfer_to_agent",
          ...(schedules[queue++ % schedules.length] as ReturnType<typeof hours>),
          ...(channels && { supported_channel_types: channels }),
          ...(languages && { supported_languages: languages }),
        };
      }),
    })),
  };
}

function hours(load: FleetSize["load"], i: number, random: () => number) {
  const worst = load === "worst";
  const time = (minute: number) => {
    const hour = String(Math.floor(minute / 60)).padStart(2, "0");
    return `${hour}:${String(minute % 60).padStart(2, "0")}`;
  };
  // Minutes that differ by schedule keep schedules distinct, as teams' hours are.
  const opens = 6 * 60 + (i % 240);
  const closes = 15 * 60 + (Math.floor(i / 240) % 480);
  const intervals = worst
    ? [
        { start: time(opens), end: time(11 * 60 + (i % 60)) },
        { start: time(12 * 60 + 30), end: time(closes) },
      ]
    : [{ start: time(opens), end: time(closes) }];
  const weekly_hours: WeeklyHours = Object.fromEntries(WEEKDAYS.slice(0, worst ? 7 : 5).map((day) => [day, intervals]));
  const date_exceptions: { [date: string]: DateException } = {};
  while (Object.keys(date_exceptions).length < (worst ? 300 : 20)) {
    const date = new Date(FLEET_NOW + Math.floor(random() * 380) * DAY).toISOString().slice(0, 10);
    const kind = random();
    const shortened = { intervals: [{ start: "10:00", end: time(13 * 60 + (i % 120)) }] };
    date_exceptions[date] = kind < 0.6 ? { closed: true } : kind < 0.7 ? { open_24: true } : shortened;
  }
  return { timezone: ZONES[i % ZONES.length] as string, weekly_hours, date_exceptions };
}
