import type { Stretch } from "../report.ts";
import { instantText, wallClock } from "./wall-clock.ts";
import { ZONES } from "./zone-law.ts";

/** `Tue 2026-12-01 08:00 to 12:30 -05:00`; dates and offsets stand where they change. */
export function stretchText({ start, end }: Stretch, timezone: string): string {
  const [from, to] = [wallClock(start, timezone, ZONES), wallClock(end, timezone, ZONES)];
  const isSameOffset = from.offset === to.offset;
  const isSameDate = from.date === to.date;
  const until = isSameDate ? to.time : `${to.weekday} ${to.date} ${to.time}`;
  return `${from.weekday} ${from.date} ${from.time}${isSameOffset ? "" : ` ${from.offset}`} to ${until} ${to.offset}`;
}

export function stretchJson<Some extends Stretch>(
  stretch: Some,
): Omit<Some, "start" | "end"> & { start: string; end: string } {
  return { ...stretch, start: instantText(stretch.start), end: instantText(stretch.end) };
}

/** `4 h 30 min`. */
export function lengthText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [...(hours > 0 ? [`${hours.toLocaleString("en-US")} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])];
  return parts.length === 0 ? "0 h" : parts.join(" ");
}

export function percentText(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((part / whole) * 100).toFixed(1)} %`;
}
