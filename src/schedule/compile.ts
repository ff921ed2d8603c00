import { MINUTES_PER_DAY } from "../time/civil.ts";
import { append, type Boundaries } from "../time/interval.ts";
import { spanAt, type ZoneSource } from "../time/zone.ts";
import { compileDay } from "./compile-day.ts";
import { type DateHours, dateHours, repeatWeek } from "./date-hours.ts";
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
 * the same hours under the same offset. So one week is compiled and repeated, then the days near exceptions are put in;
 * a day that holds a transition is compiled on its own.
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
  { distinct, dates, week, irregular }: DateHours,
  offset: number,
  found: DistinctDays,
  days: Uint16Array,
  from: number,
  to: number,
): void {
  const ahead = offset < 0 ? 0 : 1;
  const shown = offset === 0 ? 0 : 1;
  const shift = (ahead - 1) * MINUTES_PER_DAY - offset;
  const known = new Map<number, number>();

  function compile(first: number, second: number): number {
    const key = first * 0x10000 + second;
    const before = known.get(key);
    if (before !== undefined) return before;
    const open: number[] = [];
    appendMoved(open, distinct[first] as Boundaries, shift);
    if (shown === 1) appendMoved(open, distinct[second] as Boundaries, shift + MINUTES_PER_DAY);
    const leaf = found.add(open);
    known.set(key, leaf);
    return leaf;
  }

  function put(day: number): void {
    if (day >= from && day < to)
      days[day] = compile(dates[day + ahead] as number, dates[day + ahead + shown] as number);
  }

  for (let day = from; day < Math.min(from + 7, to); day++) {
    days[day] = compile(week[(day + ahead) % 7] as number, week[(day + ahead + shown) % 7] as number);
  }
  repeatWeek(days, from, to);
  for (const date of irregular) {
    put(date - ahead);
    if (shown === 1) put(date - ahead - shown);
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
