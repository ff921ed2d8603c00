import type { Configuration, HandoffConfiguration, QueueConfiguration } from "../../src/index.ts";
import { createEngine, type Engine } from "../../src/index.ts";

/** A Tuesday. */
export const NOW: number = Date.parse("2026-11-24T12:00:30.500Z");
export const MINUTE = 60_000;
export const HOUR: number = 60 * MINUTE;
export const DAY: number = 24 * HOUR;

/** When a closure of NOW begins: with its minute. */
export const SINCE: number = Date.parse("2026-11-24T12:00:00Z");

const hours = [{ start: "09:00", end: "17:00" }];
const workdays = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };

export function queue(name: string, fields: Partial<QueueConfiguration> = {}): QueueConfiguration {
  return {
    name,
    type: "Agent_queue",
    enabled: true,
    open_24: true,
    timezone: "UTC",
    transfer_function_name: "transfer",
    ...fields,
  };
}

export function handoff(name: string, destination: readonly QueueConfiguration[]): HandoffConfiguration {
  const texts = {
    agent_available_instructions: `Transfer to ${name}.`,
    agent_unavailable_instructions: `${name} is closed.`,
  };
  return { name, description: "", ...texts, destination };
}

export const CONFIGURATION: Configuration = {
  transfer_functions: [{ name: "transfer" }],
  handoffs: [
    handoff("Billing", [
      queue("Office", { open_24: false, weekly_hours: workdays }),
      queue("Spanish", { supported_languages: ["es"] }),
      queue("Night", { supported_channel_types: ["voice"] }),
    ]),
    handoff("Sales", [queue("Chat", { supported_channel_types: ["chat"] }), queue("All")]),
  ],
};

export interface Sample {
  readonly engine: Engine;
  /** Sets the clock. */
  readonly at: (now: number) => void;
}

export function sample(configuration: Configuration = CONFIGURATION): Sample {
  let now = NOW;
  const engine = createEngine(configuration, { now: () => now });
  return {
    engine,
    at: (next) => {
      now = next;
    },
  };
}
