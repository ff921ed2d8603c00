import { keptZones } from "./kept-zones.ts";
import type { OnProgress } from "./progress.ts";
import { newestZones } from "./time/newest-zones.ts";
import type { ZoneSource } from "./time/zone.ts";
import { runtimeTimers, type Timers } from "./timers.ts";
import type { WindowOptions } from "./window.ts";

export interface EngineOptions {
  /** The clock, epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number;
  /** UTC days compiled before and after today. Default: 7 and 400; together at most 3,660. */
  readonly window?: Partial<WindowOptions>;
  /** Where time-zone law comes from. Default: `newestZones()`. */
  readonly zones?: ZoneSource;
  /**
   * Told how far checking and compiling have come, a hundred times each at most, within `createEngine`, `replace` and
   * `refreshZones`. What it throws ends the work and is thrown on; what served before a `replace` or a refresh goes on.
   */
  readonly onProgress?: OnProgress;
  /** How events and watches wait, for tests. Default: the timers of the runtime. */
  readonly timers?: Timers;
}

export interface Settings {
  readonly now: () => number;
  readonly window: WindowOptions;
  readonly zones: ZoneSource;
  readonly onProgress: OnProgress | undefined;
  readonly timers: Timers;
}

const DEFAULT_WINDOW: WindowOptions = Object.freeze({ pastDays: 7, aheadDays: 400 });
const MAX_WINDOW_DAYS = 3660;

/** Throws a RangeError for a window that is none, and a ZoneDataError when no time-zone data can be used. */
export function settingsOf(options: EngineOptions): Settings {
  const window = {
    pastDays: given(options.window?.pastDays, DEFAULT_WINDOW.pastDays),
    aheadDays: given(options.window?.aheadDays, DEFAULT_WINDOW.aheadDays),
  };
  for (const name of ["pastDays", "aheadDays"] as const) {
    const days = window[name];
    if (!Number.isInteger(days) || days < 0) {
      throw new RangeError(`\`window.${name}\` must be a whole number of days from 0 on, got ${days}`);
    }
  }
  if (window.pastDays + window.aheadDays > MAX_WINDOW_DAYS) {
    throw new RangeError(
      `\`window\` must be at most ${MAX_WINDOW_DAYS} days, got ${window.pastDays + window.aheadDays}`,
    );
  }
  return {
    now: options.now ?? (() => Date.now()),
    window,
    zones: keptZones(options.zones ?? newestZones()),
    onProgress: options.onProgress,
    timers: options.timers ?? runtimeTimers,
  };
}

function given(days: number | undefined, otherwise: number): number {
  return days === undefined ? otherwise : days;
}
