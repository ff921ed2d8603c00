import type { ZoneSource } from "./zone.ts";

/** Which time-zone data something was worked out from. */
export interface ZoneData {
  /** What kind of source, e.g. `runtime`. */
  readonly name: string;
  /** tz database version, e.g. `2026c`; `unknown` when the source does not tell. */
  readonly version: string;
}

/** What of a source can be written down. */
export function zoneData({ name, version }: ZoneSource): ZoneData {
  return { name, version };
}
