import { boundaryAfter, KEY, keyOf, LEAST_WIDTH, MINUTES_PER_DAY, NEVER, openAt, openIn } from "./leaf.ts";
import { KIND, leafAt, widthIn } from "./list.ts";

/** Eras begin at multiples of so many days: most schedules have few different days in one. */
export const ERA_BITS = 8;
const DAY_OF_ERA = (1 << ERA_BITS) - 1;

/**
 * The index of all schedules over the window: one interval tree for each, of two levels. The root fans out by UTC day: a
 * day is half a byte, the place of its leaf in the list that the schedule has for that era. Rows of days are side by side,
 * so that questions about now stay within one row, and the leaves of a schedule are, so that one question touches few
 * cache lines. All minutes are whole epoch minutes.
 *
 * All of it is one array of 32-bit words, since each further array costs a lookup as much as reading three words: rows
 * first, then lists, then leaves.
 */
export interface Tree {
  /** UTC day, days since 1970-01-01. */
  readonly firstDay: number;
  readonly days: number;
  readonly firstMinute: number;
  /** The first minute that the tree does not cover. */
  readonly endMinute: number;
  /** Schedules that a row has room for, a multiple of 16: rows begin with a word, and what follows them at an even one. */
  readonly stride: number;
  /** The day of the first row: rows reach beyond the window, so that it can move on within them. */
  readonly rowsDay: number;
  /** `rowsDay` in minutes. */
  readonly rowsMinute: number;
  /** Days from the first of its era to `rowsDay`. */
  readonly rowsDayOfEra: number;
  /**
   * First the places of leaves in their lists, eight a word, lowest bits first: of `(day - rowsDay) * stride + schedule`; 0
   * where the list is long, and tells places itself.
   * From word `listsStart`, `[(era - era of rowsDay) * stride + schedule]`: a list, as `listOf` writes it.
   */
  readonly words: Int32Array;
  readonly listsStart: number;
  /** By era, where its leaves begin; the last number is where all end, with room behind it. */
  readonly eraStarts: readonly number[];
}

/** A boundary of one schedule: from `minute` on it is open, or closed. */
export interface Boundary {
  readonly minute: number;
  readonly open: boolean;
}

/** The era of a UTC day. */
export function eraOf(day: number): number {
  return day >> ERA_BITS;
}

/** Which day of its era a UTC day is, from 0. */
export function dayOfEra(day: number): number {
  return day & DAY_OF_ERA;
}

/** The first UTC day after the era of a day. */
export function eraEnd(day: number): number {
  return (eraOf(day) + 1) << ERA_BITS;
}

/**
 * Trees are made here alone, so that the compiler sees objects of one shape. A number that was divided is stored as another
 * kind, for good and in all trees, unless it is made whole by `| 0`.
 */
export function treeOf(
  tables: Omit<Tree, "firstMinute" | "endMinute" | "rowsMinute" | "rowsDayOfEra">,
  from: number = (tables.firstDay | 0) * MINUTES_PER_DAY,
  end: number = ((tables.firstDay + tables.days) | 0) * MINUTES_PER_DAY,
): Tree {
  return Object.freeze({
    firstDay: tables.firstDay | 0,
    days: tables.days | 0,
    firstMinute: from,
    endMinute: end,
    stride: tables.stride | 0,
    rowsDay: tables.rowsDay | 0,
    rowsMinute: (tables.rowsDay | 0) * MINUTES_PER_DAY,
    rowsDayOfEra: tables.rowsDay & DAY_OF_ERA,
    words: tables.words,
    listsStart: tables.listsStart | 0,
    eraStarts: tables.eraStarts,
  });
}

/** The same tree as if it covered nothing beyond `[from, end)`; nothing at all where these lie outside, or cross. */
export function narrowed(tree: Tree, from: number, end: number): Tree {
  const { firstMinute, endMinute } = tree;
  const within = (minute: number) =>
    firstMinute + ((Math.min(Math.max(minute, firstMinute), endMinute) - firstMinute) | 0);
  return treeOf(tree, within(from), within(end));
}

/** Of schedules, the least stride. */
export function strideFor(schedules: number): number {
  return (schedules + 15) & ~15;
}

/** The first day after the last row. */
export function rowsEnd({ rowsDay, listsStart, stride }: Tree): number {
  return rowsDay + (listsStart * 8) / stride;
}

export const covers = ({ firstMinute, endMinute }: Tree, minute: number): boolean =>
  minute >= firstMinute && minute < endMinute;

export function bytesOf({ words }: Tree): number {
  return words.byteLength;
}

/** Of whole numbers, so that the compiler need not look whether the product still is one; shorter than to name `Math`. */
const product = Math.imul;

/** `minute` must be covered. Written out: with what it calls it must fit into the host's function, as a resolution must. */
export const isOpen = (tree: Tree, schedule: number, minute: number): boolean => {
  const { words, stride } = tree;
  const sinceRows = (minute - tree.rowsMinute) | 0;
  const day = (sinceRows / MINUTES_PER_DAY) | 0;
  const key = product((sinceRows - product(day, MINUTES_PER_DAY) + 1) | 0, KEY);
  const inEras = (tree.rowsDayOfEra + day) | 0;
  const list = words[(product(inEras >> ERA_BITS, stride) + tree.listsStart + schedule) | 0] as number;
  const row = (product(day, stride) + schedule) | 0;
  const place = ((words[row >>> 3] as number) >> (row << 2)) & 15;
  if ((list & KIND) !== LEAST_WIDTH) return openIn(words, list, place, inEras, key) === 1;
  return openAt(words, ((list >>> 4) + (place << LEAST_WIDTH)) | 0, key) === 1;
};

/** A place of the rows. The processor shifts by the lowest five bits. */
export const placeIn = (words: Int32Array, row: number): number => ((words[row >> 3] as number) >> (row << 2)) & 15;

/** The first boundary after `minute`, which must be covered; undefined when there is none in the tree. */
export function nextBoundary(tree: Tree, schedule: number, minute: number): Boundary | undefined {
  const { firstDay, days, rowsDay, rowsDayOfEra, stride, words, listsStart } = tree;
  let day = Math.floor(minute / MINUTES_PER_DAY) - rowsDay;
  let minuteOfDay = minute - (rowsDay + day) * MINUTES_PER_DAY;
  let open: number | undefined;
  for (; day < firstDay + days - rowsDay; day++) {
    const midnight = (rowsDay + day) * MINUTES_PER_DAY;
    const inEras = rowsDayOfEra + day;
    const list = words[(inEras >> ERA_BITS) * stride + listsStart + schedule] as number;
    const place = placeIn(words, day * stride + schedule);
    const openThere = openIn(words, list, place, inEras, keyOf(minuteOfDay));
    open ??= openThere;
    if (openThere !== open) return { minute: midnight, open: open === 0 };
    const next = boundaryAfter(words, leafAt(words, list, place, inEras), widthIn(list), minuteOfDay);
    if (next !== NEVER) return { minute: midnight + next, open: open === 0 };
    minuteOfDay = 0;
  }
  return undefined;
}
