import { createEngine as create, runtimeZones } from "../dist/index.js";
import manifest from "../package.json" with { type: "json" };

/** The engine as it is published. By path: bench is a package of its own, and only a package itself may use its name. */
export { type Engine, type Handoff, newestZones, type Queue, type Resolution } from "../dist/index.js";

/** Answers are compared with those of Temporal, which reads the runtime's time zones, so the engine must as well. */
export const createEngine: typeof create = (configuration, options) =>
  create(configuration, { zones: runtimeZones(), ...options });
export { type Diff, diff } from "../dist/report.js";

export const ENGINE_VERSION: string = `${manifest.name} ${manifest.version}`;
