import { BoundaryDraft } from "../time/boundary-draft.ts";
import { MINUTES_PER_DAY } from "../time/civil.ts";
import { spanAt, type ZoneSource } from "../time/zone.ts";
import { appendMoved, draftDay } from "./compile-day.ts";
import { DateHours } from "./date-hours.ts";
import { DayPattern } from "./day-pattern.ts";
import { DistinctDays } from "./distinct-days.ts";
import { NONE } from "./number-table.ts";
import { PairNumbers } from "./pair-numbers.ts";
import type { Schedule } from "./schedule.ts";

/** When a schedule is open on a run of UTC days: the distinct days, and which day is which. */
export interface CompiledDays {
  /**
   * In minutes of the UTC day. Each distinct day once, and perhaps some that do not occur: of every stretch a whole week is
   * compiled, however short the stretch, and whichever of its days are odd. Good until the next schedule is compiled, as
   * all of it.
   */
  readonly distinct: DistinctDays;
  /** Each day, from the first, by its number in `distinct`. */
  readonly days: DayPattern;
}

/**
 * INVARIANT (one at a time): schedules are compiled one after the other, each in the memory of the one before, for a fleet
 * has thousands, and their garbage would hold up whoever asks meanwhile. The memory stays as large as the largest of them
 * needed it. Nothing that is called from here compiles, but for the zones, which may be the caller's and are asked first.
 */
const civil = new DateHours();
const found = new DistinctDays();
const known = new PairNumbers();
const open = new BoundaryDraft();
const days = new DayPattern();

/**
 * Compiles the UTC days `[firstDay, firstDay + count)`.
 *
 * Between two transitions a UTC day shows two civil dates, moved by the offset: it looks like any other day that shows
 * the same hours under the same offset. So one week is compiled, which repeats, then the days near exceptions, which are
 * odd; a day that holds a transition is compiled on its own.
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
  known.clear(civil.kinds);
  days.clear(count);
  for (let s = spanAt(spans, begin); s < spans.starts.length; s++) {
    const start = Math.max(spans.starts[s] as number, begin);
    if (start >= end) break;
    const from = Math.ceil((start - begin) / MINUTES_PER_DAY);
    const to = Math.floor((Math.min(spans.starts[s + 1] ?? end, end) - begin) / MINUTES_PER_DAY);
    const isWithinDay = start - begin < from * MINUTES_PER_DAY;
    if (isWithinDay) {
      draftDay(open, civil, spans, firstDay + from - 1);
      days.addOdd(from - 1, found.add(open.values, open.length));
    }
    if (from < to) compileStretch(spans.offsets[s] as number, from, to);
  }
  return { distinct: found, days };
}

/** The days `[from, to)`, all under one offset. Date `i` of `civil` is the one before day `i`. */
function compileStretch(offset: number, from: number, to: number): void {
  // A day shows one date and the next; under no offset the one alone, of which the other would show nothing.
  const first = offset < 0 ? 0 : 1;
  const second = offset === 0 ? first : first + 1;
  const shift = (first - 1) * MINUTES_PER_DAY - offset;
  known.under(shift);
  days.begin(from);
  for (let day = from; day < from + 7; day++) {
    days.setUsual(day, dayShowing(shift, civil.usualKindOn(day + first), civil.usualKindOn(day + second)));
  }
  for (let i = 0; i < civil.irregulars; i++) {
    const date = civil.irregular[i] as number;
    const last = Math.min(date - first, to - 1);
    for (let day = Math.max(date - second, from); day <= last; day++) {
      days.addOdd(day, dayShowing(shift, civil.kindOn(day + first), civil.kindOn(day + second)));
    }
  }
}

/** The number of a day that shows dates of these kinds, the first moved by `shift`. */
function dayShowing(shift: number, first: number, second: number): number {
  const before = known.get(first, second);
  if (before !== NONE) return before;
  open.clear();
  appendMoved(open, civil.hoursOf(first), shift, 0, MINUTES_PER_DAY);
  appendMoved(open, civil.hoursOf(second), shift + MINUTES_PER_DAY, 0, MINUTES_PER_DAY);
  const day = found.add(open.values, open.length);
  known.set(first, second, day);
  return day;
}
