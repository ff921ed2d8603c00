import type { ZoneSource } from "../index.ts";

const MS_PER_MINUTE = 60_000;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

/** What a wall clock shows. */
export interface WallClock {
  readonly weekday: (typeof WEEKDAYS)[number];
  /** `2026-11-01`. */
  readonly date: string;
  /** `01:30`. */
  readonly time: string;
  /** `-04:00`. */
  readonly offset: string;
}

/** `at` in epoch milliseconds. */
export function wallClock(at: number, timezone: string, zones: ZoneSource): WallClock {
  const minute = Math.floor(at / MS_PER_MINUTE);
  const offset = zones.spans(timezone, minute, minute + 1).offsets[0] as number;
  const shown = new Date(minute * MS_PER_MINUTE + offset * MS_PER_MINUTE);
  const [date = "", rest = ""] = shown.toISOString().split("T");
  const weekday = WEEKDAYS[shown.getUTCDay()] as WallClock["weekday"];
  return { weekday, date, time: rest.slice(0, 5), offset: offsetText(offset) };
}

/** `Sun 2026-11-01 01:30 -04:00`. */
export function clockText(at: number, timezone: string, zones: ZoneSource): string {
  const { weekday, date, time, offset } = wallClock(at, timezone, zones);
  return `${weekday} ${date} ${time} ${offset}`;
}

/** `2026-11-01T05:30:00Z`. */
export function instantText(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

export function offsetText(minutes: number): string {
  return `${minutes < 0 ? "-" : "+"}${minuteText(Math.abs(minutes))}`;
}

/** Minutes of a day as `HH:MM`. */
export function minuteText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** The offset changes: civil times are skipped (a gap) or shown twice (a fold). */
export interface Transition {
  /** Epoch minutes. */
  readonly minute: number;
  /** In minutes. */
  readonly before: number;
  readonly after: number;
}

/** Transitions of a zone in `[from, to)`, epoch minutes. */
export function transitionsIn(timezone: string, from: number, to: number, zones: ZoneSource): readonly Transition[] {
  const { starts, offsets } = zones.spans(timezone, from - 1, to);
  return starts.slice(1).map((minute, i) => ({
    minute,
    before: offsets[i] as number,
    after: offsets[i + 1] as number,
  }));
}
