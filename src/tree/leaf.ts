/** The tree imports nothing from other floors, so it has this number of its own. */
export const MINUTES_PER_DAY = 1440;

/**
 * A leaf is one UTC day of one schedule: a run of words of two boundaries each, padded to a power of two.
 *
 *     bit 0         whether it is open at 00:00; the same in each word of a leaf
 *     bits 1 to 11  the second boundary, a minute of the day
 *     from bit 12   the first boundary
 *
 * It turns from open to closed, or back, at each boundary.
 *
 * INVARIANT (padded leaf): boundaries are from 1 to 1439 and ascend strictly, within a word and from one to the next; behind
 * the last one, places are filled up with NEVER. A leaf of width `w` has `1 << w` words.
 */
export const NEVER = 2047;

/** The narrowest leaf, two words: three changes are common where hours go over midnight in UTC and an exception is near. */
export const LEAST_WIDTH = 1;

const FIRST_BIT = 12;
/** What is left of a word without its first boundary. */
const SECOND = (1 << FIRST_BIT) - 1;

/**
 * The key of a minute of the day: above each word whose first boundary has come by then, below all others.
 *
 * A constant, as all functions of the hot path are: with each call of a declared one, the compiler checks that it still is
 * the one it knows.
 */
export const keyOf = (minuteOfDay: number): number => (minuteOfDay + 1) << FIRST_BIT;

export function wordOf(first: number, second: number, open: number): number {
  return (first << FIRST_BIT) | (second << 1) | open;
}

export function firstIn(word: number): number {
  return word >> FIRST_BIT;
}

export function secondIn(word: number): number {
  return (word & SECOND) >> 1;
}

/**
 * 1 when the leaf at that place of a list is open at `key`, else 0. A bisection without branches, for a processor cannot
 * guess whether a queue is open. It ends at two words, whose state follows from how many of their boundaries have come. So
 * it reads `width + 1` words: the search is logarithmic in the changes of that day.
 *
 * Written out in one piece: the compiler puts no more than so much code into the function that calls it.
 */
export const openIn = (words: Int32Array, list: number, place: number, key: number): number => {
  const width = list & 15;
  const leaf = ((list >>> 4) + (place << width)) | 0;
  const at = width === LEAST_WIDTH ? leaf : seek(words, leaf, width, key);
  const word = words[at] as number;
  const next = words[at + 1] as number;
  const half = key >> (FIRST_BIT - 1);
  // `(a - b) >> 31` is odd where `a < b`, else even.
  const turns = ((word - key) ^ ((word & SECOND) - half) ^ (next - key) ^ ((next & SECOND) - half)) >> 31;
  return (word ^ turns) & 1;
};

/** The place, even within the leaf, of the last word whose first boundary has come at `key`, or of the one before. */
function seek(words: Int32Array, leaf: number, width: number, key: number): number {
  let at = leaf;
  for (let half = (1 << width) >> 1; half > 1; half >>= 1) at += half & (((words[at + half] as number) - key) >> 31);
  return at;
}

/** The first boundary after the minute of `key`, or NEVER. */
export function boundaryAfter(words: Int32Array, leaf: number, width: number, key: number): number {
  const end = leaf + (1 << width);
  for (let at = seek(words, leaf, width, key); at < end; at++) {
    const word = words[at] as number;
    if (word >= key) return firstIn(word);
    if (keyOf(secondIn(word)) > key) return secondIn(word);
  }
  return NEVER;
}

/**
 * A list of leaves of one width that lie side by side, as one number: where it begins, and the width.
 */
export function listOf(start: number, width: number): number {
  return (start << 4) | width;
}

/** The same list among words that were moved. */
export function moveList(list: number, by: number): number {
  return (list + (by << 4)) | 0;
}

export function widthIn(list: number): number {
  return list & 15;
}

/** Where the leaf at that place of the list begins. */
export function leafAt(list: number, place: number): number {
  return ((list >>> 4) + (place << widthIn(list))) | 0;
}
