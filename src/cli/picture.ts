import type { Handoff } from "../index.ts";
import type { CivilOpen, CivilSpan, Mark, Timeline, TimelineDate } from "../report.ts";

/** A handoff as a whole, and each of its queues. */
export interface Pictured {
  readonly handoff: Handoff;
  readonly whole: Timeline;
  readonly queues: readonly Timeline[];
}

/** Of a destination with more queues, the rest are one: who has that many looks at queue by queue. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** What a queue is called in a picture: A for the first of the destination. */
export function queueLetter(index: number): string {
  return LETTERS[index] ?? "*";
}

/** Minutes of a civil date, half-open. */
export interface Minutes {
  readonly start: number;
  readonly end: number;
}

/**
 * One line of a picture: a civil date, or the part of it that the clock shows once. A date with a fold has two, for its
 * repeated minutes have each their own place; a date with a gap has one, with a hole.
 */
export interface PictureRow {
  readonly date: TimelineDate;
  /** From 0: which line of the date. */
  readonly pass: number;
  /** How many lines the date has. */
  readonly passes: number;
  /** What the clock shows in this line. */
  readonly shown: readonly Minutes[];
  readonly open: readonly CivilOpen[];
  /** Never shown. */
  readonly gaps: readonly Minutes[];
  /** Shown in another line as well. */
  readonly folds: readonly Minutes[];
  /** Of UTC, in minutes, one for each of `shown`. */
  readonly offsets: readonly number[];
  /** Where a date of a queue's own clock has an exception. */
  readonly exceptions: readonly Minutes[];
  /** Civil minutes at which a clock changes, this one or a queue's. */
  readonly transitions: readonly number[];
  /** The civil minute of the instant that is marked, where it is in this line. */
  readonly now: number | undefined;
}

/** The lines of a timeline, in order. */
export function pictureRows(timeline: Timeline, now: number): readonly PictureRow[] {
  return timeline.dates.flatMap((date) => rowsOf(date, now));
}

function rowsOf(date: TimelineDate, now: number): readonly PictureRow[] {
  const lines: CivilSpan[][] = [[]];
  for (const span of date.spans) {
    const last = lines.at(-1)?.at(-1);
    if (last !== undefined && span.civilStart < last.civilEnd) lines.push([]);
    lines.at(-1)?.push(span);
  }
  return lines.map((spans, pass) => {
    const holds = (at: number) => spans.find(({ start, end }) => at >= start && at < end);
    const minuteOf = (at: number) => {
      const span = holds(at);
      return span && span.civilStart + (at - span.start) / 60_000;
    };
    const isLast = pass === lines.length - 1;
    const changes = date.marks.flatMap((mark) => (mark.kind === "transition" ? (minuteOf(mark.at) ?? []) : []));
    return {
      date,
      pass,
      passes: lines.length,
      shown: spans.map(civil),
      open: date.open.filter(({ start }) => holds(start) !== undefined),
      gaps: marked(date.marks, "gap"),
      folds: lines.length > 1 ? marked(date.marks, "fold") : [],
      offsets: spans.map(({ offset }) => offset),
      exceptions: exceptionsIn(date.marks, spans),
      transitions: isLast ? changes : [...changes, spans.at(-1)?.civilEnd ?? 0],
      now: minuteOf(now),
    };
  });
}

function exceptionsIn(marks: readonly Mark[], spans: readonly CivilSpan[]): readonly Minutes[] {
  const stretches = marks.flatMap((mark) => (mark.kind === "date_exception" ? mark.stretches : []));
  return stretches.flatMap(({ start, end }) =>
    spans.flatMap((span) => {
      const [from, to] = [Math.max(start, span.start), Math.min(end, span.end)];
      const minute = (at: number) => span.civilStart + (at - span.start) / 60_000;
      return from < to ? [{ start: minute(from), end: minute(to) }] : [];
    }),
  );
}

function civil({ civilStart, civilEnd }: CivilSpan): Minutes {
  return { start: civilStart, end: civilEnd };
}

function marked(marks: readonly Mark[], kind: "gap" | "fold"): readonly Minutes[] {
  return marks.flatMap((mark) => (mark.kind === kind ? [{ start: mark.civilStart, end: mark.civilEnd }] : []));
}

/** Real minutes that are open. */
export function openMinutes({ open }: PictureRow): number {
  return open.reduce((sum, { start, end }) => sum + (end - start) / 60_000, 0);
}

/** Of one queue after the other, what touches as one. */
export function openSpans({ open }: PictureRow): readonly CivilOpen[] {
  const joined: CivilOpen[] = [];
  for (const span of open) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      last.index === span.index &&
      last.end === span.start &&
      last.civilEnd === span.civilStart
    ) {
      joined[joined.length - 1] = { ...last, end: span.end, civilEnd: span.civilEnd };
    } else joined.push(span);
  }
  return joined;
}
