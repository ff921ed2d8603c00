import { canonicalLanguage } from "../config/language.ts";
import type { CivilMinute } from "../schedule/schedule.ts";
import { MINUTES_PER_DAY } from "../time/civil.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import { FALLBACK_LANGUAGE, PHRASES, type Phrases } from "./phrases.ts";

/** How to speak to whoever asked. */
export interface Speech {
  /** The language of the sentences, e.g. `es`. */
  readonly language: string;
  /** The tag by which Intl forms times and dates, e.g. `es-MX`. */
  readonly locale: string;
  readonly phrases: Phrases;
}

/** A malformed tag, and a language without phrases, are answered in English. */
export function speechFor(requested: unknown): Speech {
  const tag = typeof requested === "string" ? canonicalLanguage(requested) : undefined;
  const language = tag?.split("-")[0] ?? "";
  const phrases = Object.hasOwn(PHRASES, language) ? PHRASES[language] : undefined;
  if (tag !== undefined && phrases !== undefined) return { language, locale: knownLocale(tag, language), phrases };
  return { language: FALLBACK_LANGUAGE, locale: FALLBACK_LANGUAGE, phrases: PHRASES[FALLBACK_LANGUAGE] as Phrases };
}

function knownLocale(tag: string, language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? language;
  } catch {
    return language;
  }
}

type Form = "time" | "end" | "weekday" | "date" | "dateOfYear";

const FORMS: { readonly [form in Form]: Intl.DateTimeFormatOptions } = {
  time: { timeStyle: "short" },
  end: { timeStyle: "short", hourCycle: "h24" },
  weekday: { weekday: "long" },
  date: { weekday: "long", month: "long", day: "numeric" },
  dateOfYear: { weekday: "long", month: "long", day: "numeric", year: "numeric" },
};

/** A civil time, or a date, as the language writes it. */
export function civilText({ locale }: Speech, form: Form, { epochDay, minute }: Omit<CivilMinute, "offset">): string {
  const format = formatter(locale, form);
  // The runtime's own offsets may be out of date. So it is shown the civil time as if it were UTC, and is to keep it.
  return withPlainSpaces(format.format((epochDay * MINUTES_PER_DAY + minute) * MS_PER_MINUTE));
}

/** Midnight as the end of a date: `24:00` where the clock of the language would show it as `00:00`. */
export function midnightText(speech: Speech, tomorrow: number): string {
  const isZero = formatter(speech.locale, "time").resolvedOptions().hourCycle === "h23";
  return civilText(speech, isZero ? "end" : "time", { epochDay: tomorrow, minute: 0 });
}

/** A list in a sentence: `A, B and C`. */
export function listText({ locale }: Speech, items: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
}

/** The general name of a zone, `Pacific Time`; undefined where the runtime has none that is a name. */
export function zoneName({ locale }: Speech, timezone: string, at: number): string | undefined {
  try {
    const format = kept(`${locale} ${timezone}`, () => {
      return new Intl.DateTimeFormat(locale, { timeZone: timezone, timeZoneName: "longGeneric" });
    });
    const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value;
    // `GMT-05:00` is no name, and is by the runtime's offsets.
    return name === undefined || /\p{Nd}/u.test(name) ? undefined : withPlainSpaces(name);
  } catch {
    // A zone that is newer than the runtime.
    return undefined;
  }
}

/** Enough for every zone in a language; a bound, as the tag comes from the request. */
const MOST_KEPT = 512;

const formatters = new Map<string, Intl.DateTimeFormat>();

function kept(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formatters.get(key);
  if (known !== undefined) return known;
  if (formatters.size >= MOST_KEPT) formatters.clear();
  const made = make();
  formatters.set(key, made);
  return made;
}

function formatter(locale: string, form: Form): Intl.DateTimeFormat {
  return kept(`${locale} ${form}`, () => {
    return new Intl.DateTimeFormat(locale, { ...FORMS[form], timeZone: "UTC", calendar: "gregory" });
  });
}

/** Versions of ICU differ in which kind of space stands before `AM`. */
function withPlainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
