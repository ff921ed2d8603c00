import { runtimeZones } from "./runtime-zones.ts";
import type { UnusableZones, ZoneSource } from "./zone.ts";

/** A place where time-zone data was looked for: the source that was found there, or why it cannot be used. */
export type ReadableZones =
  | { readonly name: string; readonly source: ZoneSource; readonly error?: never }
  | (UnusableZones & { readonly source?: never });

/** Every source that this process can read, the broken ones with their errors. */
export function readableZones(): readonly ReadableZones[] {
  const source = runtimeZones();
  return [{ name: source.name, source }];
}
