import type { UnusableZones, ZoneSource } from "./zone.ts";
import { asZoneDataError, zoneCandidates } from "./zone-candidates.ts";

/** A place where time-zone data was looked for: the source that was found there, or why it cannot be used. */
export type ReadableZones =
  | { readonly name: string; readonly source: ZoneSource; readonly error?: never }
  | (UnusableZones & { readonly source?: never });

/** Every source that this process can read, the broken ones with their errors. */
export function readableZones(): readonly ReadableZones[] {
  return zoneCandidates().map((candidate) => {
    if ("error" in candidate) return candidate;
    const { name, folder, open } = candidate;
    try {
      return { name, source: open() };
    } catch (error) {
      return { name, folder, error: asZoneDataError(error) };
    }
  });
}
