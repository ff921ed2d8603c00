import { quoteName } from "../config/quote.ts";
import { MINUTES_PER_DAY } from "../time/civil.ts";
import type { Minutes } from "./civil-intervals.ts";
import { type OsmReader, refuse } from "./osm-reader.ts";
import type { Token } from "./osm-tokens.ts";

const SUN = /^(sunrise|sunset|dawn|dusk)$/i;

export function beginsTimes(reader: OsmReader, ahead = 0): boolean {
  const { kind, text } = reader.peek(ahead);
  return kind === "time" || kind === "number" || reader.isSign("(", ahead) || (kind === "word" && SUN.test(text));
}

/** `09:00-12:00,13:00-17:00`. */
export function readTimes(reader: OsmReader): readonly Minutes[] {
  const times = [readRange(reader)];
  while (reader.isSign(",") && beginsTimes(reader, 1) && !isYear(reader.peek(1))) {
    reader.take();
    times.push(readRange(reader));
  }
  return times;
}

/** A date behind a comma begins a rule, and no time. */
function isYear({ kind, text }: Token): boolean {
  return kind === "number" && text.length === 4;
}

function readRange(reader: OsmReader): Minutes {
  const first = reader.peek();
  const start = readTime(reader);
  if (reader.takeSign("+")) refuse("E_OSM_OPEN_END", reader.since(first));
  if (!reader.takeSign("-")) refuse("E_OSM_NO_END", first, quoteName(first.text));
  const end = readTime(reader);
  if (reader.isSign("+")) refuse("E_OSM_OPEN_END", reader.peek());
  if (reader.isSign("/")) refuse("E_OSM_POINTS", reader.peek());
  const range = reader.since(first);
  if (start >= MINUTES_PER_DAY || end > 2 * MINUTES_PER_DAY) refuse("E_OSM_TIME", range, quoteName(range.text));
  const until = end < start ? end + MINUTES_PER_DAY : end;
  const isWholeDate = start === 0 && until === MINUTES_PER_DAY;
  if (until === start || (until - start >= MINUTES_PER_DAY && !isWholeDate)) {
    refuse("E_OSM_LENGTH", range, quoteName(range.text));
  }
  return { start, end: until };
}

function readTime(reader: OsmReader): number {
  const token = reader.peek();
  const sun = reader.isSign("(") ? reader.peek(1) : token;
  if (SUN.test(sun.text)) refuse("E_OSM_SUN", sun, quoteName(sun.text));
  if (token.kind === "number") refuse("E_OSM_TIME", token, quoteName(token.text));
  if (token.kind !== "time") reader.unexpected("a time such as 09:00");
  const [hours = 0, minutes = 0] = token.text.split(":").map(Number);
  if (minutes > 59) refuse("E_OSM_TIME", token, quoteName(token.text));
  reader.take();
  return hours * 60 + minutes;
}
