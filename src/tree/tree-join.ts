import type { LeafLists } from "./leaf-lists.ts";
import { moveList } from "./list.ts";
import type { Tree } from "./tree.ts";

/** An era that was compiled for the tree under construction. */
export interface NewEra {
  /** By schedule. */
  readonly lists: Int32Array;
  readonly leaves: LeafLists;
}

export interface Pieces {
  readonly stride: number;
  readonly rows: Int32Array;
  /** The tree whose last `keptEras` go on. */
  readonly before: Tree | undefined;
  readonly keptEras: number;
  /** The eras behind them. */
  readonly eras: readonly NewEra[];
  readonly hasRoom: boolean;
}

/** Words copied at a time: well under a millisecond. */
const STRETCH = 1 << 18;

/** Words left free behind the leaves, besides a sixteenth of them, for schedules that are added. */
const ROOM = 128;

/** Where a list begins has 28 bits. */
const MOST_WORDS = 1 << 28;

/** Throws a RangeError for more words than lists can lead to. */
export function checkWords(words: number): void {
  if (words > MOST_WORDS) throw new RangeError("the index is larger than a gigabyte: shorten the window");
}

/** Joins rows, lists and leaves to the words of a tree, a stretch at a time. */
export class TreeJoin {
  readonly words: Int32Array;
  readonly listsStart: number;
  readonly eraStarts: readonly number[];
  /** What is to be copied, and where to. */
  readonly #copies: { readonly from: Int32Array; readonly to: number; readonly by: number | undefined }[] = [];
  #copy = 0;
  #copied = 0;

  constructor({ stride, rows, before, keptEras, eras, hasRoom }: Pieces) {
    this.listsStart = rows.length;
    const leavesStart = rows.length + (keptEras + eras.length) * stride;
    const eraStarts = [leavesStart];
    const copy = (from: Int32Array, to: number, by?: number) => this.#copies.push({ from, to, by });
    copy(rows, 0);
    if (before !== undefined) {
      const kept = before.eraStarts.slice(before.eraStarts.length - 1 - keptEras);
      const by = leavesStart - (kept[0] as number);
      const lists = before.listsStart + (before.eraStarts.length - 1 - keptEras) * stride;
      copy(before.words.subarray(lists, lists + keptEras * stride), this.listsStart, by);
      copy(before.words.subarray(kept[0], kept[kept.length - 1]), leavesStart);
      for (const start of kept.slice(1)) eraStarts.push(start + by);
    }
    eras.forEach(({ lists, leaves }, era) => {
      const start = eraStarts[eraStarts.length - 1] as number;
      copy(lists, this.listsStart + (keptEras + era) * stride, start);
      copy(leaves.words, start);
      eraStarts.push(start + leaves.words.length);
    });
    const end = eraStarts[eraStarts.length - 1] as number;
    const length = hasRoom ? end + ((end - leavesStart) >> 4) + ROOM : end;
    checkWords(length);
    this.words = new Int32Array(length);
    this.eraStarts = Object.freeze(eraStarts);
  }

  get isDone(): boolean {
    return this.#copy === this.#copies.length;
  }

  advance(): void {
    const next = this.#copies[this.#copy];
    if (next === undefined) return;
    const { from, to, by } = next;
    const end = Math.min(this.#copied + STRETCH, from.length);
    if (by === undefined) this.words.set(from.subarray(this.#copied, end), to + this.#copied);
    else for (let i = this.#copied; i < end; i++) this.words[to + i] = moveList(from[i] as number, by);
    this.#copied = end;
    if (end < from.length) return;
    this.#copy++;
    this.#copied = 0;
  }
}
