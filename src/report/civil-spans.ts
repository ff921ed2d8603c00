import { MINUTES_PER_DAY } from "../time/civil.ts";
import { FIRST_INSTANT, LAST_INSTANT, MS_PER_DAY, MS_PER_MINUTE } from "../time/instant.ts";
import type { Boundaries } from "../time/interval.ts";
import { spanAt, type ZoneSource } from "../time/zone.ts";
import type { Range } from "./range.ts";
import type { Stretch } from "./stretch.ts";
import type { CivilSpan } from "./timeline-types.ts";

/** A stretch without a transition. */
export interface OffsetStretch extends Stretch {
  /** From UTC, in minutes. */
  readonly offset: number;
}

/** The offsets of a zone over a range, cut to it. */
export function offsetStretches(zones: ZoneSource, timezone: string, { from, to }: Range): readonly OffsetStretch[] {
  const first = Math.floor(from / MS_PER_MINUTE);
  const { starts, offsets } = zones.spans(timezone, first, Math.max(Math.ceil(to / MS_PER_MINUTE), first + 1));
  const found: OffsetStretch[] = [];
  for (let i = spanAt({ starts, offsets, from: first, to: first }, first); i < starts.length; i++) {
    const start = Math.max((starts[i] as number) * MS_PER_MINUTE, from);
    const end = Math.min((starts[i + 1] ?? Number.POSITIVE_INFINITY) * MS_PER_MINUTE, to);
    if (start >= to) break;
    found.push({ start, end, offset: offsets[i] as number });
  }
  return found;
}

/** A stretch of instants as an axis shows it, by epoch day, in order of instants; a date may come twice at a fold. */
export interface DatedSpan extends CivilSpan {
  readonly day: number;
}

export function datedSpans(offsets: readonly OffsetStretch[], { start: from, end: to }: Stretch): readonly DatedSpan[] {
  const found: DatedSpan[] = [];
  for (const { start, end, offset } of offsets) {
    const shift = offset * MS_PER_MINUTE;
    const last = Math.min(end, to) + shift;
    for (let at = Math.max(start, from) + shift; at < last; ) {
      const day = Math.floor(at / MS_PER_DAY);
      const until = Math.min((day + 1) * MS_PER_DAY, last);
      const civilStart = (at - day * MS_PER_DAY) / MS_PER_MINUTE;
      const civilEnd = (until - day * MS_PER_DAY) / MS_PER_MINUTE;
      found.push({ day, start: at - shift, end: until - shift, civilStart, civilEnd, offset });
      at = until;
    }
  }
  return found;
}

/** A range with some days more on either side, so that every date it shows is whole: no zone moves one by more than two. */
export function widened({ from, to }: Range): Range {
  const room = 3 * MS_PER_DAY;
  return { from: Math.max(from - room, FIRST_INSTANT), to: Math.min(to + room, LAST_INSTANT) };
}

/** When a zone shows the civil minutes `[civilStart, civilEnd)` of a date: two stretches in a fold, none in a gap. */
export function instantsShowing(
  offsets: readonly OffsetStretch[],
  day: number,
  civilStart = 0,
  civilEnd: number = MINUTES_PER_DAY,
): readonly Stretch[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end, offset } of offsets) {
    const midnight = (day * MINUTES_PER_DAY - offset) * MS_PER_MINUTE;
    const from = Math.max(start, midnight + civilStart * MS_PER_MINUTE);
    const to = Math.min(end, midnight + civilEnd * MS_PER_MINUTE);
    if (from >= to) continue;
    const last = found.at(-1);
    if (last?.end === from) last.end = to;
    else found.push({ start: from, end: to });
  }
  return found;
}

/** The same for several intervals of the date, in order of instants. */
export function stretchesShowing(
  minutes: Boundaries,
  day: number,
  offsets: readonly OffsetStretch[],
): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0; i < minutes.length; i += 2) {
    found.push(...instantsShowing(offsets, day, minutes[i] as number, minutes[i + 1] as number));
  }
  return found.sort((a, b) => a.start - b.start);
}
