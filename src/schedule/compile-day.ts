import { MINUTES_PER_DAY } from "../time/civil.ts";
import { append, type Boundaries } from "../time/interval.ts";
import { type OffsetSpans, spanAt } from "../time/zone.ts";
import { type Hours, hoursOfDate } from "./hours.ts";

/**
 * When a queue is open on one UTC day, in minutes of that day.
 *
 * For each offset span that touches the day, the civil hours of the dates it shows are shifted by its offset and
 * clipped to it. A gap needs no rule (no span shows its minutes), nor does a fold (two spans show them).
 */
export function compileDay(hours: Hours, spans: OffsetSpans, utcDay: number): Boundaries {
  const dayStart = utcDay * MINUTES_PER_DAY;
  const dayEnd = dayStart + MINUTES_PER_DAY;
  const open: number[] = [];
  for (let i = spanAt(spans, dayStart); i < spans.starts.length; i++) {
    const from = Math.max(dayStart, spans.starts[i] as number);
    const to = Math.min(dayEnd, spans.starts[i + 1] ?? dayEnd);
    if (from >= dayEnd) break;
    const offset = spans.offsets[i] as number;
    const lastDate = Math.floor((to + offset - 1) / MINUTES_PER_DAY);
    for (let date = Math.floor((from + offset) / MINUTES_PER_DAY); date <= lastDate; date++) {
      const civil = hoursOfDate(hours, date);
      const shift = date * MINUTES_PER_DAY - offset;
      for (let b = 0; b < civil.length; b += 2) {
        const start = Math.max(from, (civil[b] as number) + shift);
        const end = Math.min(to, (civil[b + 1] as number) + shift);
        if (start < end) append(open, start - dayStart, end - dayStart);
      }
    }
  }
  return open;
}
