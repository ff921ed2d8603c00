import type { CivilOpen } from "../report.ts";
import type { Paint } from "./paint.ts";
import { type Minutes, openMinutes, openSpans, type PictureRow, queueLetter } from "./picture.ts";
import { dateLabel, flagsOf } from "./picture-notes.ts";
import { padded } from "./table.ts";
import { minuteText, offsetText } from "./wall-clock.ts";

const MINUTES_PER_DAY = 1440;
/** Cells of an hour: each is of whole minutes that people write. */
const FINENESS = [12, 6, 4, 3, 2, 1];

export interface RulerOptions {
  readonly columns: number;
  /** By which queue serves, in letters; else whether it is open. */
  readonly byQueue: boolean;
  readonly paint: Paint;
  /** What the marked instant is called; undefined: it is not marked. */
  readonly now: string | undefined;
}

/** Signs of a cell. They differ in shape, so that colour is a comfort and no more. */
const SIGN = { closed: "·", hour: ":", gap: "×", fold: "~", open: "█", begin: "▌", end: "▐", part: "▒", none: " " };

/** The rows of a picture as a ruler of the day, with the civil axis above and that of UTC below. */
export function rulerText(rows: readonly PictureRow[], { columns, byQueue, paint, now }: RulerOptions): string {
  const offsets = [...new Set(rows.flatMap((row) => row.offsets))];
  const flags = Math.max(0, ...rows.map((row) => flagsOf(row.date).length));
  const labels = rows.map((row) => label(row, flags, offsets.length > 1));
  const margin = Math.max("UTC at -00:00".length, ...labels.map((text) => text.length)) + 1;
  const totals = "  24:00".length;
  const perHour = FINENESS.find((cells) => margin + cells * 24 + totals <= columns) ?? 1;
  const lists = rows.map((row) => hoursText(row, byQueue));
  const room = columns - margin - perHour * 24 - totals - 2;
  const hasLists = Math.max(0, ...lists.map((text) => text.length)) <= room;
  const lines = rows.flatMap((row, i) => {
    const total = minuteText(openMinutes(row)).padStart(7);
    const list = hasLists && lists[i] !== "" ? `  ${lists[i]}` : "";
    const line = `${padded(labels[i] as string, margin)}${cellsText(row, perHour, byQueue, paint)}${total}${list}`;
    return row.now === undefined || now === undefined
      ? [line]
      : [line, nowLine(margin + Math.floor((row.now * perHour) / 60), now)];
  });
  const step = perHour === 1 ? 6 : 3;
  const axes = offsets.map((offset) => axisText(`UTC at ${offsetText(offset)}`, margin, perHour, step, -offset));
  return [axisText("", margin, perHour, step, 0), tickText(margin, perHour, step), ...lines, ...axes]
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}

function label({ date, pass, passes, offsets }: PictureRow, flags: number, hasOffset: boolean): string {
  const name = pass === 0 ? dateLabel(date) : "";
  const marks = flags === 0 ? "" : ` ${(pass === 0 ? flagsOf(date) : "").padEnd(flags)}`;
  const which = offsets[0] === undefined ? "" : offsetText(passes > 1 ? offsets[0] : (offsets.at(-1) as number));
  return `${name.padEnd(10)}${marks}${hasOffset ? ` ${which.padEnd(6)}` : ""}`;
}

function cellsText(row: PictureRow, perHour: number, byQueue: boolean, p: Paint): string {
  const size = 60 / perHour;
  const cells = Array.from({ length: 24 * perHour }, (_, i) => {
    const cell = { start: i * size, end: (i + 1) * size };
    return cellOf(row, cell, i % perHour === 0 && (cell.start / 60) % 3 === 0, byQueue);
  });
  // A run of equal cells is painted at once.
  let text = "";
  for (let i = 0; i < cells.length; ) {
    let end = i;
    while (end < cells.length && cells[end]?.queue === cells[i]?.queue) end++;
    const run = cells
      .slice(i, end)
      .map(({ sign }) => sign)
      .join("");
    const queue = cells[i]?.queue;
    text += queue === undefined ? p.soft(run) : p.nth(queue, run);
    i = end;
  }
  return text;
}

