import { nearest } from "../config/nearest.ts";
import { didYouMean } from "../config/problem.ts";
import { quote, quoteName } from "../config/quote.ts";
import type { CivilInterval, Weekday } from "../config/types.ts";
import { WEEKDAYS } from "../schedule/hours.ts";
import { partsOf } from "./requirement-parts.ts";
import { type Part, requirementProblem } from "./requirement-problem.ts";
import type { TextProblem } from "./requirement-types.ts";

const TIMES = /^((?:[01]\d|2[0-3]):[0-5]\d)[-–]((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** `mon-thu,sat`; a range may go over Sunday. */
export function readDays(part: Part, found: TextProblem[]): readonly Weekday[] {
  return partsOf(part, /,/g).flatMap((range) => {
    const days = partsOf(range, /-/g);
    const wrong = days.filter(({ text }) => dayIndex(text) === -1);
    found.push(...wrong.map((day) => requirementProblem("E_REQUIREMENT_DAYS", day, quote(day.text), hintFor(day))));
    if (wrong.length > 0) return [];
    if (days.length > 2) {
      found.push(requirementProblem("E_REQUIREMENT_DAYS", range, quote(range.text), ""));
      return [];
    }
    const [first, last] = [dayIndex(range.text.slice(0, 3)), dayIndex((days.at(-1) as Part).text)];
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => WEEKDAYS[(first + i) % 7] as Weekday);
  });
}

/** `08:00-12:00,13:00-17:00`. */
export function readTimes(part: Part, found: TextProblem[]): readonly CivilInterval[] {
  return partsOf(part, /,/g).flatMap((range) => {
    const [, start, end] = TIMES.exec(range.text) ?? [];
    if (start === undefined || end === undefined) {
      found.push(requirementProblem("E_REQUIREMENT_TIMES", range, quote(range.text)));
      return [];
    }
    if (start !== end) return [{ start, end }];
    found.push(requirementProblem("E_REQUIREMENT_EMPTY", range, start));
    return [];
  });
}

function dayIndex(text: string): number {
  return WEEKDAYS.indexOf(text.toLowerCase() as Weekday);
}

function hintFor({ text }: Part): string {
  return didYouMean(nearest(text, WEEKDAYS).map(quoteName));
}
