import { BoundaryDraft } from "../time/boundary-draft.ts";
import { MINUTES_PER_DAY } from "../time/civil.ts";
import type { Boundaries } from "../time/interval.ts";
import { spanAt, type ZoneSource } from "../time/zone.ts";
import { appendMoved, draftDay } from "./compile-day.ts";
import { DateHours } from "./date-hours.ts";
import { DistinctDays } from "./distinct-days.ts";
import { NONE, NumberTable } from "./number-table.ts";
import type { Schedule } from "./schedule.ts";

/** When a schedule is open on a run of UTC days: each distinct day once, and which day is which. */
export interface CompiledDays {
  /** Minutes of the UTC day. */
  readonly distinct: readonly Boundaries[];
  /** By day, from the first: an index of `distinct`. Good until the next schedule is compiled. */
  readonly days: Uint16Array;
}

/**
 * INVARIANT (one at a time): schedules are compiled one after the other, each in the memory of the one before, for a fleet
 * has thousands, and their garbage would hold up whoever asks meanwhile. Nothing that is called from here compiles, but for
 * the zones, which may be the caller's and are asked first.
 */
const civil = new DateHours();
const found = new DistinctDays();
const known = new NumberTable();
const open = new BoundaryDraft();
let room: Uint16Array = new Uint16Array(0);
/** As many days of it as were asked for last. */
let days: Uint16Array = room;

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
  civil.read(hours, firstDay - 1, count + 2);
  found.clear();
  known.clear();
  if (room.length < count) room = new Uint16Array(count);
  if (days.length !== count) days = room.subarray(0, count);
  for (let s = spanAt(spans, begin); s < spans.starts.length; s++) {
    const start = Math.max(spans.starts[s] as number, begin);
    if (start >= end) break;
    const from = Math.ceil((start - begin) / MINUTES_PER_DAY);
    const to = Math.floor((Math.min(spans.starts[s + 1] ?? end, end) - begin) / MINUTES_PER_DAY);
    const isWithinDay = start - begin < from * MINUTES_PER_DAY;
    if (isWithinDay) {
      draftDay(open, civil, spans, firstDay + from - 1);
      days[from - 1] = found.add(open.values, open.length);
    }
    compileStretch(spans.offsets[s] as number, from, to);
  }
  return { distinct: found.days(), days };
}

/** The days `[from, to)`, all under one offset. Date `i` of `civil` is the one before day `i`. */
function compileStretch(offset: number, from: number, to: number): void {
  // A day shows one date and the next; under no offset the one alone, of which the other would show nothing.
  const first = offset < 0 ? 0 : 1;
  const second = offset === 0 ? first : first + 1;
  const shift = (first - 1) * MINUTES_PER_DAY - offset;
  const firstWeek = Math.min(from + 7, to);
  for (let day = from; day < firstWeek; day++) {
    days[day] = dayShowing(shift, civil.usualKindOn(day + first), civil.usualKindOn(day + second));
  }
  repeatWeek(days, firstWeek, to);
  for (let i = 0; i < civil.irregulars; i++) {
    const date = civil.irregular[i] as number;
    const last = Math.min(date - first, to - 1);
    for (let day = Math.max(date - second, from); day <= last; day++) {
      days[day] = dayShowing(shift, civil.kindOn(day + first), civil.kindOn(day + second));
    }
  }
}

/** What stands in `[from, to)` is what stood there a week before. */
function repeatWeek(days: Uint16Array, from: number, to: number): void {
  for (let day = from; day < to; day++) days[day] = days[day - 7] as number;
}

/** The number of a day that shows dates of these kinds, the first moved by `shift`. */
function dayShowing(shift: number, first: number, second: number): number {
  const kinds = (first << 16) | second;
  const before = known.get(shift, kinds);
  if (before !== NONE) return before;
  open.clear();
  appendMoved(open, civil.hoursOf(first), shift, 0, MINUTES_PER_DAY);
  appendMoved(open, civil.hoursOf(second), shift + MINUTES_PER_DAY, 0, MINUTES_PER_DAY);
  const day = found.add(open.values, open.length);
  known.set(shift, kinds, day);
  return day;
}
