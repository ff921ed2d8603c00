import { LEAST_WIDTH, leafAt, widthIn } from "./leaf.ts";
import { ERA_BITS } from "./tree.ts";
import { widthFor, writeLeaf } from "./write-leaves.ts";

export const NOWHERE = -1;

/** The leaf that is looked for; its memory serves the next search. */
let wanted: Int32Array = new Int32Array(1 << LEAST_WIDTH);

/**
 * The place in a list at which the leaf of just that day stands before `end`, or NOWHERE. The day: the boundaries of `days` from
 * `from` to `to`.
 */
export function findLeaf(
  words: Int32Array,
  end: number,
  list: number,
  days: ArrayLike<number>,
  from: number,
  to: number,
): number {
  const width = widthIn(list);
  const size = 1 << width;
  if (widthFor(days, from, to) > width) return NOWHERE;
  if (wanted.length < size) wanted = new Int32Array(size);
  writeLeaf(wanted, 0, width, days, from, to);
  // A list has no more leaves than an era has days; what follows it are leaves of others, as good as its own.
  for (let place = 0; place < 1 << ERA_BITS; place++) {
    const leaf = leafAt(list, place);
    if (leaf + size > end) return NOWHERE;
    if (isWanted(words, leaf, size)) return place;
  }
  return NOWHERE;
}

function isWanted(words: Int32Array, leaf: number, size: number): boolean {
  for (let i = 0; i < size; i++) if (words[leaf + i] !== wanted[i]) return false;
  return true;
}
