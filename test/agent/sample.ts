import { readFileSync } from "node:fs";
import {
  type Configuration,
  createEngine,
  type Engine,
  type EngineOptions,
  type HandoffConfiguration,
  type QueueConfiguration,
} from "../../src/index.ts";

export function example(name: string): Configuration {
  return JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));
}

/** Monday, 10:30 in Los Angeles. */
export const OPEN: number = Date.parse("2026-12-07T18:30:00Z");

/** The Saturday before, 19:00 in Los Angeles. */
export const CLOSED: number = Date.parse("2026-12-06T03:00:00Z");

export const BUSINESS_HOURS: Pick<QueueConfiguration, "open_24" | "weekly_hours"> = {
  open_24: false,
  weekly_hours: Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [{ start: "09:00", end: "17:00" }]]),
  ),
};

export function queue(fields: Partial<QueueConfiguration> = {}): QueueConfiguration {
  return {
    name: "Queue",
    type: "Agent_queue",
    enabled: true,
    timezone: "America/Los_Angeles",
    transfer_function_name: "transfer",
    ...BUSINESS_HOURS,
    ...fields,
  };
}

export function handoff(fields: Partial<HandoffConfiguration> = {}): HandoffConfiguration {
  return {
    name: "Sales",
    description: "Use when the customer wants to buy something.",
    agent_available_instructions: "Ask, then call handoff_sales.",
    agent_unavailable_instructions: "Nobody is there.",
    destination: [queue()],
    ...fields,
  };
}

/** An engine of one handoff; the transfer function takes `input_parameters`. */
export function engineOf(
  fields: Partial<HandoffConfiguration>,
  input_parameters?: { readonly [keyword: string]: unknown },
  options: EngineOptions = {},
): Engine {
  const transfer = { name: "transfer", ...(input_parameters && { input_parameters }) };
  return createEngine({ transfer_functions: [transfer], handoffs: [handoff(fields)] }, { now: () => OPEN, ...options });
}
