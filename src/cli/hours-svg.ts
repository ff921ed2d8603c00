import type { Timeline } from "../report.ts";
import { openMinutes, openSpans, type Pictured, type PictureRow, pictureRows, queueLetter } from "./picture.ts";
import { dateLabel, notesOf, shortNote } from "./picture-notes.ts";
import { element, escapedXml, line, rectangle, textAt } from "./svg.ts";
import { QUEUE_COLOURS, SVG_STYLE } from "./svg-style.ts";
import { clockText, minuteText, offsetText } from "./wall-clock.ts";
import { ZONES } from "./zone-law.ts";

const WIDTH = 1010;
const MARGIN = 20;
/** The ruler: an hour is 24 units, so that quarters fall on whole ones. */
const LEFT = 156;
const HOUR = 24;
const RIGHT: number = LEFT + 24 * HOUR;
const TOTAL: number = RIGHT + 46;
const NOTE: number = RIGHT + 58;
/** Room for a gap, an exception and a cut spill of one date. */
const NOTE_LENGTH = 60;
const NOTE_LETTER = 6.2;

const ROW = 20;
const BAR = 12;
const MINUTES_PER_DAY = 1440;

/** Pieces of a picture, and how far down they reach. */
interface Drawn {
  readonly parts: readonly string[];
  readonly bottom: number;
}

/** A picture of a handoff's hours and its queues', with the same marks as in the terminal. */
export function hoursSvg({ handoff, whole, queues }: Pictured, at: number, request: string): string {
  const { name, configuration } = handoff;
  const [first, last] = [whole.dates[0]?.date ?? "", whole.dates.at(-1)?.date ?? ""];
  const title = `${name}: who is open`;
  const about = `${first} to ${last}, ${request}`;
  const parts = [
    textAt(MARGIN, 32, title, "title"),
    textAt(MARGIN, 54, `${about}; the instant ${clockText(at, whole.timezone, ZONES)} is marked`, "soft"),
  ];
  let bottom = 62;
  const draw = (one: Timeline, heading: string, queue: number | undefined) => {
    const drawn = block(one, heading, queue, at, bottom);
    parts.push(...drawn.parts);
    bottom = drawn.bottom;
  };
  draw(whole, `Which queue serves (clock of ${whole.timezone})`, undefined);
  for (const [i, one] of queues.entries()) {
    const enabled = configuration.destination[i]?.enabled === false ? ", not enabled" : "";
    draw(one, `${queueLetter(i)}  ${one.queue?.name ?? ""} (clock of ${one.timezone}${enabled})`, i);
  }
  const names = configuration.destination.map((queue) => queue.name);
  const drawn = legend(names, [whole, ...queues], bottom + 14);
  const height = drawn.bottom + MARGIN;
  const width = Math.max(WIDTH, NOTE + Math.ceil(noteLength(whole, queues) * NOTE_LETTER) + MARGIN);
  const description = `${about}. ${[whole, ...queues].map(described).join(" ")}`;
  return `${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-labelledby": "t d",
    },
    "\n",
    element("title", { id: "t" }, escapedXml(title)),
    element("desc", { id: "d" }, escapedXml(description)),
    element("style", {}, SVG_STYLE),
    hatching(),
    "\n",
    element("rect", { class: "page", x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 8 }),
    "\n",
    [...parts, ...drawn.parts].join("\n"),
    "\n",
  )}\n`;
}

function noteLength(whole: Timeline, queues: readonly Timeline[]): number {
  const notes = [
    ...whole.dates.map((date) => shortNote(date, undefined)),
    ...queues.flatMap(({ dates }, i) => dates.map((date) => shortNote(date, i))),
  ];
  return Math.min(NOTE_LENGTH, Math.max(0, ...notes.map((note) => note.length)));
}

/** The hours in words, for whoever does not see the picture. */
function described({ queue, dates, timezone }: Timeline): string {
  const days = dates.map(
    ({ date, open }) => `${date} ${Math.round(open.reduce((sum, { start, end }) => sum + (end - start), 0) / 60_000)}`,
  );
  return `${queue?.name ?? "The handoff"}, minutes open by date in ${timezone}: ${days.join(", ")}.`;
}

function hatching(): string {
  const stroke = line(0, 0, 0, 6, "hatch");
  const attributes = {
    id: "hatch",
    width: 6,
    height: 6,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  };
  return element("defs", {}, element("pattern", attributes, stroke));
}

function block(one: Timeline, heading: string, queue: number | undefined, at: number, top: number): Drawn {
  const rows = pictureRows(one, at);
  const offsets = [...new Set(rows.flatMap((row) => row.offsets))];
  const begin = top + 46;
  const parts = [textAt(MARGIN, top + 22, heading, "heading"), axis("", begin - 6, 0)];
  rows.forEach((row, i) => {
    parts.push(...rowParts(row, queue, begin + i * ROW, offsets.length > 1));
  });
  const end = begin + rows.length * ROW;
  parts.push(line(LEFT, begin, RIGHT, begin, "axis"), line(LEFT, end, RIGHT, end, "axis"));
  offsets.forEach((offset, i) => {
    parts.push(axis(`UTC at ${offsetText(offset)}`, end + 14 + i * 15, -offset));
  });
  rows.forEach((row, i) => {
    if (row.now !== undefined) parts.push(nowParts(row.now, begin + i * ROW));
  });
  return { parts, bottom: end + 6 + offsets.length * 15 };
}

