import type { Configuration } from "../../src/config/types.ts";
import { createEngine, type Engine, runtimeZones, type ZoneSource } from "../../src/index.ts";
import { cachedZones } from "../../src/time/cached-zones.ts";
import type { Scenario } from "./arbitraries.ts";

/** The oracles read the runtime's data, so the engine must, whatever its default; one cache, or each engine reads anew. */
export const ZONES: ZoneSource = cachedZones(runtimeZones());

/** An engine whose clock stands still at the scenario's now. */
export function engineFor({ configuration, now, window }: Pick<Scenario, "configuration" | "now" | "window">): Engine {
  return createEngine(configuration, { now: () => now, window, zones: ZONES });
}

export function withConfiguration(scenario: Scenario, configuration: Configuration): Scenario {
  return { ...scenario, configuration };
}
