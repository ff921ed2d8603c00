import { civilReading } from "../resolve/civil-reading.ts";
import type { CivilReading } from "../resolve/explanation.ts";
import { civilMinute } from "../schedule/schedule.ts";
import { ianaNames } from "../time/iana.ts";
import { formatInstant, MS_PER_MINUTE } from "../time/instant.ts";
import type { ZoneSource } from "../time/zone.ts";

/** An instant, and what clocks show at it: with their offsets, so that a time in a fold is one and not two. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number;
  /** `2026-11-22T18:43:00Z`. */
  readonly utc: string;
  /** By the clock of the queue; undefined when no queue serves the request. */
  readonly queue: CivilReading | undefined;
  /** By the clock of the caller, where the request names its time zone. */
  readonly caller: CivilReading | undefined;
}

/** Whose clocks are read. */
export interface Clocks {
  readonly zones: ZoneSource;
  readonly queue: string | undefined;
  readonly caller: string | undefined;
}

export function momentAt(at: number, { zones, queue, caller }: Clocks): Moment {
  const minute = Math.floor(at / MS_PER_MINUTE);
  const reading = (timezone: string | undefined) =>
    timezone === undefined ? undefined : civilReading(timezone, civilMinute(timezone, minute, zones));
  return { at, utc: formatInstant(at), queue: reading(queue), caller: reading(caller) };
}

/**
 * The time zone that a request names, as IANA spells it; undefined when there is none of that name, or when its offsets over
 * `[from, to]`, in epoch milliseconds, cannot be read: a caller's clock is no reason for a conversation to have no answer.
 */
export function callerZone(named: unknown, zones: ZoneSource, from: number, to: number): string | undefined {
  const known = typeof named === "string" ? ianaNames().get(named.toLowerCase())?.name : undefined;
  if (known === undefined) return undefined;
  try {
    if (!zones.has(known)) return undefined;
    zones.spans(known, Math.floor(from / MS_PER_MINUTE), Math.floor(to / MS_PER_MINUTE) + 1);
    return known;
  } catch {
    return undefined;
  }
}
