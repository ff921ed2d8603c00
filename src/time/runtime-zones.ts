import { Temporal } from "@js-temporal/polyfill";
import { MINUTES_PER_DAY } from "./civil.ts";
import { ianaNames } from "./iana.ts";
import { MS_PER_MINUTE } from "./instant.ts";
import { checkKnownInstants } from "./known-instants.ts";
import type { OffsetSpans, ZoneSource } from "./zone.ts";

const PROBE_MINUTES = 4 * MINUTES_PER_DAY;
const NANOSECONDS_PER_MINUTE = 60_000_000_000;

/** Temporal refuses instants past this one. */
const LAST_TEMPORAL_MS = 8.64e15;

/**
 * The time-zone data of the JavaScript runtime, read through Temporal. Known to lag behind the law by months. Throws a
 * ZoneDataError when it does not pass the self-check, as with an override of ICU's data that is empty.
 */
export function runtimeZones(): ZoneSource {
  checked ??= checkedZones();
  return checked;
}

/** The data cannot change while the process runs. */
let checked: ZoneSource | undefined;

function checkedZones(): ZoneSource {
  let names: readonly string[] | undefined;
  const zones = {
    name: "runtime",
    version: runtimeVersion(),
    has: isKnown,
    names: () => (names ??= knownNames()),
    spans,
  };
  checkKnownInstants(zones);
  return zones;
}

export function runtimeVersion(): string {
  const host = globalThis as { readonly process?: { readonly versions?: { readonly tz?: string } } };
  return host.process?.versions?.tz ?? "unknown";
}

/** IANA's names and no others: runtimes accept abbreviations that it does not define. */
function knownNames(): readonly string[] {
  return [...ianaNames().values()].map(({ name }) => name).filter(isKnown);
}

function isKnown(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds transitions by looking at the offset every four days, and not by `getTimeZoneTransition`, which steps two weeks
 * and so overlooks a DST that was called off within them (Maceió 2000), or one between two Ramadans (Gaza 2040).
 */
function spans(timezone: string, from: number, to: number): OffsetSpans {
  const starts = [from];
  const offsets = [offsetAt(timezone, from)];
  for (let low = from; low < to; ) {
    const high = Math.min(low + PROBE_MINUTES, to);
    const offset = offsets[offsets.length - 1] as number;
    if (offsetAt(timezone, high) === offset) {
      low = high;
      continue;
    }
    low = firstOther(timezone, low, high, offset);
    if (low >= to) break;
    starts.push(low);
    offsets.push(offsetAt(timezone, low));
  }
  return { from, to, starts, offsets };
}

/** The first minute of another offset: `low` still has `offset`, `high` no longer. */
function firstOther(timezone: string, low: number, high: number, offset: number): number {
  let same = low;
  let other = high;
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(timezone, middle) === offset) same = middle;
    else other = middle;
  }
  return other;
}

function offsetAt(timezone: string, minute: number): number {
  const epochMs = Math.min(minute * MS_PER_MINUTE, LAST_TEMPORAL_MS);
  const zoned = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timezone);
  const offset = zoned.offsetNanoseconds / NANOSECONDS_PER_MINUTE;
  if (Number.isInteger(offset)) return offset;
  throw new Error(`time-zone data of \`${timezone}\` is corrupt: an offset of ${offset} minutes`);
}
