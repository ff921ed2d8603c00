import type { DayLeaves } from "./day-leaves.ts";
import { kindOf, listOf, sizeOf, startIn } from "./list.ts";

/** Collects the lists of leaves of one era. Lists that are the same are kept once, whichever schedules they belong to. */
export class LeafLists {
  #words = new Int32Array(1024);
  #length = 0;
  /** Where lists of the same hash begin; the next free number stands for another one of the same hash. */
  readonly #known = new Map<number, number>();

  get words(): Int32Array {
    return this.#words.subarray(0, this.#length);
  }

  /**
   * The first `count` of `numbers` tell the days, by place; `own`, the places that the list has itself, if it is long.
   * Returns the list, by its place among these.
   */
  add(leaves: DayLeaves, numbers: Int32Array, count: number, own: Int32Array | undefined): number {
    const start = this.#length;
    const list = listOf(start, leaves.widest(numbers, count), own !== undefined);
    const size = sizeOf(list, count);
    this.#reserve(size);
    leaves.writeTo(this.#words, list, numbers, count, own);
    let hash = this.#hash(start, size);
    for (let known = this.#known.get(hash); known !== undefined; known = this.#known.get(++hash)) {
      if (kindOf(known) === kindOf(list) && this.#same(startIn(known), start, size)) return known;
    }
    this.#known.set(hash, list);
    this.#length = start + size;
    return list;
  }

  #hash(start: number, size: number): number {
    let hash = size;
    for (let i = start; i < start + size; i++) hash = Math.imul(hash ^ (this.#words[i] as number), 0x01000193);
    return hash;
  }

  #same(one: number, other: number, size: number): boolean {
    for (let i = 0; i < size; i++) if (this.#words[one + i] !== this.#words[other + i]) return false;
    return true;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#words.length) return;
    const larger = new Int32Array(Math.max(this.#words.length * 2, needed));
    larger.set(this.#words.subarray(0, this.#length));
    this.#words = larger;
  }
}
