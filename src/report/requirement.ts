import { canonicalLanguage } from "../config/language.ts";
import { quote } from "../config/quote.ts";
import { timezoneProblems } from "../config/timezone.ts";
import type { CivilInterval, WeeklyHours } from "../config/types.ts";
import { WEEKDAYS } from "../schedule/hours.ts";
import { parseDate } from "../time/civil.ts";
import type { ZoneSource } from "../time/zone.ts";
import { readDays, readTimes } from "./requirement-hours.ts";
import { partsOf, wordsOf } from "./requirement-parts.ts";
import { type Part, requirementProblem } from "./requirement-problem.ts";
import type { ParsedRequirement, TextProblem } from "./requirement-types.ts";

/**
 * Reads `voice,en,mon-fri 08:00-20:00 America/New_York`: a channel and a language (`any`: a request that names none),
 * weekdays, civil times of the zone, `[start, end)`, overnight as in the hours of a queue. More days and times may follow
 * before the zone, and dates on which nothing is required after it: `except 2026-12-25,2027-01-01`.
 */
export function parseRequirement(text: string, zones: ZoneSource): ParsedRequirement {
  const problems: TextProblem[] = [];
  const [channel, language, rest] = head({ text, start: 0 }, problems);
  const read = { ...readChannel(channel, problems), ...readLanguage(language, problems) };
  const hours = readHours(rest, problems);
  const timezone = readZone(hours.zone, rest, zones, problems);
  const except = readExcept(hours.after, problems);
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.start - b.start) };
  const { weekly_hours } = hours;
  return { requirement: { ...read, weekly_hours, timezone, ...(except.length > 0 && { except }) }, problems: [] };
}

/** Up to two commas; what follows is about hours. */
function head(whole: Part, found: TextProblem[]): readonly [channel: Part, language: Part, rest: Part] {
  const [first = whole, ...others] = partsOf(whole, /,/g);
  const [second] = others;
  const third = others[1];
  if (second === undefined || third === undefined) {
    const missing = second === undefined ? "a language and hours" : "hours";
    found.push(requirementProblem("E_REQUIREMENT", whole, missing));
    const any = { text: "any", start: 0 };
    return [first.text === "" ? any : first, second ?? any, { text: "", start: whole.text.length }];
  }
  return [first, second, { text: whole.text.slice(third.start), start: third.start }];
}

function readChannel(part: Part, found: TextProblem[]): { readonly channel?: string } {
  const channel = part.text.toLowerCase();
  if (channel === "any") return {};
  if (channel === "voice" || channel === "chat") return { channel };
  found.push(requirementProblem("E_REQUIREMENT_CHANNEL", part, quote(part.text)));
  return {};
}

function readLanguage(part: Part, found: TextProblem[]): { readonly language?: string } {
  if (part.text.toLowerCase() === "any") return {};
  const language = canonicalLanguage(part.text);
  if (language !== undefined) return { language };
  found.push(requirementProblem("E_REQUIREMENT_LANGUAGE", part, quote(part.text)));
  return {};
}

interface ReadHours {
  readonly weekly_hours: WeeklyHours;
  readonly zone: Part | undefined;
  /** What stands behind the zone. */
  readonly after: readonly Part[];
}

/** Days and times in turn: a word is the zone when no times follow it. */
function readHours(rest: Part, found: TextProblem[]): ReadHours {
  const words = wordsOf(rest);
  const hours = new Map<string, CivilInterval[]>();
  let at = 0;
  for (; at === 0 || isTimes(words[at + 1]); at += 2) {
    const [days, times] = [words[at], words[at + 1]];
    if (days === undefined || times === undefined) {
      if (rest.text !== "")
        found.push(requirementProblem("E_REQUIREMENT", rest, days === undefined ? "hours" : "times"));
      return { weekly_hours: {}, zone: undefined, after: [] };
    }
    const intervals = readTimes(times, found);
    for (const day of readDays(days, found)) hours.set(day, [...(hours.get(day) ?? []), ...intervals]);
  }
  const weekly_hours = Object.fromEntries(WEEKDAYS.flatMap((day) => (hours.has(day) ? [[day, hours.get(day)]] : [])));
  return { weekly_hours, zone: words[at], after: words.slice(at + 1) };
}

function isTimes(word: Part | undefined): boolean {
  return word !== undefined && /^\d\d?:/.test(word.text);
}

function readZone(zone: Part | undefined, rest: Part, zones: ZoneSource, found: TextProblem[]): string {
  if (zone === undefined) {
    if (found.every(({ code }) => code !== "E_REQUIREMENT"))
      found.push(requirementProblem("E_REQUIREMENT", rest, "a zone"));
    return "";
  }
  const problems = timezoneProblems("", zone.text, zones).filter(({ severity }) => severity === "error");
  found.push(...problems.map(({ message }) => requirementProblem("E_REQUIREMENT_ZONE", zone, message)));
  return zone.text;
}

function readExcept([word, list, ...others]: readonly Part[], found: TextProblem[]): readonly string[] {
  const surplus =
    word === undefined ? [] : word.text.toLowerCase() !== "except" || list === undefined ? [word] : others;
  found.push(...surplus.slice(0, 1).map((part) => requirementProblem("E_REQUIREMENT_REST", part, quote(part.text))));
  if (list === undefined || surplus.length > 0) return [];
  return partsOf(list, /,/g).map((date) => {
    if (parseDate(date.text) === undefined) {
      found.push(requirementProblem("E_REQUIREMENT_DATE", date, quote(date.text)));
    }
    return date.text;
  });
}
