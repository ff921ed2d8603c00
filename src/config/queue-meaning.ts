import { formatDate, parseDate } from "../time/civil.ts";
import type { ZoneSource } from "../time/zone.ts";
import { intervalProblems } from "./interval-meaning.ts";
import { canonicalLanguage } from "./language.ts";
import { type LooseObject, listIn, objectIn } from "./loose.ts";
import { pointerTo } from "./pointer.ts";
import { didYouMean, joined, NO_PROBLEMS, PHRASES, type Problem, problem } from "./problem.ts";
import { quote, quoteName } from "./quote.ts";
import { textProblems } from "./text.ts";
import { timezoneProblems } from "./timezone.ts";

const DATE_FORM = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** The year before and the year after are needed for the dates beside it. */
const FIRST_DATE = "0001-01-01";
const LAST_DATE = "9998-12-31";

/** Longer than any tag: beyond this there is nothing to guess. */
const LONGEST_HINT = 100;

const NAME = ["name"] as const;

/** What is said about one property of queues. Equal parts are one object, so most are met again. */
class Look {
  readonly #key: string;
  readonly #problems: (pointer: string, part: unknown) => readonly Problem[];
  /** Parts about which there was nothing to say. */
  readonly #quiet = new Set<unknown>();

  constructor(key: string, problems: (pointer: string, part: unknown) => readonly Problem[]) {
    this.#key = key;
    this.#problems = problems;
  }

  problems(at: () => string, part: unknown): readonly Problem[] {
    if (part === undefined || this.#quiet.has(part)) return NO_PROBLEMS;
    const said = this.#problems(pointerTo(at(), this.#key), part);
    if (said.length === 0) this.#quiet.add(part);
    return said;
  }
}

/** What the schemas cannot see in queues. */
export class QueueMeaning {
  readonly #timezone: Look;
  readonly #week: Look = new Look("weekly_hours", (pointer, week) => this.#weekProblems(pointer, objectIn(week)));
  readonly #exceptions: Look = new Look("date_exceptions", (pointer, exceptions) =>
    this.#exceptionProblems(pointer, objectIn(exceptions)),
  );
  readonly #channels: Look = new Look("supported_channel_types", (pointer, channels) =>
    itemProblems(pointer, listIn(channels)),
  );
  readonly #languages: Look = new Look("supported_languages", (pointer, languages) =>
    languageProblems(pointer, listIn(languages)),
  );
  readonly #dates = new Set<string>();
  readonly #days = new Set<unknown>();

  constructor(zones: ZoneSource) {
    this.#timezone = new Look("timezone", (pointer, name) =>
      typeof name === "string" ? timezoneProblems(pointer, name, zones) : NO_PROBLEMS,
    );
  }

  /** `at` makes the pointer of the queue, which most queues never need. */
  problems(at: () => string, queue: LooseObject): readonly Problem[] {
    const { open_24, weekly_hours: week } = queue;
    let found = joined(textProblems(at, queue, NAME), this.#timezone.problems(at, queue["timezone"]));
    if (open_24 === true && week !== undefined) {
      found = joined(found, [problem("W_HOURS_IGNORED", pointerTo(at(), "weekly_hours"), week)]);
    }
    found = joined(found, this.#week.problems(at, week));
    found = joined(found, this.#exceptions.problems(at, queue["date_exceptions"]));
    found = joined(found, this.#channels.problems(at, queue["supported_channel_types"]));
    return joined(found, this.#languages.problems(at, queue["supported_languages"]));
  }

  #weekProblems(pointer: string, week: LooseObject): readonly Problem[] {
    const found: Problem[] = [];
    for (const day of Object.keys(week)) this.#findInDay(found, () => pointerTo(pointer, day), week[day]);
    return found;
  }

  #exceptionProblems(pointer: string, exceptions: LooseObject): readonly Problem[] {
    const found: Problem[] = [];
    for (const date of Object.keys(exceptions)) {
      const { intervals } = objectIn(exceptions[date]);
      if (!this.#dates.has(date)) {
        if (!DATE_FORM.test(date) || isDate(date)) this.#dates.add(date);
        else found.push(problem("E_DATE", pointerTo(pointer, date), date, quote(date)));
      }
      if (intervals !== undefined) {
        this.#findInDay(found, () => pointerTo(pointerTo(pointer, date), "intervals"), intervals);
      }
    }
    return found;
  }

  #findInDay(found: Problem[], at: () => string, intervals: unknown): void {
    if (this.#days.has(intervals)) return;
    const said = intervalProblems(at(), listIn(intervals));
    if (said.length === 0) this.#days.add(intervals);
    for (const one of said) found.push(one);
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
  return joined(found, itemProblems(pointer, tags, canonical));
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
