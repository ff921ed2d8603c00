import { LEAST_WIDTH, leafAt, listOf, widthIn } from "./leaf.ts";
import { type Day, widthFor, writeLeaf } from "./write-leaf.ts";

/** Where a list begins has 28 bits. */
const MOST_WORDS = 1 << 28;

/** Collects the lists of leaves of one era. Lists that are the same are kept once, whichever schedules they belong to. */
export class LeafLists {
  #words = new Int32Array(1024);
  #length = 0;
  /** Where lists of the same hash begin; the next free number stands for another one of the same hash. */
  readonly #known = new Map<number, number>();

  get words(): Int32Array {
    return this.#words.subarray(0, this.#length);
  }

  /** The first `count` of `leaves` are the days, by place. Returns the list, by its place among these. */
  add(leaves: readonly Day[], count: number): number {
    const width = widestOf(leaves, count);
    const size = count << width;
    this.#reserve(size);
    const start = this.#length;
    writeLeaves(this.#words, start, width, leaves, count);
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

/** Throws a RangeError for more words than lists can lead to. */
export function checkWords(words: number): void {
  if (words > MOST_WORDS) throw new RangeError("the index is larger than a gigabyte: shorten the window");
}

/** The least width that holds each of the leaves, which are the first `count`. */
export function widestOf(leaves: readonly Day[], count: number): number {
  let width = LEAST_WIDTH;
  for (let place = 0; place < count; place++) width = Math.max(width, widthFor(leaves[place] as Day));
  return width;
}

/** Writes the first `count` leaves side by side from `start` on, where there is room for `count << width` words. */
export function writeLeaves(
  words: Int32Array,
  start: number,
  width: number,
  leaves: readonly Day[],
  count: number,
): void {
  for (let place = 0; place < count; place++) {
    writeLeaf(words, start + (place << width), width, leaves[place] as Day);
  }
}
