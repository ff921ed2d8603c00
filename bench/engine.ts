import manifest from "../package.json" with { type: "json" };

/** The engine as it is published. By path: bench is a package of its own, and only a package itself may use its name. */
export { createEngine, type Engine, type Handoff, type Queue } from "../dist/index.js";
export { type Diff, diff } from "../dist/report.js";

export const ENGINE_VERSION: string = `${manifest.name} ${manifest.version}`;
