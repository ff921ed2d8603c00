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

/** Which row of {@link LanguageRows.serves} is a request's: where it begins. Good until another tag is looked up. */
export type LanguageRow = number;

/**
 * Which language sets serve which requested tag. The sets are the distinct `supported_languages` of a configuration;
 * set 0 is the omitted field, which serves every request. A tag is matched once and then looked up.
 */
export class LanguageRows {
  readonly #sets: readonly (readonly string[])[];
  readonly #canonical: Canonical;
  /** A byte for each set, row after row: 1 where the set serves the tag. The first row serves all, the second set 0. */
  #serves: Uint8Array;
  #rows = 2;
  readonly #kept = new Map<string, LanguageRow>();
  /** The tags looked up last, by two of their characters: quicker to find than in a map. */
  readonly #lately: string[] = new Array<string>(SLOTS).fill(NO_TAG);
  readonly #latelyRows = new Int32Array(SLOTS);

  /** `sets`: canonical tags; the first is not read. */
  constructor(sets: readonly (readonly string[])[], canonical: Canonical) {
    this.#sets = sets;
    this.#canonical = canonical;
    this.#serves = new Uint8Array(8 * sets.length);
    for (let set = 0; set < sets.length; set++) this.#serves[set] = sets[set]?.[0] === NAMED ? 0 : 1;
    this.#serves[sets.length] = 1;
  }

  /** 1 when the set serves the tags of the row, else 0. */
  serves(row: LanguageRow, set: number): number {
    return this.#serves[row + set] as number;
  }

  rowFor(tag: string | null | undefined): LanguageRow {
    if (tag === undefined || tag === null) return 0;
    if (typeof tag !== "string" || tag.length < 2) return this.#unmatched;
    const { length } = tag;
    const slot = (tag.charCodeAt(1) * 31 + tag.charCodeAt(length - 1) * 3 + length) & (SLOTS - 1);
    return this.#lately[slot] === tag ? (this.#latelyRows[slot] as number) : this.#seek(tag, slot);
  }

  /** Of two tags with one slot, the one before is in the slot beside it. */
  #seek(tag: string, slot: number): LanguageRow {
    const beside = slot ^ 1;
    const isBeside = this.#lately[beside] === tag;
    const row = isBeside ? (this.#latelyRows[beside] as number) : (this.#kept.get(tag) ?? this.#match(tag));
    if (tag.length <= LONGEST_KEPT) {
      this.#lately[beside] = this.#lately[slot] as string;
      this.#latelyRows[beside] = this.#latelyRows[slot] as number;
      this.#lately[slot] = tag;
      this.#latelyRows[slot] = row;
    }
    return row;
  }

  /** The row of a malformed tag. */
  get #unmatched(): LanguageRow {
    return this.#sets.length;
  }

  #match(tag: string): LanguageRow {
    const canonical = this.#canonical(tag);
    if (canonical === undefined) return this.#unmatched;
    if (this.#rows >= MAX_KEPT) this.#forget();
    const row = this.#addRow(canonical);
    if (tag.length <= LONGEST_KEPT) this.#kept.set(tag, row);
    return row;
  }

  #addRow(canonical: string): LanguageRow {
    const sets = this.#sets;
    const row = this.#rows * sets.length;
    if (row === this.#serves.length) {
      const larger = new Uint8Array(row * 2);
      larger.set(this.#serves);
      this.#serves = larger;
    }
    for (let set = 0; set < sets.length; set++) {
      const serves = set === 0 || (sets[set] as string[]).some((supported) => languagesMatch(supported, canonical));
      this.#serves[row + set] = serves ? 1 : 0;
    }
    this.#rows++;
    return row;
  }

  #forget(): void {
    this.#rows = 2;
    this.#kept.clear();
    this.#lately.fill(NO_TAG);
  }
}
