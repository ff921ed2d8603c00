import { quoteName } from "../config/quote.ts";
import { MINUTES_PER_DAY } from "../time/civil.ts";
import type { Minutes } from "./civil-intervals.ts";
import type { TextImportProblem, TextPart } from "./import-problem.ts";
import { beginsDates, readDates } from "./osm-dates.ts";
import { beginsDays, readDays } from "./osm-days.ts";
import { osmProblem } from "./osm-problem.ts";
import { OsmReader, OsmRefused, refuse } from "./osm-reader.ts";
import { beginsTimes, readTimes } from "./osm-times.ts";
import { osmTokens, type Token } from "./osm-tokens.ts";

/** One rule of the syntax's subset that a queue can express. */
export interface OsmRule {
  /** Where it stands. */
  readonly part: TextPart;
  /** Adds to the rules before it (`,`) instead of taking their place on its days (`;`). */
  readonly adds: boolean;
  /** Epoch days; undefined: it is about weekdays alone. */
  readonly dates: ReadonlySet<number> | undefined;
  /** 0 is Monday; undefined: every day. */
  readonly days: ReadonlySet<number> | undefined;
  /** None: closed. */
  readonly times: readonly Minutes[];
}

const WHOLE_DATE: readonly Minutes[] = [{ start: 0, end: MINUTES_PER_DAY }];
const ALL_DAYS: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6]);

/** The rules of a text, and the first problem of each one that is refused. */
export function osmRules(text: string): {
  readonly rules: readonly OsmRule[];
  readonly problems: readonly TextImportProblem[];
} {
  const reader = new OsmReader(text, osmTokens(text));
  const rules: OsmRule[] = [];
  const problems: TextImportProblem[] = [];
  let adds = false;
  while (reader.peek().kind !== "end") {
    if (reader.takeSign(";")) {
      adds = false;
      continue;
    }
    try {
      rules.push(readRule(reader, adds, rules.length === 0 && problems.length === 0));
      adds = readSeparator(reader);
    } catch (error) {
      if (!(error instanceof OsmRefused)) throw error;
      problems.push(error.problem);
      skipRule(reader);
      adds = false;
    }
  }
  const whole = { text, start: 0, end: text.length };
  if (rules.length === 0 && problems.length === 0) problems.push(osmProblem("E_OSM_EMPTY", whole));
  return { rules, problems };
}

function readRule(reader: OsmReader, adds: boolean, isFirst: boolean): OsmRule {
  const first = reader.peek();
  const always = takeAlways(reader);
  const dates = !always && beginsDates(reader) ? readDates(reader) : undefined;
  if (dates !== undefined) reader.takeSign(":");
  const days = always ? ALL_DAYS : beginsDays(reader) ? readDays(reader) : undefined;
  if (days !== undefined && !always) reader.takeSign(":");
  const times = !always && beginsTimes(reader) ? readTimes(reader) : undefined;
  const says = takeModifier(reader);
  const isEmpty = !always && [dates, days, times, says].every((part) => part === undefined);
  if (isEmpty) reader.unexpected("days and times such as Mo-Fr 09:00-17:00");
  const part = reader.since(first);
  if (says === "closed" && times !== undefined) refuse("E_OSM_OFF_TIMES", part);
  if (dates === undefined && days === undefined && !isFirst) refuse("E_OSM_ALL_DAYS", part);
  return {
    part,
    adds,
    dates: dates && new Set(dates),
    days,
    times: says === "closed" ? [] : (times ?? WHOLE_DATE),
  };
}

/** `24/7`. */
function takeAlways(reader: OsmReader): boolean {
  const isIt = reader.peek().text === "24" && reader.isSign("/", 1) && reader.peek(2).text === "7";
  if (isIt) for (let i = 0; i < 3; i++) reader.take();
  return isIt;
}

function takeModifier(reader: OsmReader): "open" | "closed" | undefined {
  const { kind, text } = reader.peek();
  const word = kind === "word" ? text.toLowerCase() : "";
  if (word === "unknown") refuse("E_OSM_UNKNOWN", reader.peek(), quoteName(text));
  if (word !== "open" && word !== "off" && word !== "closed") return undefined;
  reader.take();
  return word === "open" ? "open" : "closed";
}

/** Whether the next rule adds to those before. */
function readSeparator(reader: OsmReader): boolean {
  if (reader.isSign("||")) refuse("E_OSM_FALLBACK", reader.peek());
  if (reader.takeSign(",")) return true;
  if (reader.takeSign(";") || reader.peek().kind === "end") return false;
  return reader.unexpected("`;` before the next rule");
}

function skipRule(reader: OsmReader): void {
  const isOver = (token: Token) => token.kind === "end" || token.text === ";";
  while (!isOver(reader.peek())) reader.take();
}
