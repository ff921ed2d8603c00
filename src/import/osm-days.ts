import { quoteName } from "../config/quote.ts";
import { type OsmReader, refuse } from "./osm-reader.ts";
import type { Token } from "./osm-tokens.ts";

const DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"];
const HOLIDAYS = /^(ph|sh)$/i;

export function beginsDays(reader: OsmReader, ahead = 0): boolean {
  const { kind, text } = reader.peek(ahead);
  return kind === "word" && (HOLIDAYS.test(text) || dayIndex(text) >= 0);
}

/** `Mo-Th,Sa`; a range may go over Sunday. 0 is Monday. */
export function readDays(reader: OsmReader): ReadonlySet<number> {
  const days = new Set<number>();
  do readRange(reader, days);
  while (reader.isSign(",") && beginsDays(reader, 1) && reader.takeSign(","));
  return days;
}

function readRange(reader: OsmReader, days: Set<number>): void {
  const first = readDay(reader);
  const last = reader.takeSign("-") ? readDay(reader) : first;
  if (reader.isSign("[")) refuse("E_OSM_NTH", reader.peek());
  if (reader.isSign("+") || reader.isSign("-")) refuse("E_OSM_SHIFT", reader.peek(), quoteName(reader.peek().text));
  for (let i = 0; i <= (last - first + 7) % 7; i++) days.add((first + i) % 7);
}

function readDay(reader: OsmReader): number {
  const token: Token = reader.peek();
  if (HOLIDAYS.test(token.text)) refuse("E_OSM_HOLIDAYS", token, quoteName(token.text));
  const day = token.kind === "word" ? dayIndex(token.text) : -1;
  if (day < 0) reader.unexpected("a weekday, Mo to Su");
  reader.take();
  return day;
}

function dayIndex(text: string): number {
  return DAYS.indexOf(text.toLowerCase());
}
