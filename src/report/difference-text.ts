import { formatInstant } from "../time/instant.ts";
import type { ZoneData } from "../time/zone-data.ts";
import type { ZoneDifference } from "./zone-differences.ts";

/** `America/Vancouver from 2026-11-01T09:00:00Z on`, and so on. */
export function differenceText(zones: readonly ZoneDifference[]): string {
  return zones.map(({ timezone, first }) => `\`${timezone}\` from ${formatInstant(first)} on`).join(", ");
}

/** `system 2026f`. */
export function dataText({ name, version }: ZoneData): string {
  return `${name} ${version}`;
}