interface Cell {
  readonly sign: string;
  /** Place of the queue that serves; undefined where none does. */
  readonly queue?: number;
}

function cellOf(row: PictureRow, cell: Minutes, isHour: boolean, byQueue: boolean): Cell {
  const spans = row.open.filter((span) => overlap(cell, civil(span)) > 0);
  const [first] = spans;
  if (first === undefined) {
    if (overlaps(row.shown, cell) === 0) return { sign: overlaps(row.gaps, cell) > 0 ? SIGN.gap : SIGN.none };
    if (overlaps(row.folds, cell) > 0) return { sign: SIGN.fold };
    return { sign: isHour ? SIGN.hour : SIGN.closed };
  }
  const parts = new Map<number, number>();
  for (const span of spans) parts.set(span.index, (parts.get(span.index) ?? 0) + overlap(cell, civil(span)));
  const [queue, most] = [...parts].reduce((a, b) => (b[1] > a[1] ? b : a));
  const isFull = most === cell.end - cell.start;
  if (byQueue) return { sign: isFull ? queueLetter(queue) : queueLetter(queue).toLowerCase(), queue };
  if (isFull) return { sign: SIGN.open, queue };
  const begins = spans.some(({ civilStart }) => civilStart <= cell.start);
  const ends = spans.some(({ civilEnd }) => civilEnd >= cell.end);
  return { sign: begins === ends ? SIGN.part : begins ? SIGN.begin : SIGN.end, queue };
}

function civil({ civilStart, civilEnd }: CivilOpen): Minutes {
  return { start: civilStart, end: civilEnd };
}

function overlap(a: Minutes, b: Minutes): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function overlaps(some: readonly Minutes[], cell: Minutes): number {
  return some.reduce((sum, one) => sum + overlap(one, cell), 0);
}

/** `A 08:00-12:30, B 12:30-18:00`. */
function hoursText(row: PictureRow, byQueue: boolean): string {
  return openSpans(row)
    .map(({ index, civilStart, civilEnd }) => {
      const hours = `${minuteText(civilStart)}-${minuteText(civilEnd)}`;
      return byQueue ? `${queueLetter(index)} ${hours}` : hours;
    })
    .join(", ");
}

/** Hours where the ticks are, shifted by minutes. */
function axisText(name: string, margin: number, perHour: number, step: number, shift: number): string {
  let line = name.padEnd(margin);
  for (let hour = 0; hour <= 24; hour += step) {
    const minutes = hour * 60 + shift;
    const within = ((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    const text = shift === 0 && hour === 24 ? "24" : minuteText(within).replace(/:00$/, "");
    line = `${line.padEnd(margin + hour * perHour)}${text}`;
  }
  return line;
}

function tickText(margin: number, perHour: number, step: number): string {
  const ticks = Array.from({ length: 24 / step }, () => `|${"-".repeat(step * perHour - 1)}`);
  return `${" ".repeat(margin)}${ticks.join("")}|`;
}

function nowLine(column: number, now: string): string {
  const text = `^ ${now}`;
  return `${" ".repeat(column)}${text}`;
}

/** What the signs say, those that the rows have; `queues`: whether pictures of single queues are among them. */
export function legendText(rows: readonly PictureRow[], queues: boolean): string {
  const has = (part: (row: PictureRow) => readonly unknown[]) => rows.some((row) => part(row).length > 0);
  const lines = [
    "A  this queue serves (a: for a part of the cell)",
    queues ? "█  open (▌▐▒: for a part of the cell)" : undefined,
    "·  closed",
    has(({ gaps }) => gaps) ? "×  gap: the clock skips this time" : undefined,
    has(({ folds }) => folds) ? "~  fold: closed; the clock shows this time twice, once a line" : undefined,
  ];
  return lines.map((line) => (line === undefined ? "" : `${line}\n`)).join("");
}
