import type { Temporal } from "@js-temporal/polyfill";

type Clock = Pick<Temporal.ZonedDateTime, "hour" | "minute" | "toPlainDate">;

/**
 * The part of Temporal that the oracle uses, with the wall clock of a zone read once an instant: queues of one zone
 * share the reading. What is read, and all that is concluded from it, stays the oracle's and Temporal's.
 */
export function sharedReadings(temporal: typeof Temporal): typeof Temporal {
  let last = Number.NaN;
  const clocks = new Map<string, Clock>();

  function read(at: number, timezone: string): Clock {
    const known = clocks.get(timezone);
    if (known !== undefined) return known;
    const { hour, minute, date } = fields(temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone));
    const clock = { hour, minute, toPlainDate: () => date };
    clocks.set(timezone, clock);
    return clock;
  }

  function fromEpochMilliseconds(at: number) {
    if (at !== last) clocks.clear();
    last = at;
    return { toZonedDateTimeISO: (timezone: string) => read(at, timezone) };
  }

  return { Instant: { fromEpochMilliseconds } } as unknown as typeof Temporal;
}

function fields(zoned: Temporal.ZonedDateTime) {
  const shown = zoned.toPlainDateTime();
  return { hour: shown.hour, minute: shown.minute, date: shown.toPlainDate() };
}
