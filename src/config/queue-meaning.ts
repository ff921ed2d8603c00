import { formatDate, parseDate } from "../time/civil.ts";
import type { ZoneSource } from "../time/zone.ts";
import { intervalProblems } from "./interval-meaning.ts";
import { canonicalLanguage } from "./language.ts";
import { type LooseObject, listIn, objectIn, textIn } from "./loose.ts";
import { pointerTo } from "./pointer.ts";
import { didYouMean, PHRASES, type Problem, problem } from "./problem.ts";
import { quote, quoteName } from "./quote.ts";
import { nameProblems } from "./text.ts";
import { timezoneProblems } from "./timezone.ts";

const DATE_FORM = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** The year before and the year after are needed for the dates beside it. */
const FIRST_DATE = "0001-01-01";
const LAST_DATE = "9998-12-31";

/** Longer than any tag: beyond this there is nothing to guess. */
const LONGEST_HINT = 100;

/** What the schemas cannot see in one queue. */
export function queueProblems(pointer: string, queue: LooseObject, zones: ZoneSource): readonly Problem[] {
  const found: Problem[] = [];
  const name = textIn(queue["name"]);
  if (name !== undefined) found.push(...nameProblems(pointerTo(pointer, "name"), name));
  const timezone = textIn(queue["timezone"]);
  if (timezone !== undefined) found.push(...timezoneProblems(pointerTo(pointer, "timezone"), timezone, zones));
  if (queue["open_24"] === true && queue["weekly_hours"] !== undefined) {
    found.push(problem("W_HOURS_IGNORED", pointerTo(pointer, "weekly_hours"), queue["weekly_hours"]));
  }
  const week = pointerTo(pointer, "weekly_hours");
  for (const [day, intervals] of Object.entries(objectIn(queue["weekly_hours"]))) {
    found.push(...intervalProblems(pointerTo(week, day), listIn(intervals)));
  }
  const exceptions = pointerTo(pointer, "date_exceptions");
  for (const [date, exception] of Object.entries(objectIn(queue["date_exceptions"]))) {
    const at = pointerTo(exceptions, date);
    if (DATE_FORM.test(date) && !isDate(date)) found.push(problem("E_DATE", at, date, quote(date)));
    const { intervals } = objectIn(exception) as { readonly intervals?: unknown };
    found.push(...intervalProblems(pointerTo(at, "intervals"), listIn(intervals)));
  }
  found.push(...itemProblems(pointerTo(pointer, "supported_channel_types"), listIn(queue["supported_channel_types"])));
  found.push(...languageProblems(pointerTo(pointer, "supported_languages"), listIn(queue["supported_languages"])));
  return found;
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
