import { nearest } from "../config/nearest.ts";
import { pointerTo } from "../config/pointer.ts";
import { didYouMean } from "../config/problem.ts";
import { quote, quoteName } from "../config/quote.ts";
import { MINUTES_PER_DAY, parseDate, parseMinute } from "../time/civil.ts";
import type { Minutes } from "./civil-intervals.ts";
import type { DataImportProblem } from "./import-problem.ts";
import type { SchemaOrgPart } from "./schema-org-parts.ts";
import { schemaOrgProblem } from "./schema-org-problem.ts";

/** One OpeningHoursSpecification. */
export interface SchemaOrgEntry {
  readonly part: SchemaOrgPart;
  /** 0 is Monday; undefined: every day. */
  readonly days: ReadonlySet<number> | undefined;
  /** Epoch days, both ends included; undefined: at all times. */
  readonly dates: { readonly first: number; readonly last: number } | undefined;
  /** Undefined: closed. */
  readonly times: Minutes | undefined;
}

export interface SchemaOrgOptions {
  /** Takes 23:59 as the end of the date, as those write it who know no 24:00. Default: it stays 23:59. */
  readonly minuteBeforeMidnightIsEnd?: boolean | undefined;
}

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAY = /^(?:https?:\/\/schema\.org\/|schema:)?(\w+)$/;
const TIME = /^(?:([01]\d|2[0-3]):[0-5]\d(?::00)?|24:00(?::00)?)$/;
const OFFSET = /^\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)$/i;

export interface Findings {
  readonly problems: DataImportProblem[];
  readonly warnings: DataImportProblem[];
}

/** Undefined when there is a problem. */
export function readEntry(part: SchemaOrgPart, found: Findings, options: SchemaOrgOptions): SchemaOrgEntry | undefined {
  const before = found.problems.length;
  const days = readDays(part, found);
  const dates = readDates(part, found);
  const times = readTimes(part, found, options);
  if (days === undefined && dates === undefined && found.problems.length === before) {
    found.problems.push(schemaOrgProblem("E_SCHEMA_ORG_NO_DAYS", part.pointer, part.value));
  }
  return found.problems.length > before ? undefined : { part, days, dates, times };
}

function readDays({ pointer, value }: SchemaOrgPart, { problems }: Findings): ReadonlySet<number> | undefined {
  const given = value["dayOfWeek"];
  if (given === undefined) return undefined;
  const days = new Set<number>();
  [given].flat().forEach((day: unknown, i) => {
    const at = pointerTo(pointer, "dayOfWeek");
    const where = Array.isArray(given) ? pointerTo(at, i) : at;
    const name = typeof day === "string" ? (DAY.exec(day)?.[1] ?? day) : "";
    const index = DAYS.indexOf(name);
    if (index >= 0) days.add(index);
    else if (name === "PublicHolidays") problems.push(schemaOrgProblem("E_SCHEMA_ORG_HOLIDAYS", where, day));
    else problems.push(schemaOrgProblem("E_SCHEMA_ORG_DAY", where, day, quote(day), hint(name)));
  });
  return days.size === 0 ? undefined : days;
}

function hint(name: string): string {
  return didYouMean(nearest(name, DAYS).map(quoteName));
}

function readDates({ pointer, value }: SchemaOrgPart, { problems }: Findings): SchemaOrgEntry["dates"] {
  const [first, last] = ["validFrom", "validThrough"].map((key) => {
    const given = value[key];
    if (given === undefined) return undefined;
    const date = typeof given === "string" ? parseDate(given) : undefined;
    if (date === undefined)
      problems.push(schemaOrgProblem("E_SCHEMA_ORG_DATE", pointerTo(pointer, key), given, quote(given)));
    return date;
  });
  const has = (key: string) => value[key] !== undefined;
  if (has("validFrom") !== has("validThrough")) {
    const [present, missing] = has("validFrom") ? ["`validFrom`", "`validThrough`"] : ["`validThrough`", "`validFrom`"];
    problems.push(schemaOrgProblem("E_SCHEMA_ORG_UNBOUNDED", pointer, value, present as string, missing as string));
  }
  if (first === undefined || last === undefined) return undefined;
  if (last < first) problems.push(schemaOrgProblem("E_SCHEMA_ORG_ORDER", pointer, value));
  return { first, last };
}

function readTimes(
  { pointer, value }: SchemaOrgPart,
  { problems, warnings }: Findings,
  { minuteBeforeMidnightIsEnd = false }: SchemaOrgOptions,
): Minutes | undefined {
  const { opens, closes } = value;
  if (opens === undefined && closes === undefined) return undefined;
  if (opens === undefined || closes === undefined) {
    const [present, missing] = closes === undefined ? ["`opens`", "`closes`"] : ["`closes`", "`opens`"];
    problems.push(schemaOrgProblem("E_SCHEMA_ORG_HALF", pointer, value, present as string, missing as string));
    return undefined;
  }
  const [start, end] = [opens, closes].map((time, i) =>
    readTime(time, pointerTo(pointer, i === 0 ? "opens" : "closes"), problems),
  );
  if (start === undefined || end === undefined) return undefined;
  if (start === MINUTES_PER_DAY) {
    problems.push(schemaOrgProblem("E_SCHEMA_ORG_TIME", pointerTo(pointer, "opens"), opens, quote(opens)));
    return undefined;
  }
  if (start === 0 && end === 0) {
    warnings.push(schemaOrgProblem("W_SCHEMA_ORG_CLOSED", pointer, value));
    return undefined;
  }
  if (start === end) {
    problems.push(schemaOrgProblem("E_SCHEMA_ORG_EMPTY", pointer, value, String(opens)));
    return undefined;
  }
  if (end !== MINUTES_PER_DAY - 1) return { start, end: end < start ? end + MINUTES_PER_DAY : end };
  if (minuteBeforeMidnightIsEnd) return { start, end: MINUTES_PER_DAY };
  warnings.push(schemaOrgProblem("W_SCHEMA_ORG_MINUTE", pointerTo(pointer, "closes"), closes));
  return { start, end };
}

function readTime(time: unknown, pointer: string, problems: DataImportProblem[]): number | undefined {
  if (typeof time === "string" && TIME.test(time)) return parseMinute(time);
  const hasOffset = typeof time === "string" && OFFSET.test(time);
  problems.push(schemaOrgProblem(hasOffset ? "E_SCHEMA_ORG_ZONE" : "E_SCHEMA_ORG_TIME", pointer, time, quote(time)));
  return undefined;
}
