import type { Configuration } from "../../src/config/types.ts";
import { createEngine, type Engine } from "../../src/index.ts";
import type { Scenario } from "./arbitraries.ts";
import { ZONES } from "./ground.ts";

/** An engine whose clock stands still at the scenario's now. */
export function engineFor({ configuration, now, window }: Pick<Scenario, "configuration" | "now" | "window">): Engine {
  return createEngine(configuration, { now: () => now, window, zones: ZONES });
}

export function withConfiguration(scenario: Scenario, configuration: Configuration): Scenario {
  return { ...scenario, configuration };
}
