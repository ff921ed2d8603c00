import { type TextImportProblem, type TextPart, textProblems } from "./import-problem.ts";

/** What can be wrong with a calendar (`E_`), and why an event of it is left out (`W_`). Arguments come quoted. */
export const ICALENDAR_TEXTS = {
  E_ICAL_NONE: (): string => "holds no iCalendar (RFC 5545): there is no line BEGIN:VCALENDAR",
  E_ICAL_LONG: (most: string): string => `is longer than ${most}, the most that is read`,
  E_ICAL_OPEN: (): string => "begins an event that does not end; END:VEVENT is lacking",
  E_ICAL_EVENT: (what: string): string => `is an event that cannot be read: ${what}`,
  E_ICAL_DATE: (name: string, value: string): string =>
    `${name} is ${value}, which is not a date of the calendar; it is written as YYYYMMDD`,
  E_ICAL_START: (event: string): string => `${event} has no DTSTART, and so no date`,
  E_ICAL_ORDER: (event: string): string => `${event} ends before it begins`,
  E_ICAL_DURATION: (event: string, value: string): string => `${event} takes ${value}, which is not whole days`,
  E_ICAL_RULE: (event: string, what: string): string =>
    `${event} repeats by a rule with ${what}, which is not read here; give its dates, or leave it out with --match`,
  E_ICAL_FUTURE: (event: string): string =>
    `${event} changes all later ones of its series (THISANDFUTURE), which is not read here; give its dates, or leave it out with --match`,
  E_ICAL_WORK: (most: string): string =>
    `takes more than ${most} repetitions to reach the range; begin its series later`,
  W_ICAL_TIMED: (event: string): string => `${event} is about a time of the day, and holidays are whole dates`,
  W_ICAL_CANCELLED: (event: string): string => `${event} is cancelled`,
} as const;

export const icalendarProblem: <Code extends keyof typeof ICALENDAR_TEXTS>(
  code: Code,
  part: TextPart,
  ...args: Parameters<(typeof ICALENDAR_TEXTS)[Code]>
) => TextImportProblem = textProblems(ICALENDAR_TEXTS);
