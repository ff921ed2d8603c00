import type { Configuration } from "../config/types.ts";
import type { ZoneSource } from "../time/zone.ts";

/** What reports are about: a configuration under the law of a time-zone source. Every engine is one. */
export interface Meaning {
  readonly configuration: Configuration;
  readonly zoneSource: ZoneSource;
  status(): { readonly window: { readonly from: number; readonly to: number } };
}

/** Half-open `[from, to)` in epoch milliseconds; the ends of the engine's window where left out. */
export interface RangeOptions {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}
