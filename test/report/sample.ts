import { readFileSync } from "node:fs";
import type { Configuration, HandoffConfiguration, QueueConfiguration } from "../../src/config/types.ts";
import { createEngine, type Engine } from "../../src/index.ts";
import { ZONES } from "../properties/ground.ts";

export const NOW: number = Date.parse("2026-11-22T00:00:00Z");

export const SUPPORT: Configuration = JSON.parse(
  readFileSync(new URL("../../examples/support.json", import.meta.url), "utf8"),
);

export function engineOf(configuration: Configuration | readonly QueueConfiguration[]): Engine {
  return createEngine(configuration, { now: () => NOW, zones: ZONES });
}

/** A queue that is open from 09:00 to 17:00 on weekdays, but for what is said otherwise. */
export function queueOf(name: string, rest: Partial<QueueConfiguration> = {}): QueueConfiguration {
  const nineToFive = [{ start: "09:00", end: "17:00" }];
  return {
    name,
    type: "Agent_queue",
    enabled: true,
    open_24: false,
    timezone: "America/New_York",
    transfer_function_name: "transfer_a",
    weekly_hours: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive },
    ...rest,
  };
}

export function handoffOf(
  name: string,
  destination: readonly QueueConfiguration[],
  rest: Partial<HandoffConfiguration> = {},
): HandoffConfiguration {
  return {
    name,
    description: `About ${name}`,
    agent_available_instructions: "Transfer.",
    agent_unavailable_instructions: "Closed.",
    destination,
    ...rest,
  };
}

export function configurationOf(
  handoffs: readonly HandoffConfiguration[],
  rest: Partial<Configuration> = {},
): Configuration {
  return { transfer_functions: [{ name: "transfer_a" }, { name: "transfer_b" }], handoffs, ...rest };
}
