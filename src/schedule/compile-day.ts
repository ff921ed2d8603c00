import { BoundaryDraft } from "../time/boundary-draft.ts";
import { MINUTES_PER_DAY } from "../time/civil.ts";
import type { Boundaries } from "../time/interval.ts";
import { type OffsetSpans, spanAt } from "../time/zone.ts";
import { type Hours, hoursOfDate } from "./hours.ts";

/** The hours of civil dates, in minutes of the date. */
export interface CivilHours {
  hoursOn(epochDay: number): Boundaries;
}

/** When a queue is open on one UTC day, in minutes of that day. */
export function compileDay(hours: Hours, spans: OffsetSpans, utcDay: number): Boundaries {
  const open = new BoundaryDraft();
  draftDay(open, { hoursOn: (date) => hoursOfDate(hours, date) }, spans, utcDay);
  return open.taken();
}

/**
 * For each offset span that touches the day, the civil hours of the dates it shows are shifted by its offset and
 * clipped to it. A gap needs no rule (no span shows its minutes), nor does a fold (two spans show them).
 */
export function draftDay(open: BoundaryDraft, civil: CivilHours, spans: OffsetSpans, utcDay: number): void {
  const dayStart = utcDay * MINUTES_PER_DAY;
  const dayEnd = dayStart + MINUTES_PER_DAY;
  open.clear();
  for (let i = spanAt(spans, dayStart); i < spans.starts.length; i++) {
    const from = Math.max(dayStart, spans.starts[i] as number);
    const to = Math.min(dayEnd, spans.starts[i + 1] ?? dayEnd);
    if (from >= dayEnd) break;
    const offset = spans.offsets[i] as number;
    const lastDate = Math.floor((to + offset - 1) / MINUTES_PER_DAY);
    for (let date = Math.floor((from + offset) / MINUTES_PER_DAY); date <= lastDate; date++) {
      const shift = date * MINUTES_PER_DAY - offset - dayStart;
      appendMoved(open, civil.hoursOn(date), shift, from - dayStart, to - dayStart);
    }
  }
}

/** Adds the part of `civil`, moved by `shift`, that lies within `[from, to)`. */
export function appendMoved(open: BoundaryDraft, civil: Boundaries, shift: number, from: number, to: number): void {
  for (let b = 0; b < civil.length; b += 2) {
    const start = (civil[b] as number) + shift;
    const end = (civil[b + 1] as number) + shift;
    if (start >= to) return;
    if (end > from) open.append(Math.max(start, from), Math.min(end, to));
  }
}
