import { cachedZones } from "./time/cached-zones.ts";
import { guardedZones } from "./time/guarded-zones.ts";
import type { ZoneSource } from "./time/zone.ts";

/** Kept for as long as the host keeps its source: reading a zone costs milliseconds, and its law is the same each time. */
const kept = new WeakMap<ZoneSource, ZoneSource>();

/** The source, of which each piece is read once, whoever asks, and none is taken that cannot be: that would be "closed". */
export function keptZones(source: ZoneSource): ZoneSource {
  const known = kept.get(source);
  if (known !== undefined) return known;
  const zones = cachedZones(guardedZones(source));
  kept.set(source, zones);
  return zones;
}
