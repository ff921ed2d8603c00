import { LEAST_WIDTH } from "./leaf.ts";
import { leafAt, MOST_PLACES, widthIn } from "./list.ts";
import { widthFor, writeLeaf } from "./write-leaves.ts";

export const NOWHERE = -1;

/** The leaf that is looked for; its memory serves the next search. */
let wanted: Int32Array = new Int32Array(1 << LEAST_WIDTH);

/**
 * The place in a list, which is not long, at which the leaf of just that day stands before `end`, or NOWHERE. The day: the
 * boundaries of `days` from `from` to `to`.
 */
export function findLeaf(
  words: Int32Array,
  end: number,
  list: number,
  days: ArrayLike<number>,
  from: number,
  to: number,
): number {
  const size = 1 << widthIn(list);
  if (!want(list, days, from, to)) return NOWHERE;
  // What follows the list's own leaves is of other lists: what is the same is as good as its own.
  for (let place = 0; place < MOST_PLACES; place++) {
    const leaf = leafAt(words, list, place, 0);
    if (leaf + size > end) return NOWHERE;
    if (isWanted(words, leaf, size)) return place;
  }
  return NOWHERE;
}

/** Whether a long list has for `day` the leaf of just that day: the boundaries of `days` from `from` to `to`. */
export function isLeafOf(
  words: Int32Array,
  list: number,
  day: number,
  days: ArrayLike<number>,
  from: number,
  to: number,
): boolean {
  return want(list, days, from, to) && isWanted(words, leafAt(words, list, 0, day), 1 << widthIn(list));
}

/** Returns false when the leaves of the list are not wide enough. */
function want(list: number, days: ArrayLike<number>, from: number, to: number): boolean {
  const width = widthIn(list);
  if (widthFor(days, from, to) > width) return false;
  if (wanted.length < 1 << width) wanted = new Int32Array(1 << width);
  writeLeaf(wanted, 0, width, days, from, to);
  return true;
}

function isWanted(words: Int32Array, leaf: number, size: number): boolean {
  for (let i = 0; i < size; i++) if (words[leaf + i] !== wanted[i]) return false;
  return true;
}
