import { hoursOfDate, WEEKDAYS } from "../schedule/hours.ts";
import { readHours } from "../schedule/read-hours.ts";
import { formatDate, MINUTES_PER_DAY, weekdayIndex } from "../time/civil.ts";
import { sameBoundaries, union } from "../time/interval.ts";
import { civilIntervals, dateException, isWholeDate, weeklyHours } from "./civil-intervals.ts";
import type { TextImportProblem } from "./import-problem.ts";
import type { ImportedHours, QueueHours } from "./imported-hours.ts";
import { MOST_DATES } from "./most-dates.ts";
import { isAbout, type OsmDate, osmDate } from "./osm-night.ts";
import { osmProblem } from "./osm-problem.ts";
import { type OsmRule, osmRules } from "./osm-rules.ts";

const MOST_CHARACTERS = 10_000;

/**
 * Reads opening hours in OpenStreetMap's syntax, such as `Mo-Fr 09:00-17:00; 2026 Dec 25 off`. What a queue cannot
 * express is refused, with its place and the reason, as are rules that readers of the syntax take in two ways.
 */
export function importOpeningHours(text: string): ImportedHours<TextImportProblem> {
  const whole = { text, start: 0, end: text.length };
  if (text.length > MOST_CHARACTERS) return refused([osmProblem("E_OSM_LONG", whole, MOST_CHARACTERS)]);
  const { rules, problems } = osmRules(text);
  if (problems.length > 0) return refused(problems);
  const dates = [...new Set(rules.flatMap((rule) => datesOf(rule)))].sort((a, b) => a - b);
  if (dates.length > MOST_DATES) return refused([osmProblem("E_OSM_MANY", whole, MOST_DATES)]);
  const hours = hoursBy(rules, dates);
  const nights = nightProblems(rules, dates, hours);
  return nights.length > 0 ? refused(nights) : { hours, problems: [], warnings: [] };
}

function refused(problems: readonly TextImportProblem[]): ImportedHours<TextImportProblem> {
  return { problems, warnings: [] };
}

/** The dates a rule names that are of its weekdays. */
function datesOf(rule: OsmRule): readonly number[] {
  return [...(rule.dates ?? [])].filter((date) => isAbout(rule, date));
}

function hoursBy(rules: readonly OsmRule[], dates: readonly number[]): QueueHours {
  const weekly = rules.filter((rule) => rule.dates === undefined);
  const week = WEEK.map((day) => civilIntervals(osmDate(weekly, day).own));
  const always = week.every(isWholeDate);
  const exceptions = dates.map((date) => {
    const { own, spill } = osmDate(rules, date);
    return [formatDate(date), dateException(civilIntervals([...spill, ...own]))];
  });
  return {
    open_24: always,
    ...(always ? {} : { weekly_hours: weeklyHours(week) }),
    ...(exceptions.length === 0 ? {} : { date_exceptions: Object.fromEntries(exceptions) }),
  };
}

/**
 * INVARIANT (lossless): on every date the hours are those of the rules. Without exceptions the weekdays stand for all
 * dates; with them, each one and the date after it have a look of their own.
 */
function nightProblems(
  rules: readonly OsmRule[],
  dates: readonly number[],
  hours: QueueHours,
): readonly TextImportProblem[] {
  const weekly = rules.filter((rule) => rule.dates === undefined);
  const { date_exceptions: _, ...plain } = hours;
  const blamed = new Map<OsmRule, TextImportProblem>();
  for (const day of lost(weekly, WEEK, plain)) {
    const rule = lastAbout(weekly, day) ?? lastAbout(weekly, day - 1) ?? rules.at(-1);
    const names = [day - 1, day].map((date) => DAY_NAMES[weekdayIndex(date)] as string) as [string, string];
    if (rule !== undefined) blamed.set(rule, osmProblem("E_OSM_NIGHT", rule.part, ...names));
  }
  const dated = rules.filter((rule) => rule.dates !== undefined);
  for (const day of lost(rules, [...new Set(dates.flatMap((date) => [date, date + 1]))], hours)) {
    const rule = lastAbout(dated, day - 1) ?? rules.at(-1);
    if (rule !== undefined && !blamed.has(rule))
      blamed.set(rule, osmProblem("E_OSM_NIGHT_DATE", rule.part, formatDate(day - 1), formatDate(day)));
  }
  return [...blamed.values()];
}

function lastAbout(rules: readonly OsmRule[], date: number): OsmRule | undefined {
  return rules.findLast((rule) => isAbout(rule, date));
}

/** From a Monday. */
const WEEK: readonly number[] = WEEKDAYS.map((_, weekday) => weekday - weekdayIndex(0));
const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The dates on which the law makes other hours than the rules. */
function lost(rules: readonly OsmRule[], dates: readonly number[], hours: QueueHours): readonly number[] {
  const law = readHours({ ...QUEUE, ...hours });
  return dates.filter((date) => !sameBoundaries(hoursOfDate(law, date), boundariesOf(osmDate(rules, date))));
}

const QUEUE = {
  name: "",
  type: "Agent_queue",
  enabled: true,
  timezone: "UTC",
  transfer_function_name: "",
} as const;

function boundariesOf({ own, spill }: OsmDate): readonly number[] {
  return union([...own, ...spill].flatMap(({ start, end }) => [start, Math.min(end, MINUTES_PER_DAY)]));
}
