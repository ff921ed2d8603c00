import { LEAST_WIDTH, MINUTES_PER_DAY, NEVER, wordOf } from "./leaf.ts";

/**
 * Days side by side, each as sorted boundaries in minutes of the UTC day, 0 to 1440: open from the first of each two to the
 * second.
 */
export interface Days {
  readonly count: number;
  /** Day `n` has the boundaries from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** The least width with which the leaf of that day can be written: the boundaries of `days` from `from` to `to`. */
export function widthFor(days: ArrayLike<number>, from: number, to: number): number {
  const boundaries = turnsEnd(days, from, to) - from - startsOpen(days, from, to);
  let width = LEAST_WIDTH;
  while (2 << width < boundaries) width++;
  return width;
}

/** Writes the leaf of a day from `at` on, where there is room for `1 << width` words. */
export function writeLeaf(
  words: Int32Array,
  at: number,
  width: number,
  days: ArrayLike<number>,
  from: number,
  to: number,
): void {
  const open = startsOpen(days, from, to);
  const end = turnsEnd(days, from, to);
  let turn = from + open;
  for (let i = at; i < at + (1 << width); i++, turn += 2) {
    const first = turn < end ? (days[turn] as number) : NEVER;
    const second = turn + 1 < end ? (days[turn + 1] as number) : NEVER;
    words[i] = wordOf(first, second, open);
  }
}

/** 1 when the day begins open: then its first boundary is no change within the day. */
function startsOpen(days: ArrayLike<number>, from: number, to: number): 0 | 1 {
  return from < to && days[from] === 0 ? 1 : 0;
}

/** Where those boundaries end that lie before the end of the day. */
function turnsEnd(days: ArrayLike<number>, from: number, to: number): number {
  return from < to && days[to - 1] === MINUTES_PER_DAY ? to - 1 : to;
}
