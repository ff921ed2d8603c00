import { leafAt, listOf, widthFor, widthIn, writeLeaves } from "./leaf.ts";

/** Four steps a unit, 27 bits: a gigabyte of steps. */
const MOST_UNITS = 1 << 27;

/** Collects the lists of leaves of one era. Lists that are the same are kept once, whichever schedules they belong to. */
export class LeafLists {
  #steps = new Uint16Array(4096);
  #length = 0;
  /** Where lists of the same hash begin; the next free number stands for another one of the same hash. */
  readonly #known = new Map<number, number>();

  get length(): number {
    return this.#length;
  }

  get steps(): Uint16Array {
    return this.#steps.subarray(0, this.#length);
  }

  /** `leaves`: the steps of each, by place. Returns the list, by its place among these. */
  add(leaves: readonly (readonly number[])[]): number {
    const width = widthFor(leaves);
    const size = leaves.length << width;
    this.#reserve(size);
    const start = this.#length;
    writeLeaves(this.#steps, start, width, leaves);
    let hash = this.#hash(start, size);
    for (let known = this.#known.get(hash); known !== undefined; known = this.#known.get(++hash)) {
      if (widthIn(known) === width && this.#same(leafAt(known, 0), start, size)) return known;
    }
    const list = listOf(start, width);
    this.#known.set(hash, list);
    this.#length = start + size;
    return list;
  }

  #hash(start: number, size: number): number {
    let hash = size;
    for (let i = start; i < start + size; i++) hash = Math.imul(hash ^ (this.#steps[i] as number), 0x01000193);
    return hash;
  }

  #same(one: number, other: number, size: number): boolean {
    for (let i = 0; i < size; i++) if (this.#steps[one + i] !== this.#steps[other + i]) return false;
    return true;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#steps.length) return;
    if (needed > MOST_UNITS * 4) throw new RangeError("the index is larger than a gigabyte of steps");
    const larger = new Uint16Array(Math.max(this.#steps.length * 2, needed));
    larger.set(this.#steps.subarray(0, this.#length));
    this.#steps = larger;
  }
}
