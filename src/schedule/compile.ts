import { MINUTES_PER_DAY } from "../time/civil.ts";
import { append, type Boundaries } from "../time/interval.ts";
import { spanAt, type ZoneSource } from "../time/zone.ts";
import { compileDay } from "./compile-day.ts";
import { type DateHours, dateHours } from "./date-hours.ts";
import { DistinctDays } from "./distinct-days.ts";
import type { Schedule } from "./schedule.ts";

/** When a schedule is open on a run of UTC days: each distinct day once, and which day is which. */
export interface CompiledDays {
  /** Minutes of the UTC day. */
  readonly distinct: readonly Boundaries[];
  /** By day, from the first: an index of `distinct`. */
  readonly days: Uint16Array;
}

/**
 * Compiles the UTC days `[firstDay, firstDay + count)`.
 *
 * Between two transitions a UTC day shows two civil dates, moved by the offset: it looks like any other day that shows
 * the same hours under the same offset, the day a week before nearly always. Only a day that holds a transition is
 * compiled on its own.
 */
export function compileSchedule(
  { timezone, hours }: Schedule,
  zones: ZoneSource,
  firstDay: number,
  count: number,
): CompiledDays {
  const begin = firstDay * MINUTES_PER_DAY;
  const end = begin + count * MINUTES_PER_DAY;
  const spans = zones.spans(timezone, begin, end);
  // An offset moves a date by less than a day either way.
  const civil = dateHours(hours, firstDay - 1, count + 2);
  const found = new DistinctDays();
  const days = new Uint16Array(count);
  for (let s = spanAt(spans, begin); s < spans.starts.length; s++) {
    const start = Math.max(spans.starts[s] as number, begin);
    if (start >= end) break;
    const from = Math.ceil((start - begin) / MINUTES_PER_DAY);
    const to = Math.floor((Math.min(spans.starts[s + 1] ?? end, end) - begin) / MINUTES_PER_DAY);
    const isWithinDay = start - begin < from * MINUTES_PER_DAY;
    if (isWithinDay) days[from - 1] = found.add(compileDay(hours, spans, firstDay + from - 1));
    compileStretch(civil, spans.offsets[s] as number, found, days, from, to);
  }
  return { distinct: found.days, days };
}

/** The days `[from, to)`, all under one offset. Date `i` of `civil` is the one before day `i`. */
function compileStretch(
  { distinct, dates }: DateHours,
  offset: number,
  found: DistinctDays,
  days: Uint16Array,
  from: number,
  to: number,
): void {
  const ahead = offset < 0 ? 0 : 1;
  const shown = offset === 0 ? 0 : 1;
  const known = new Map<number, number>();
  for (let day = from; day < to; day++) {
    const first = dates[day + ahead] as number;
    const second = dates[day + ahead + shown] as number;
    if (day - from >= 7 && dates[day + ahead - 7] === first && dates[day + ahead + shown - 7] === second) {
      days[day] = days[day - 7] as number;
      continue;
    }
    const key = first * 0x10000 + second;
    let leaf = known.get(key);
    if (leaf === undefined) {
      const open: number[] = [];
      const shift = (ahead - 1) * MINUTES_PER_DAY - offset;
      appendMoved(open, distinct[first] as Boundaries, shift);
      if (shown === 1) appendMoved(open, distinct[second] as Boundaries, shift + MINUTES_PER_DAY);
      leaf = found.add(open);
      known.set(key, leaf);
    }
    days[day] = leaf;
  }
}

/** Adds the part of `civil`, moved by `shift`, that lies within the day. */
function appendMoved(open: number[], civil: Boundaries, shift: number): void {
  for (let b = 0; b < civil.length; b += 2) {
    const start = Math.max((civil[b] as number) + shift, 0);
    const end = Math.min((civil[b + 1] as number) + shift, MINUTES_PER_DAY);
    if (start < end) append(open, start, end);
  }
}