/** Hours every three, shifted by minutes. */
function axis(name: string, y: number, shift: number): string {
  const labels = Array.from({ length: 9 }, (_, i) => {
    const minutes = i * 180 + shift;
    const within = ((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    const text = shift === 0 && i === 8 ? "24:00" : minuteText(within);
    return textAt(x(i * 180), y, text, "small soft mid");
  });
  const shownName = name === "" ? [] : [textAt(LEFT - 24, y, name, "small soft end")];
  return element("g", {}, ...shownName, ...labels);
}

function rowParts(row: PictureRow, queue: number | undefined, y: number, hasOffset: boolean): readonly string[] {
  const { date, pass, passes, shown, gaps, folds, offsets } = row;
  const baseline = y + 14;
  const parts: string[] = [];
  if (pass === 0) parts.push(textAt(MARGIN, baseline, dateLabel(date)));
  const offset = passes > 1 ? offsets[0] : offsets.at(-1);
  if (hasOffset && offset !== undefined) parts.push(textAt(LEFT - 24, baseline, offsetText(offset), "small soft end"));
  for (const { start, end } of shown) parts.push(band(start, end, y + 1, ROW - 2, "track"));
  const exceptions = queue === undefined ? [] : row.exceptions;
  for (const { start, end } of exceptions) parts.push(band(start, end, y + 1, ROW - 2, "exception"));
  for (const { start, end } of folds) parts.push(band(start, end, y + 1, ROW - 2, "fold"));
  for (let hour = 1; hour < 24; hour++) parts.push(line(x(hour * 60), y + 1, x(hour * 60), y + ROW - 1, "grid"));
  for (const { start, end } of gaps) parts.push(band(start, end, y + 2, ROW - 4, "gap"));
  for (const { index, civilStart, civilEnd } of openSpans(row)) {
    parts.push(band(civilStart, civilEnd, y + (ROW - BAR) / 2, BAR, `q${index % QUEUE_COLOURS}`));
    const middle = x((civilStart + civilEnd) / 2);
    if (x(civilEnd) - x(civilStart) >= 12) parts.push(textAt(middle, y + 13.5, queueLetter(index), "letter"));
  }
  for (const minute of row.transitions) parts.push(line(x(minute), y - 1, x(minute), y + ROW + 1, "transition"));
  parts.push(textAt(TOTAL, baseline, minuteText(openMinutes(row)), "small end"));
  if (pass === 0) parts.push(noteOf(row, queue, baseline));
  return parts;
}

function noteOf({ date }: PictureRow, queue: number | undefined, y: number): string {
  const note = shortNote(date, queue);
  if (note === "") return "";
  const short = note.length > NOTE_LENGTH ? `${note.slice(0, NOTE_LENGTH - 1)}…` : note;
  const whole = notesOf([date]).map(({ text }) => text);
  return element("g", {}, element("title", {}, whole.map(escapedXml).join("\n")), textAt(NOTE, y, short, "small soft"));
}

function nowParts(minute: number, y: number): string {
  const at = x(minute);
  const arrow = element("path", { d: `M${at - 4} ${y - 3}h8l-4 6z`, class: "now" });
  return element("g", {}, line(at, y, at, y + ROW, "now"), arrow);
}

function band(start: number, end: number, y: number, height: number, className: string): string {
  return rectangle(x(start), y, x(end) - x(start), height, className);
}

function x(minute: number): number {
  return LEFT + (minute * HOUR) / 60;
}

function legend(names: readonly string[], timelines: readonly Timeline[], top: number): Drawn {
  const marks = new Set(timelines.flatMap(({ dates }) => dates.flatMap((date) => date.marks.map(({ kind }) => kind))));
  const served = new Set(timelines.flatMap(({ open, queue }) => [...open.map(({ index }) => index), queue?.index]));
  const swatches = names.flatMap((name, i): [className: string, says: string][] =>
    served.has(i) ? [[`q${i % QUEUE_COLOURS}`, `${queueLetter(i)} ${name}`]] : [],
  );
  swatches.push(["track", "closed"]);
  if (marks.has("date_exception")) swatches.push(["exception", "date exception"]);
  if (marks.has("fold")) swatches.push(["fold", "fold: shown twice"]);
  if (marks.has("gap")) swatches.push(["gap", "gap: skipped"]);
  const parts: string[] = [];
  let [left, y] = [MARGIN, top];
  for (const [className, says] of swatches) {
    const width = 34 + says.length * 6.6;
    if (left + width > WIDTH - MARGIN) [left, y] = [MARGIN, y + 20];
    parts.push(rectangle(left, y, 20, BAR, className), textAt(left + 27, y + 10.5, says, "soft"));
    left += width + 14;
  }
  if (marks.has("transition")) {
    if (left + 130 > WIDTH - MARGIN) [left, y] = [MARGIN, y + 20];
    parts.push(
      line(left + 10, y - 2, left + 10, y + BAR + 2, "transition"),
      textAt(left + 22, y + 10.5, "a clock changes", "soft"),
    );
    left += 130;
  }
  if (left + 130 > WIDTH - MARGIN) [left, y] = [MARGIN, y + 20];
  parts.push(
    element("path", { d: `M${left + 6} ${y}h8l-4 6z`, class: "now" }),
    textAt(left + 22, y + 10.5, "the instant asked about", "soft"),
  );
  return { parts, bottom: y + BAR };
}
