import { canonicalLanguage } from "../config/language.ts";
import { languagesMatch } from "../config/language-match.ts";
import type { Destination } from "../config/types.ts";
import { canonicalTags } from "./eligible.ts";

/** Requests that no queue tells apart by their language. */
export interface LanguageKind {
  readonly label: string;
  /** A canonical tag of this kind; `null`: a malformed one; undefined: none is given. */
  readonly tag: string | null | undefined;
}

const NONE: LanguageKind = { label: "none", tag: undefined };

/** Tags of no language, and tags for private use: one of them is a stranger to any list. */
const STRANGERS = ["zxx", "mis", "qaa", "qab", "qac", "qad"];

/**
 * The kinds of languages that some destinations tell apart.
 *
 * INVARIANT (complete kinds): every request's language is served by the same queues as one of these. What a tag is served
 * by depends on which listed tags it equals, begins with, or is the beginning of. A tag that is the beginning of some
 * is itself here, as each beginning of a listed tag is; any other goes by the longest listed tag that it begins with, as
 * that tag with something appended that no list has does, or else by none.
 */
export function languageKinds(destinations: readonly Destination[]): readonly LanguageKind[] {
  const listed = new Set<string>();
  for (const { supported_languages = [] } of destinations.flat()) {
    for (const tag of canonicalTags(supported_languages)) listed.add(tag);
  }
  const kinds = new Map<string, LanguageKind>();
  const add = (label: string, tag: string | undefined) => {
    if (tag !== undefined && !kinds.has(label)) kinds.set(label, { label, tag });
  };
  for (const tag of [...listed].sort()) {
    for (const beginning of beginnings(tag)) if (canonicalLanguage(beginning) === beginning) add(beginning, beginning);
    add(tag, tag);
    add(`${tag}-*`, appended(tag, listed));
  }
  const stranger = STRANGERS.find((tag) => ![...listed].some((known) => languagesMatch(known, tag))) ?? null;
  return [...kinds.values(), { label: "other", tag: stranger }, NONE];
}

/** `zh-Hant-TW` has `zh` and `zh-Hant`. */
function beginnings(tag: string): readonly string[] {
  const subtags = tag.split("-");
  return subtags.slice(1).map((_, i) => subtags.slice(0, i + 1).join("-"));
}

/** The tag with private use appended that no listed tag has; undefined where it would be too long to be one. */
function appended(tag: string, listed: ReadonlySet<string>): string | undefined {
  const stem = /-x-/.test(tag) ? tag : `${tag}-x`;
  for (let number = 0; ; number++) {
    const longer = canonicalLanguage(`${stem}-any${number === 0 ? "" : number}`);
    if (longer === undefined) return undefined;
    if (![...listed].some((known) => known === longer || known.startsWith(`${longer}-`))) return longer;
  }
}
