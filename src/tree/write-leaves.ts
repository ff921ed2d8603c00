import { LEAST_WIDTH, MINUTES_PER_DAY, NEVER, wordOf } from "./leaf.ts";

/** One day: sorted boundaries in minutes of the UTC day, 0 to 1440, open from the first of each two to the second. */
export type Day = readonly number[];

/** The least width with which the leaf of that day can be written. */
export function widthFor(day: Day): number {
  const boundaries = turnsEnd(day) - startsOpen(day);
  let width = LEAST_WIDTH;
  while (2 << width < boundaries) width++;
  return width;
}

/** Writes the leaf of a day from `at` on, where there is room for `1 << width` words. */
export function writeLeaf(words: Int32Array, at: number, width: number, day: Day): void {
  const open = startsOpen(day);
  const end = turnsEnd(day);
  let turn = open;
  for (let i = at; i < at + (1 << width); i++, turn += 2) {
    const first = turn < end ? (day[turn] as number) : NEVER;
    const second = turn + 1 < end ? (day[turn + 1] as number) : NEVER;
    words[i] = wordOf(first, second, open);
  }
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

/** 1 when the day begins open: then its first boundary is no change within the day. */
function startsOpen(day: Day): 0 | 1 {
  return day[0] === 0 ? 1 : 0;
}

/** How many boundaries lie before the end of the day. */
function turnsEnd(day: Day): number {
  return day[day.length - 1] === MINUTES_PER_DAY ? day.length - 1 : day.length;
}
