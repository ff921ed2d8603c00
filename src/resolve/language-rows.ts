import { languagesMatch } from "../config/language-match.ts";
import type { Canonical } from "../config/language-tag.ts";

/** Requests come in few languages; whoever sends thousands of tags pays for matching them again. */
const MAX_KEPT = 1024;
const LONGEST_KEPT = 40;

/** A power of two. */
const SLOTS = 256;

/** Not undefined: the compiler compares strings with strings in one instruction, and with anything else in a call. */
const NO_TAG = "";

/** A set that begins with this serves no request that leaves the language out. */
export const NAMED = "*";

/** Which language sets serve a requested tag. */
export interface LanguageRow {
  readonly tag: string;
  /** A bit for each of the first 32 sets: set where it serves the tag. */
  readonly first: number;
  /** The bits of all sets, 32 in a number. */
  readonly all: Int32Array;
}

/** 1 when the set serves the tag of the row, else 0. */
export function serves({ first, all }: LanguageRow, set: number): number {
  // The processor shifts by the lowest five bits.
  return ((set < 32 ? first : (all[set >> 5] as number)) >> set) & 1;
}

/**
 * Which language sets serve which requested tag. The sets are the distinct `supported_languages` of a configuration;
 * set 0 is the omitted field, which serves every request. A tag is matched once and then looked up.
 */
export class LanguageRows {
  readonly #sets: readonly (readonly string[])[];
  readonly #canonical: Canonical;
  readonly #leftOut: LanguageRow;
  readonly #malformed: LanguageRow;
  readonly #kept = new Map<string, LanguageRow>();
  /** The tags looked up last, by two of their characters: quicker to find than in a map. */
  readonly #lately: LanguageRow[];

  /** `sets`: canonical tags; the first is not read. */
  constructor(sets: readonly (readonly string[])[], canonical: Canonical) {
    this.#sets = sets;
    this.#canonical = canonical;
    this.#leftOut = this.#row(NO_TAG, (set) => set[0] !== NAMED);
    this.#malformed = this.#row(NO_TAG, () => false);
    this.#lately = Array.from({ length: SLOTS }, () => this.#malformed);
  }

  rowFor(tag: string | null | undefined): LanguageRow {
    if (typeof tag === "string" && tag.length > 1) {
      const { length } = tag;
      const slot = (tag.charCodeAt(1) * 31 + tag.charCodeAt(length - 1) * 3 + length) & (SLOTS - 1);
      const row = this.#lately[slot] as LanguageRow;
      return row.tag === tag ? row : this.seek(tag, slot);
    }
    return tag === undefined || tag === null ? this.#leftOut : this.#malformed;
  }

  /** Of two tags with one slot, the one before is in the slot beside it. Not private: that call would be longer. @internal */
  seek(tag: string, slot: number): LanguageRow {
    const beside = this.#lately[slot ^ 1] as LanguageRow;
    const row = beside.tag === tag ? beside : (this.#kept.get(tag) ?? this.#match(tag));
    if (tag.length <= LONGEST_KEPT) {
      this.#lately[slot ^ 1] = this.#lately[slot] as LanguageRow;
      this.#lately[slot] = row;
    }
    return row;
  }

  #match(tag: string): LanguageRow {
    const canonical = this.#canonical(tag);
    const row = this.#row(
      tag,
      (set) => canonical !== undefined && set.some((supported) => languagesMatch(supported, canonical)),
    );
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    if (tag.length <= LONGEST_KEPT) this.#kept.set(tag, row);
    return row;
  }

  #row(tag: string, isServedBy: (set: readonly string[]) => boolean): LanguageRow {
    const all = new Int32Array((this.#sets.length + 31) >> 5);
    this.#sets.forEach((set, s) => {
      if (s === 0 || isServedBy(set)) all[s >> 5] = (all[s >> 5] as number) | (1 << s);
    });
    return Object.freeze({ tag, first: all[0] as number, all });
  }
}
