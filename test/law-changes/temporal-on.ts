import type { Temporal as JsTemporal } from "@js-temporal/polyfill";
import { Temporal as PolyfillTemporal } from "temporal-polyfill";
import { sharedReadings } from "../properties/shared-readings.ts";
import type { Law } from "./law.ts";

/** The part of Temporal that the oracle uses, its zones by the table: the instant is shown in the offset that is in force. */
export function temporalOn(law: Law): typeof JsTemporal {
  function fromEpochMilliseconds(at: number) {
    const toZonedDateTimeISO = (timezone: string) =>
      PolyfillTemporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(offsetText(offsetAt(law, timezone, at)));
    return { toZonedDateTimeISO };
  }
  return sharedReadings({ Instant: { fromEpochMilliseconds } } as unknown as typeof JsTemporal);
}

/** In minutes: read from the last turn that has come. */
export function offsetAt(law: Law, timezone: string, at: number): number {
  let offset = Number.NaN;
  for (const turn of law[timezone] ?? []) if (turn.from * 60_000 <= at) offset = turn.offset;
  return offset;
}

export function offsetText(minutes: number): string {
  const absolute = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
}
