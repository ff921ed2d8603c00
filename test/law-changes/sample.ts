import type { Configuration, Engine, EngineOptions, QueueConfiguration } from "../../src/index.ts";
import { createEngine } from "../../src/index.ts";
import { type Law, sourceOf, turns } from "./law.ts";

export const NOW: number = Date.parse("2026-10-20T12:00:00Z");
export const DAY = 86_400_000;
export const WINDOW = { pastDays: 3, aheadDays: 60 };

/** What was expected, and what became law: Vancouver keeps its summer time. */
export const EXPECTED: Law = {
  "America/Vancouver": turns(["ever", "-07:00"], ["2026-11-01T09:00Z", "-08:00"], ["2027-03-14T10:00Z", "-07:00"]),
  "Europe/Lisbon": turns(["ever", "+01:00"], ["2026-10-25T01:00Z", "+00:00"], ["2027-03-28T01:00Z", "+01:00"]),
  "Asia/Kolkata": turns(["ever", "+05:30"]),
};
export const ENACTED: Law = { ...EXPECTED, "America/Vancouver": turns(["ever", "-07:00"]) };

const HOURS = [{ start: "09:00", end: "17:00" }];

export function queue(name: string, timezone: string, fields: Partial<QueueConfiguration> = {}): QueueConfiguration {
  const weekly_hours = { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS };
  const rest = { type: "Agent_queue", enabled: true, open_24: false, transfer_function_name: "transfer" } as const;
  return { name, timezone, weekly_hours, ...rest, ...fields };
}

export function configuration(...queues: readonly (readonly QueueConfiguration[])[]): Configuration {
  const handoffs = queues.map((destination, h) => ({
    name: `Handoff ${h}`,
    description: "",
    agent_available_instructions: `Offer ${h}.`,
    agent_unavailable_instructions: `Closed ${h}.`,
    destination,
  }));
  return { transfer_functions: [{ name: "transfer" }], handoffs };
}

export const SAMPLE: Configuration = configuration(
  [queue("West", "America/Vancouver"), queue("East", "Asia/Kolkata")],
  [queue("Europe", "Europe/Lisbon"), queue("Night", "America/Vancouver", { open_24: true, enabled: false })],
);

export function engineOf(options: EngineOptions = {}, given: Configuration = SAMPLE): Engine {
  return createEngine(given, { now: () => NOW, window: WINDOW, zones: sourceOf(EXPECTED, "2026a"), ...options });
}

/** All that can be asked about the instants of a range. */
export function answersOf({ handoffs }: Engine, from: number = NOW - 3 * DAY, to: number = NOW + 60 * DAY): unknown {
  return handoffs.map((handoff) => [
    handoff.intervals({ from, to }),
    handoff.queues.map((each) => each.intervals(from, to)),
    handoff.nextChange({ at: from }),
  ]);
}
