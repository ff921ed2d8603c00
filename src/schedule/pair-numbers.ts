import { NumberTable } from "./number-table.ts";

/** Of so many kinds, each pair has a cell of its own. */
const FEW = 16;

/** So many shifts have cells at once: a zone has two offsets a year. */
const SHIFTS = 4;

/**
 * The numbers of days by what they show: two kinds of dates, the first moved by a shift. Schedules mostly have a handful of
 * kinds, whose pairs are found without a search.
 */
export class PairNumbers {
  #kinds = 0;
  #shift = 0;
  readonly #shifts = new Int32Array(SHIFTS);
  #count = 0;
  /** By shift, first and second kind: the number plus one; 0 where there is none. */
  readonly #cells = new Int32Array(SHIFTS * FEW * FEW);
  /** Where the cells of the shift begin. */
  #start = 0;
  readonly #many = new NumberTable();

  /** Forgets all: now there are so many kinds. */
  clear(kinds: number): void {
    if (kinds <= FEW) this.#cells.fill(0, 0, SHIFTS * kinds * kinds);
    else this.#many.clear();
    this.#kinds = kinds;
    this.#count = 0;
  }

  /**
   * What comes is under this shift. Beyond so many, the one in the first cells gives way. Should it come back, its days are
   * compiled again, and get the same numbers, for equal days have one: so forgetting costs time alone.
   */
  under(shift: number): void {
    this.#shift = shift;
    if (this.#kinds > FEW) return;
    let at = 0;
    while (at < this.#count && this.#shifts[at] !== shift) at++;
    const size = this.#kinds * this.#kinds;
    if (at === SHIFTS) {
      at = 0;
      this.#cells.fill(0, 0, size);
    } else if (at === this.#count) this.#count++;
    this.#shifts[at] = shift;
    this.#start = at * size;
  }

  /** The number, or NONE. */
  get(first: number, second: number): number {
    if (this.#kinds > FEW) return this.#many.get(this.#shift, (first << 16) | second);
    return (this.#cells[this.#start + first * this.#kinds + second] as number) - 1;
  }

  set(first: number, second: number, number: number): void {
    if (this.#kinds > FEW) this.#many.set(this.#shift, (first << 16) | second, number);
    else this.#cells[this.#start + first * this.#kinds + second] = number + 1;
  }
}
