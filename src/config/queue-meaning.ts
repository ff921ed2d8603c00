import { formatDate, parseDate } from "../time/civil.ts";
import type { ZoneSource } from "../time/zone.ts";
import { intervalProblems } from "./interval-meaning.ts";
import { canonicalLanguage } from "./language.ts";
import { type LooseObject, listIn, objectIn } from "./loose.ts";
import { pointerTo } from "./pointer.ts";
import { didYouMean, PHRASES, type Problem, problem } from "./problem.ts";
import { quote, quoteName } from "./quote.ts";
import { textProblems } from "./text.ts";
import { timezoneProblems } from "./timezone.ts";

const DATE_FORM = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** The year before and the year after are needed for the dates beside it. */
const FIRST_DATE = "0001-01-01";
const LAST_DATE = "9998-12-31";

/** Longer than any tag: beyond this there is nothing to guess. */
const LONGEST_HINT = 100;

interface Look {
  readonly key: string;
  /** Parts about which there was nothing to say. Equal parts are one object, so most are met again. */
  readonly quiet: Set<unknown>;
  readonly problems: (pointer: string, part: unknown) => readonly Problem[];
}

/** What the schemas cannot see in queues. */
export class QueueMeaning {
  readonly #looks: readonly Look[];
  readonly #dates = new Set<string>();
  readonly #days = new Set<unknown>();

  constructor(zones: ZoneSource) {
    const look = (key: string, problems: Look["problems"]): Look => ({ key, quiet: new Set(), problems });
    this.#looks = [
      look("timezone", (pointer, name) => (typeof name === "string" ? timezoneProblems(pointer, name, zones) : [])),
      look("weekly_hours", (pointer, week) => this.#weekProblems(pointer, objectIn(week))),
      look("date_exceptions", (pointer, exceptions) => this.#exceptionProblems(pointer, objectIn(exceptions))),
      look("supported_channel_types", (pointer, channels) => itemProblems(pointer, listIn(channels))),
      look("supported_languages", (pointer, languages) => languageProblems(pointer, listIn(languages))),
    ];
  }

  /** `at` makes the pointer of the queue, which most queues never need. */
  problems(at: () => string, queue: LooseObject): readonly Problem[] {
    const found = [...textProblems(at, queue, ["name"])];
    for (const { key, quiet, problems } of this.#looks) {
      const part = queue[key];
      if (part === undefined) continue;
      if (key === "weekly_hours" && queue["open_24"] === true) {
        found.push(problem("W_HOURS_IGNORED", pointerTo(at(), key), part));
      }
      if (quiet.has(part)) continue;
      const said = problems(pointerTo(at(), key), part);
      if (said.length === 0) quiet.add(part);
      for (const one of said) found.push(one);
    }
    return found;
  }

  #weekProblems(pointer: string, week: LooseObject): readonly Problem[] {
    return Object.keys(week).flatMap((day) => this.#dayProblems(pointer, day, week[day]));
  }

  #exceptionProblems(pointer: string, exceptions: LooseObject): readonly Problem[] {
    return Object.keys(exceptions).flatMap((date) => {
      const { intervals } = objectIn(exceptions[date]);
      if (this.#dates.has(date) && (intervals === undefined || this.#days.has(intervals))) return [];
      const at = pointerTo(pointer, date);
      const said = this.#dayProblems(at, "intervals", intervals);
      if (DATE_FORM.test(date) && !isDate(date)) return [problem("E_DATE", at, date, quote(date)), ...said];
      this.#dates.add(date);
      return said;
    });
  }

  #dayProblems(pointer: string, key: string, intervals: unknown): readonly Problem[] {
    if (this.#days.has(intervals)) return [];
    const said = intervalProblems(pointerTo(pointer, key), listIn(intervals));
    if (said.length === 0) this.#days.add(intervals);
    return said;
  }
}

function isDate(text: string): boolean {
  const day = parseDate(text);
  return day !== undefined && formatDate(day) >= FIRST_DATE && text <= LAST_DATE;
}

function languageProblems(pointer: string, tags: readonly unknown[]): readonly Problem[] {
  const found: Problem[] = [];
  const canonical = tags.map((tag, i) => {
    if (typeof tag !== "string") return undefined;
    const known = canonicalLanguage(tag);
    if (known === undefined) found.push(problem("E_LANG", `${pointer}/${i}`, tag, quote(tag), languageHint(tag)));
    return known;
  });
  return [...found, ...itemProblems(pointer, tags, canonical)];
}

function languageHint(tag: string): string {
  const hyphened = tag.length > LONGEST_HINT ? undefined : canonicalLanguage(tag.trim().replaceAll("_", "-"));
  return hyphened === undefined ? PHRASES.someLanguage : didYouMean([quoteName(hyphened)]);
}

/** Names listed twice. `same` are the forms to compare: `en` and `EN` are the same language. */
export function itemProblems(
  pointer: string,
  items: readonly unknown[],
  same: readonly unknown[] = items,
): readonly Problem[] {
  const found: Problem[] = [];
  const first = new Map<string, unknown>();
  items.forEach((item, i) => {
    const form = same[i];
    if (typeof form !== "string") return;
    if (!first.has(form)) first.set(form, item);
    else found.push(problem("E_DUP_ITEM", `${pointer}/${i}`, item, quote(item), quote(first.get(form))));
  });
  return found;
}
