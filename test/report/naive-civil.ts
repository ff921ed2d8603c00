import { Temporal } from "temporal-polyfill";

/** 0 is Monday 00:00, as a wall clock of the zone shows it. */
export function civilMinuteOfWeek(timezone: string, at: number): number {
  const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  return (clock.dayOfWeek - 1) * 1440 + clock.hour * 60 + clock.minute;
}

export interface Shown {
  readonly date: string;
  readonly minute: number;
  /** From UTC, in minutes. */
  readonly offset: number;
}

let last = Number.NaN;
const lately = new Map<string, Shown>();

/** What a wall clock of the zone shows. Asked about one instant after the other, it is read once for each zone. */
export function shownAt(timezone: string, at: number): Shown {
  if (at !== last) lately.clear();
  last = at;
  const known = lately.get(timezone);
  if (known !== undefined) return known;
  const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  const { hour, minute, offsetNanoseconds } = clock;
  const shown = { date: clock.toPlainDate().toString(), minute: hour * 60 + minute, offset: offsetNanoseconds / 6e10 };
  lately.set(timezone, shown);
  return shown;
}
