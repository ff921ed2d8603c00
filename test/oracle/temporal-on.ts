import type { Temporal } from "@js-temporal/polyfill";

/**
 * The part of Temporal that the law is written with, its zones by other data: the wall clock of a zone is that of UTC,
 * moved by the offset. `offsetAt` is given epoch milliseconds and gives seconds.
 */
export function temporalOn(
  temporal: typeof Temporal,
  offsetAt: (timezone: string, at: number) => number,
): typeof Temporal {
  function fromEpochMilliseconds(at: number) {
    const toZonedDateTimeISO = (timezone: string) =>
      temporal.Instant.fromEpochMilliseconds(at + offsetAt(timezone, at) * 1000).toZonedDateTimeISO("UTC");
    return { toZonedDateTimeISO };
  }
  return { Instant: { fromEpochMilliseconds } } as unknown as typeof Temporal;
}
