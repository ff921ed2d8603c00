import { Temporal } from "@js-temporal/polyfill";
import { MS_PER_MINUTE } from "./instant.ts";
import type { OffsetSpans, ZoneSource } from "./zone.ts";

const NANOSECONDS_PER_MINUTE = 60_000_000_000;

/** Temporal refuses instants past this one. */
const LAST_TEMPORAL_MS = 8.64e15;

/** The time-zone data of the JavaScript runtime, read through Temporal. Known to lag behind the law by months. */
export function runtimeZones(): ZoneSource {
  return { name: "runtime", version: runtimeVersion(), has: isKnown, spans };
}

function runtimeVersion(): string {
  const host = globalThis as { readonly process?: { readonly versions?: { readonly tz?: string } } };
  return host.process?.versions?.tz ?? "unknown";
}

function isKnown(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return true;
  } catch {
    return false;
  }
}

function spans(timezone: string, from: number, to: number): OffsetSpans {
  const starts = [from];
  const first = at(timezone, from);
  const offsets = [offsetMinutes(first)];
  for (let next = first.getTimeZoneTransition("next"); next !== null; next = next.getTimeZoneTransition("next")) {
    const start = wholeMinutes(next.epochMilliseconds / MS_PER_MINUTE, timezone);
    if (start >= to) break;
    const offset = offsetMinutes(next);
    // A change of name or of the DST flag alone is no transition here.
    if (offset === offsets[offsets.length - 1]) continue;
    starts.push(start);
    offsets.push(offset);
  }
  return { from, to, starts, offsets };
}

function at(timezone: string, minute: number): Temporal.ZonedDateTime {
  const epochMs = Math.min(minute * MS_PER_MINUTE, LAST_TEMPORAL_MS);
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timezone);
}

function offsetMinutes(zoned: Temporal.ZonedDateTime): number {
  return wholeMinutes(zoned.offsetNanoseconds / NANOSECONDS_PER_MINUTE, zoned.timeZoneId);
}

function wholeMinutes(value: number, timezone: string): number {
  if (Number.isInteger(value)) return value;
  throw new Error(`time-zone data of \`${timezone}\` is corrupt: ${value} is not a whole number of minutes`);
}
