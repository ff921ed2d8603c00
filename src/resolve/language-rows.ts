import { canonicalLanguage } from "../config/language.ts";
import { languagesMatch } from "../config/language-match.ts";

/** Requests come in few languages; whoever sends thousands of tags pays for matching them again. */
const MAX_KEPT = 1024;
const LONGEST_KEPT = 40;

/** One byte for each language set: 1 where the set serves the tag. */
export type LanguageRow = Uint8Array;

/**
 * Which language sets serve which requested tag. The sets are the distinct `supported_languages` of a configuration;
 * set 0 is the omitted field, which serves every request. A tag is matched once and then looked up.
 */
export class LanguageRows {
  readonly #sets: readonly (readonly string[])[];
  readonly #all: LanguageRow;
  readonly #unmatched: LanguageRow;
  readonly #kept = new Map<string, LanguageRow>();

  /** `sets`: canonical tags; the first is not read. */
  constructor(sets: readonly (readonly string[])[]) {
    this.#sets = sets;
    this.#all = new Uint8Array(sets.length).fill(1);
    this.#unmatched = new Uint8Array(sets.length);
    this.#unmatched[0] = 1;
  }

  rowFor(tag: string | null | undefined): LanguageRow {
    if (tag === undefined || tag === null) return this.#all;
    return this.#kept.get(tag) ?? this.#match(tag);
  }

  #match(tag: string): LanguageRow {
    if (typeof tag !== "string") return this.#unmatched;
    const canonical = canonicalLanguage(tag);
    const row = canonical === undefined ? this.#unmatched : this.#rowOf(canonical);
    if (tag.length <= LONGEST_KEPT) {
      if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
      this.#kept.set(tag, row);
    }
    return row;
  }

  #rowOf(canonical: string): LanguageRow {
    return Uint8Array.from(this.#sets, (set, i) =>
      i === 0 || set.some((supported) => languagesMatch(supported, canonical)) ? 1 : 0,
    );
  }
}
