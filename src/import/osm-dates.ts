import { quoteName } from "../config/quote.ts";
import { parseDate } from "../time/civil.ts";
import { MOST_DATES } from "./most-dates.ts";
import { type OsmReader, refuse } from "./osm-reader.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const EASTER = /^easter$/i;
const WEEK = /^week$/i;

export function beginsDates(reader: OsmReader, ahead = 0): boolean {
  const { kind, text } = reader.peek(ahead);
  if (kind === "number") return text.length === 4;
  return kind === "word" && (EASTER.test(text) || WEEK.test(text) || monthIndex(text) >= 0);
}

interface Day {
  readonly year: number;
  readonly month: number;
  /** Undefined: a month as a whole. */
  readonly day: number | undefined;
}

/** `2026 Dec 24-26,2027 Jan 01`, as epoch days. */
export function readDates(reader: OsmReader): readonly number[] {
  const dates: number[] = [];
  do dates.push(...readRange(reader));
  while (reader.isSign(",") && beginsDates(reader, 1) && reader.takeSign(","));
  return dates;
}

function readRange(reader: OsmReader): readonly number[] {
  const token = reader.peek();
  const first = readFull(reader);
  const last = reader.takeSign("-") ? readEnd(reader, first) : first;
  if (reader.isSign("+")) refuse("E_OSM_SHIFT", reader.peek(), "`+`");
  const range = reader.since(token);
  const from = epochDayOf(first, false);
  const to = epochDayOf(last, true);
  if (from === undefined || to === undefined) refuse("E_OSM_DATE", range, quoteName(range.text));
  if (to < from) refuse("E_OSM_ORDER", range, quoteName(range.text));
  if (to - from >= MOST_DATES) refuse("E_OSM_MANY", range, MOST_DATES);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** A year, a month, and as a rule a day. */
function readFull(reader: OsmReader): Day {
  const token = reader.peek();
  if (EASTER.test(token.text)) refuse("E_OSM_EASTER", token, quoteName(token.text));
  if (WEEK.test(token.text)) refuse("E_OSM_WEEKS", token, quoteName(token.text));
  if (token.kind === "word") {
    readMonth(reader);
    if (reader.peek().kind === "number") reader.take();
    const part = reader.since(token);
    refuse("E_OSM_YEARLY", part, quoteName(part.text));
  }
  const year = Number(reader.take().text);
  const next = reader.peek();
  if (EASTER.test(next.text)) refuse("E_OSM_EASTER", next, quoteName(next.text));
  if (WEEK.test(next.text)) refuse("E_OSM_WEEKS", next, quoteName(next.text));
  if (next.kind !== "word" || monthIndex(next.text) < 0) refuse("E_OSM_YEAR", token, quoteName(token.text));
  const month = readMonth(reader);
  return { year, month, day: readDay(reader) };
}

/** Behind `-`: a day, a month with a day, or all of it. What is left out is that of the start. */
function readEnd(reader: OsmReader, first: Day): Day {
  const token = reader.peek();
  if (token.kind === "number" && token.text.length === 4) return readFull(reader);
  if (token.kind === "word" && monthIndex(token.text) >= 0) {
    const month = readMonth(reader);
    return { year: first.year, month, day: readDay(reader) };
  }
  const day = first.day === undefined ? undefined : readDay(reader);
  return day === undefined ? reader.unexpected("the last date, such as 2026 Dec 31") : { ...first, day };
}

function readMonth(reader: OsmReader): number {
  return monthIndex(reader.take().text) + 1;
}

/** A time of the day begins with a number, too, but with a colon in it. */
function readDay(reader: OsmReader): number | undefined {
  const { kind, text } = reader.peek();
  if (kind !== "number" || text.length > 2) return undefined;
  reader.take();
  return Number(text);
}

function epochDayOf({ year, month, day }: Day, isEnd: boolean): number | undefined {
  const date = (m: number, d: number, y = year) =>
    parseDate(`${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`);
  if (day !== undefined) return date(month, day);
  if (!isEnd) return date(month, 1);
  const next = month === 12 ? date(1, 1, year + 1) : date(month + 1, 1);
  return next === undefined ? undefined : next - 1;
}

function monthIndex(text: string): number {
  return MONTHS.indexOf(text.toLowerCase());
}
