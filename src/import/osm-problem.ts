import { type TextImportProblem, type TextPart, textProblems } from "./import-problem.ts";

/** Every reason for which hours in OpenStreetMap's syntax are refused. Arguments come quoted. */
export const OSM_TEXTS = {
  E_OSM_EMPTY: (): string => "is empty; write hours such as `Mo-Fr 09:00-17:00`",
  E_OSM_LONG: (most: number): string => `is longer than ${most} characters, the most that is read`,
  E_OSM_SYNTAX: (value: string, expected: string): string => `${value} is not expected here; write ${expected}`,
  E_OSM_TIME: (value: string): string =>
    `${value} is not a time; write HH:MM, from 00:00 to 23:59, or an end up to 48:00`,
  E_OSM_NO_END: (value: string): string => `${value} has no end; write a range such as 09:00-17:00`,
  E_OSM_LENGTH: (value: string): string =>
    `${value} takes no time or a whole day and more; write 00:00-24:00 for a whole date, and other hours date by date`,
  E_OSM_OPEN_END: (): string => "`+` leaves the end open, and a queue's hours end; write the time at which they do",
  E_OSM_POINTS: (): string => "`/` lists points in time, and a queue is open in intervals; write ranges",
  E_OSM_SUN: (value: string): string =>
    `${value} moves with the sun, and a queue's hours are times of the clock; write HH:MM`,
  E_OSM_HOLIDAYS: (value: string): string =>
    `${value} leaves open which dates are meant, and a date exception names its date; leave this part out, and bring the dates in with \`handoff import holidays\``,
  E_OSM_WEEKS: (value: string): string =>
    `${value} selects weeks of the year, which a queue's hours do not; name the dates`,
  E_OSM_EASTER: (value: string): string => `${value} moves from year to year; write the date, such as 2027 Mar 28`,
  E_OSM_NTH: (): string =>
    "`[` selects some weeks of the month, and weekly hours are those of every week; name the dates",
  E_OSM_SHIFT: (value: string): string => `${value} moves the date by days; write the date that is meant`,
  E_OSM_YEARLY: (value: string): string =>
    `${value} comes every year, and a date exception is of one; write the year before it, such as 2027 ${value.replaceAll("`", "")}`,
  E_OSM_YEAR: (value: string): string =>
    `${value} is a year without a month; write dates, such as ${value.replaceAll("`", "")} Dec 25`,
  E_OSM_DATE: (value: string): string => `${value} is not a date of the calendar; write one such as 2026 Dec 25`,
  E_OSM_ORDER: (value: string): string => `${value} ends before it begins; write the year of the end as well`,
  E_OSM_MANY: (most: number): string => `makes more than ${most} date exceptions; use weekly hours for what goes on`,
  E_OSM_COMMENT: (): string =>
    "is a comment, which a queue's hours have no place for and which may limit them; leave it out",
  E_OSM_UNKNOWN: (value: string): string => `${value} says that nobody knows, and a queue is open or closed; decide`,
  E_OSM_FALLBACK: (): string => "`||` falls back on another rule where nobody knows; write the hours that hold",
  E_OSM_OFF_TIMES: (): string => "takes times out of others; write the hours that remain",
  E_OSM_ALL_DAYS: (): string =>
    "names no days, and whether it adds to the rules before it or takes their place is read in two ways; write Mo-Su",
  E_OSM_NIGHT: (before: string, day: string): string =>
    `the hours of ${before} run past midnight into ${day}, and whether this rule takes their place is read in two ways; end them at 24:00, or write \`,\` before this rule, which then adds to them`,
  E_OSM_NIGHT_DATE: (date: string, next: string): string =>
    `the hours that this rule replaces on ${date} run past midnight into ${next}, and whether it replaces them there is read in two ways; add a rule for ${next} as well`,
} as const;

export const osmProblem: <Code extends keyof typeof OSM_TEXTS>(
  code: Code,
  part: TextPart,
  ...args: Parameters<(typeof OSM_TEXTS)[Code]>
) => TextImportProblem = textProblems(OSM_TEXTS);
