import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
/** Collects garbage. */
export const collect = runInNewContext("gc") as () => void;

/** What `build` makes, and by how many bytes it makes the memory grow: for an index that is made of objects. */
export function weighed<T>(build: () => T): { readonly built: T; readonly bytes: number } {
  collect();
  const before = inUse();
  const built = build();
  collect();
  return { built, bytes: inUse() - before };
}

function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
