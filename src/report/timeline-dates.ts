import type { Destination, QueueConfiguration, Weekday } from "../config/types.ts";
import { WEEKDAYS } from "../schedule/hours.ts";
import { formatDate, weekdayIndex } from "../time/civil.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import type { ZoneSource } from "../time/zone.ts";
import { datedSpans, type OffsetStretch, offsetStretches, widened } from "./civil-spans.ts";
import { groupBy } from "./group.ts";
import { type DatedMark, exceptionMarks, spillMarks } from "./queue-marks.ts";
import type { Range } from "./range.ts";
import type { ServedStretch } from "./stretch.ts";
import type { CivilOpen, Mark, TimelineDate } from "./timeline-types.ts";
import { gapsAndFolds, transitionMarks } from "./transition-marks.ts";

export interface Axis {
  readonly zones: ZoneSource;
  readonly range: Range;
  readonly timezone: string;
  readonly destination: Destination;
  /** The queues that marks are about. */
  readonly places: readonly number[];
  readonly open: readonly ServedStretch[];
}

interface Placed<Item> {
  readonly day: number;
  readonly item: Item;
}

/** Every civil date that the range shows, and what is to be seen on it. */
export function timelineDates(axis: Axis): readonly TimelineDate[] {
  const { zones, range, timezone, open } = axis;
  const wide = widened(range);
  const offsets = offsetStretches(zones, timezone, wide);
  const spans = byDay(datedSpans(offsets, { start: wide.from, end: wide.to }).map(placedSpan));
  const opened = byDay(open.flatMap((stretch) => openOf(stretch, offsets)));
  const marks = byDay(marksOf(axis, offsets, wide));
  const shown = datedSpans(offsets, { start: range.from, end: range.to }).map(({ day }) => day);
  const first = shown.reduce((least, day) => Math.min(least, day));
  const last = shown.reduce((most, day) => Math.max(most, day));
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const day = first + i;
    const whole = spans.get(day) ?? [];
    return {
      date: formatDate(day),
      weekday: WEEKDAYS[weekdayIndex(day)] as Weekday,
      minutes: whole.reduce((sum, { start, end }) => sum + (end - start), 0) / MS_PER_MINUTE,
      spans: whole,
      open: opened.get(day) ?? [],
      marks: marks.get(day) ?? [],
    };
  });
}

function byDay<Item>(placed: readonly Placed<Item>[]): ReadonlyMap<number, readonly Item[]> {
  const groups = groupBy(placed, ({ day }) => day);
  return new Map([...groups].map(([day, items]) => [day, items.map(({ item }) => item)]));
}

function placedSpan<Span extends { readonly day: number }>({ day, ...item }: Span): Placed<Omit<Span, "day">> {
  return { day, item };
}

function openOf(stretch: ServedStretch, offsets: readonly OffsetStretch[]): readonly Placed<CivilOpen>[] {
  const { queue, index } = stretch;
  return datedSpans(offsets, stretch).map(({ day, ...span }) => ({ day, item: { ...span, queue, index } }));
}

function marksOf(axis: Axis, offsets: readonly OffsetStretch[], wide: Range): readonly Placed<Mark>[] {
  const { zones, range, timezone, destination, places } = axis;
  const queues = places.map((index) => ({ index, queue: destination[index] as QueueConfiguration }));
  const known = new Map([[timezone, offsets]]);
  for (const { queue } of queues) {
    if (!known.has(queue.timezone)) known.set(queue.timezone, offsetStretches(zones, queue.timezone, wide));
  }
  const transitions = [...known].flatMap(([zone, stretches]) => transitionMarks(zone, stretches, range));
  const dated = queues.flatMap(({ queue, index }) => {
    const own = known.get(queue.timezone) as readonly OffsetStretch[];
    return [...exceptionMarks(queue, index, own), ...spillMarks(queue, index, own)];
  });
  return [
    ...transitions.flatMap((item) =>
      daysOf(offsets, [{ start: item.at, end: item.at + 1 }]).map((day) => ({ day, item })),
    ),
    ...transitions
      .filter((mark) => mark.timezone === timezone)
      .flatMap((mark) => gapsAndFolds(mark).map(([day, item]) => ({ day, item }))),
    ...dated.flatMap((mark) => placedMark(mark, offsets, timezone)),
  ];
}

/** A date that its zone skips has no stretch to be seen by: it stands where an axis of that zone has it. */
function placedMark(
  { day, ...item }: DatedMark,
  offsets: readonly OffsetStretch[],
  axis: string,
): readonly Placed<Mark>[] {
  if (item.stretches.length === 0) return item.timezone === axis ? [{ day, item }] : [];
  return daysOf(offsets, item.stretches).map((shown) => ({ day: shown, item }));
}

function daysOf(
  offsets: readonly OffsetStretch[],
  stretches: readonly { readonly start: number; readonly end: number }[],
): readonly number[] {
  return [...new Set(stretches.flatMap((stretch) => datedSpans(offsets, stretch).map(({ day }) => day)))];
}
