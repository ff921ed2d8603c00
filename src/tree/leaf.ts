import { FIRST_BIT, FIRST_GUARD, GUARDS, SECOND_BIT, SECOND_GUARD } from "./leaf-bits.ts";
import { leafAt, widthIn } from "./list.ts";

/** The tree imports nothing from other floors, so it has this number of its own. */
export const MINUTES_PER_DAY = 1440;

/**
 * A leaf is one UTC day of one schedule: a run of words of two boundaries each, padded to a power of two.
 *
 *     bit 0           whether it is open at 00:00; the same in each word of a leaf
 *     bits 1 to 11    the second boundary, a minute of the day
 *     bit 12          set: a guard
 *     bits 13 to 23   the first boundary
 *     bit 24          set: a guard
 *
 * It turns from open to closed, or back, at each boundary. A key is taken from both at once: where the boundary is less, its
 * guard is lent from, and cleared. (Lamport, Multiple byte processing with full-word instructions, 1975.)
 *
 * INVARIANT (padded leaf): boundaries are from 1 to 1439 and ascend strictly, within a word and from one to the next; behind
 * the last one, places are filled up with NEVER. A leaf of width `w` has `1 << w` words.
 */
export const NEVER = 2047;

/** The narrowest leaf, two words: three changes are common where hours go over midnight in UTC and an exception is near. */
export const LEAST_WIDTH = 1;

/** What a minute is multiplied by to stand in the place of both boundaries. */
export const KEY: number = (1 << FIRST_BIT) | (1 << SECOND_BIT);

/** The key of a minute of the day: more than each boundary that has come by then, and no more than any other. */
export function keyOf(minuteOfDay: number): number {
  return (minuteOfDay + 1) * KEY;
}

export function wordOf(first: number, second: number, open: number): number {
  return GUARDS | (first << FIRST_BIT) | (second << SECOND_BIT) | open;
}

export function firstIn(word: number): number {
  return (word >> FIRST_BIT) & NEVER;
}

export function secondIn(word: number): number {
  return (word >> SECOND_BIT) & NEVER;
}

/**
 * 1 when the leaf of that day is open at `key`, else 0; place and day are as {@link leafAt} takes them. A bisection without
 * branches, for a processor cannot guess whether a queue is open. It ends at two words, whose state follows from how many of
 * their boundaries have come. So it reads `width + 1` words, and of a long list one more: the search is logarithmic in the
 * changes of that day.
 *
 * Nearly all leaves are of the least width, in a list that is not long: those the hot path finds by itself.
 */
export function openIn(words: Int32Array, list: number, place: number, day: number, key: number): number {
  return openAt(words, seek(words, leafAt(words, list, place, day), widthIn(list), key), key);
}

/**
 * 1 when it is open at `key` by two words, else 0: the guards tell whether an even or odd number of boundaries has come.
 *
 * A constant, as all functions of the hot path are: with each call of a declared one, the compiler checks that it still is
 * the one it knows.
 */
export const openAt = (words: Int32Array, at: number, key: number): number => {
  const word = words[at] as number;
  const come = (word - key) ^ ((words[at + 1] as number) - key);
  return (word ^ (come >> SECOND_GUARD) ^ (come >> FIRST_GUARD)) & 1;
};

/** The place, even within the leaf, of the last word whose first boundary has come at `key`, or of the one before. */
function seek(words: Int32Array, leaf: number, width: number, key: number): number {
  let at = leaf;
  for (let half = (1 << width) >> 1; half > 1; half >>= 1) {
    at += half & ((((words[at + half] as number) - key) >> FIRST_GUARD) - 1);
  }
  return at;
}

/** The first boundary after a minute of the day, or NEVER. */
export function boundaryAfter(words: Int32Array, leaf: number, width: number, minuteOfDay: number): number {
  const end = leaf + (1 << width);
  for (let at = seek(words, leaf, width, keyOf(minuteOfDay)); at < end; at++) {
    const word = words[at] as number;
    if (firstIn(word) > minuteOfDay) return firstIn(word);
    if (secondIn(word) > minuteOfDay) return secondIn(word);
  }
  return NEVER;
}
