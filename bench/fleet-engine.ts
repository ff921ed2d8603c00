import type { Configuration } from "../src/config/types.ts";
import { createEngine, type Engine } from "./engine.ts";
import { FLEET_NOW, type FleetSize, fleet } from "./fleet.ts";

export interface FleetEngine {
  readonly configuration: Configuration;
  readonly engine: Engine;
}

const made = new Map<string, FleetEngine>();

/** A fleet and its engine, one for all who ask for this size: 100,000 handoffs take their time. */
export function fleetEngine(size: FleetSize): FleetEngine {
  const key = JSON.stringify(size);
  const known = made.get(key);
  if (known !== undefined) return known;
  const configuration = fleet(size);
  const created = { configuration, engine: createEngine(configuration, { now: () => FLEET_NOW }) };
  made.set(key, created);
  return created;
}
