import type { Configuration, QueueConfiguration, WeeklyHours } from "../../src/index.ts";
import { createEngine, type Engine, type EngineOptions } from "../../src/index.ts";
import { FIXED_ZONES } from "./fixed-zones.ts";

export const NOW: number = Date.parse("2026-10-20T12:00:00Z");
export const DAY = 86_400_000;

const OFFICE = [
  { start: "09:00", end: "12:00" },
  { start: "13:00", end: "17:30" },
];
const WEEK: WeeklyHours = {
  mon: OFFICE,
  tue: OFFICE,
  wed: OFFICE,
  thu: OFFICE,
  fri: [{ start: "22:00", end: "02:30" }],
};

function queue(name: string, timezone: string, fields: Partial<QueueConfiguration> = {}): QueueConfiguration {
  const hours = { open_24: false, weekly_hours: WEEK };
  return {
    name,
    type: "Agent_queue",
    enabled: true,
    timezone,
    transfer_function_name: "transfer",
    ...hours,
    ...fields,
  };
}

function handoff(name: string, ...destination: QueueConfiguration[]): Configuration["handoffs"][number] {
  return {
    name,
    description: "",
    agent_available_instructions: `Offer ${name}.`,
    agent_unavailable_instructions: `${name} is closed, offer a callback at 9 – 17 h ☎.`,
    destination,
  };
}

/** Few queues, and each kind of table filled. */
export const SAMPLE: Configuration = {
  transfer_functions: [{ name: "transfer" }, { name: "transfer_by_chat" }],
  handoffs: [
    handoff(
      "Billing Support",
      queue("Berlin", "Europe/Berlin", { supported_languages: ["de", "en-GB"], supported_channel_types: ["voice"] }),
      queue("New York", "America/New_York", {
        supported_languages: ["he", "en"],
        date_exceptions: {
          "2026-10-26": { closed: true },
          "2026-11-26": { intervals: [{ start: "10:00", end: "11:00" }] },
        },
      }),
    ),
    handoff(
      "Sales",
      queue("India", "Asia/Kolkata", {
        date_exceptions: { "2026-11-01": { open_24: true } },
        transfer_function_name: "transfer_by_chat",
      }),
      queue("Off", "Asia/Kolkata", { enabled: false, open_24: true }),
    ),
    handoff("Straße", queue("Always", "Europe/Berlin", { open_24: true, supported_languages: ["es"] })),
  ],
};

/** Of the sample, on 2026-10-20, with zones written by hand; from two weeks before to 40 days ahead, over the edge of an era. */
export function sampleEngine(options: EngineOptions = {}): Engine {
  const window = { pastDays: 14, aheadDays: 40 };
  return createEngine(SAMPLE, { now: () => NOW, zones: FIXED_ZONES, window, ...options });
}
