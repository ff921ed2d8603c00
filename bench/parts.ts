/** What the package keeps to itself, for the lookups that start at its tables. */
export { scheduleOf } from "../src/resolve/routes.ts";
export { compileState, treeBuilder } from "../src/state.ts";
export { describeState } from "../src/status.ts";
export { cachedZones } from "../src/time/cached-zones.ts";
export { runtimeZones } from "../src/time/runtime-zones.ts";
export { bytesOf, isOpen } from "../src/tree/tree.ts";
