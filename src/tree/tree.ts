import { boundaryAfter, keyOf, leafAt, MINUTES_PER_DAY, NEVER, openIn, widthIn } from "./leaf.ts";

/** Eras begin at multiples of so many days: a day's place among the leaves of its era fits into a byte. */
export const ERA_BITS = 8;
const DAY_OF_ERA = (1 << ERA_BITS) - 1;

/**
 * The index of all schedules over the window: one interval tree for each, of two levels. The root fans out by UTC day: a
 * day is one byte, the place of its leaf in the list that the schedule has for that era. Rows of days are side by side,
 * so that questions about now stay within one row, and the leaves of a schedule are, so that one question touches few
 * cache lines. All minutes are whole epoch minutes.
 *
 * All of it is one array of 32-bit words, since each further array costs a lookup as much as reading three words: rows
 * first, then lists, then leaves.
 *
 * INVARIANT (lowest byte first): rows are written as bytes and read as words. Byte `i` of the rows, counted from the lowest
 * of each word on, lies at `i ^ LOWEST_BYTE`.
 */
export interface Tree {
  /** UTC day, days since 1970-01-01. */
  readonly firstDay: number;
  readonly days: number;
  readonly firstMinute: number;
  /** The first minute that the tree does not cover. */
  readonly endMinute: number;
  /** Schedules that a row has room for: a multiple of four, so that rows begin with a word. */
  readonly stride: number;
  /** The day of the first row: rows reach beyond the window, so that it can move on within them. */
  readonly rowsDay: number;
  /** `rowsDay` in minutes. */
  readonly rowsMinute: number;
  /** Days from the first of its era to `rowsDay`. */
  readonly rowsDayOfEra: number;
  /**
   * From byte 0, `[((day - rowsDay) * stride + schedule) ^ LOWEST_BYTE]`: the place of the leaf in its list.
   * From word `listsStart`, `[(era - era of rowsDay) * stride + schedule]`: a list, as `listOf` writes it.
   */
  readonly words: Int32Array;
  readonly listsStart: number;
  /** By era, where its leaves begin; the last number is where all end, with room behind it. */
  readonly eraStarts: readonly number[];
}

/** Where the lowest byte of a word lies: with nearly all processors, first. */
export const LOWEST_BYTE: 0 | 3 = new Uint8Array(Int32Array.of(1).buffer)[0] === 1 ? 0 : 3;

/** A boundary of one schedule: from `minute` on it is open, or closed. */
export interface Boundary {
  readonly minute: number;
  readonly open: boolean;
}

/** The era of a UTC day. */
export function eraOf(day: number): number {
  return day >> ERA_BITS;
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
  covered?: { readonly from: number; readonly end: number },
): Tree {
  const [firstDay, days, rowsDay] = [tables.firstDay | 0, tables.days | 0, tables.rowsDay | 0];
  return Object.freeze({
    firstDay,
    days,
    firstMinute: covered?.from ?? firstDay * MINUTES_PER_DAY,
    endMinute: covered?.end ?? (firstDay + days) * MINUTES_PER_DAY,
    stride: tables.stride | 0,
    rowsDay,
    rowsMinute: rowsDay * MINUTES_PER_DAY,
    rowsDayOfEra: rowsDay & DAY_OF_ERA,
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
  return treeOf(tree, { from: within(from), end: within(end) });
}

/** Of schedules, the least stride. */
export function strideFor(schedules: number): number {
  return (schedules + 3) & ~3;
}

/** The rows, day by day, where they lie. */
export function rowsIn({ words, listsStart }: Pick<Tree, "words" | "listsStart">): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, listsStart * 4);
}

/** The first day after the last row. */
export function rowsEnd({ rowsDay, listsStart, stride }: Tree): number {
  return rowsDay + (listsStart * 4) / stride;
}

export const covers = ({ firstMinute, endMinute }: Tree, minute: number): boolean =>
  minute >= firstMinute && minute < endMinute;

export function bytesOf({ words }: Tree): number {
  return words.byteLength;
}

/** `minute` must be covered. */
export const isOpen = (tree: Tree, schedule: number, minute: number): boolean => {
  const { words, rowsMinute, stride } = tree;
  const sinceRows = (minute - rowsMinute) | 0;
  const day = (sinceRows / MINUTES_PER_DAY) | 0;
  const key = keyOf(sinceRows - Math.imul(day, MINUTES_PER_DAY));
  const list = words[(listsOf(tree, day) + schedule) | 0] as number;
  return openIn(words, list, placeIn(words, (Math.imul(day, stride) + schedule) | 0), key) === 1;
};

/** A byte of the rows. The processor shifts by the lowest five bits. */
const placeIn = (words: Int32Array, row: number): number => ((words[row >> 2] as number) >> (row << 3)) & 0xff;

/** Where the lists of a day's era begin; `day` counts from the first row. */
const listsOf = ({ rowsDayOfEra, stride, listsStart }: Tree, day: number): number =>
  (Math.imul((rowsDayOfEra + day) >> ERA_BITS, stride) + listsStart) | 0;

/** The first boundary after `minute`, which must be covered; undefined when there is none in the tree. */
export function nextBoundary(tree: Tree, schedule: number, minute: number): Boundary | undefined {
  const { firstDay, days, rowsDay, stride, words } = tree;
  let day = Math.floor(minute / MINUTES_PER_DAY) - rowsDay;
  let key = keyOf(minute - (rowsDay + day) * MINUTES_PER_DAY);
  let open: number | undefined;
  for (; day < firstDay + days - rowsDay; day++) {
    const midnight = (rowsDay + day) * MINUTES_PER_DAY;
    const list = words[listsOf(tree, day) + schedule] as number;
    const place = placeIn(words, day * stride + schedule);
    const openThere = openIn(words, list, place, key);
    open ??= openThere;
    if (openThere !== open) return { minute: midnight, open: open === 0 };
    const next = boundaryAfter(words, leafAt(list, place), widthIn(list), key);
    if (next !== NEVER) return { minute: midnight + next, open: open === 0 };
    key = keyOf(0);
  }
  return undefined;
}
