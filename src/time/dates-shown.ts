import { MINUTES_PER_DAY } from "./civil.ts";
import { type OffsetSpans, spanAt } from "./zone.ts";

/** The civil dates, as epoch days, that a wall clock shows within `[from, to)` of the spans: each once, in order. */
export function datesShown(spans: OffsetSpans, from: number, to: number): readonly number[] {
  const dates = new Set<number>();
  for (let i = spanAt(spans, from); i < spans.starts.length; i++) {
    const start = Math.max(spans.starts[i] as number, from);
    if (start >= to) break;
    const offset = spans.offsets[i] as number;
    const last = Math.floor((Math.min(spans.starts[i + 1] ?? to, to) + offset - 1) / MINUTES_PER_DAY);
    for (let date = Math.floor((start + offset) / MINUTES_PER_DAY); date <= last; date++) dates.add(date);
  }
  return [...dates].sort((a, b) => a - b);
}
