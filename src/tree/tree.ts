import { END, keyOf, leafAt, MINUTES_PER_DAY, openIn, seek, stepMinute, widthIn } from "./leaf.ts";

/** Eras begin at multiples of so many days: a day's place among the leaves of its era fits into a byte. */
export const ERA_BITS = 8;
const DAY_OF_ERA = (1 << ERA_BITS) - 1;

/**
 * The index of all schedules over the window: one interval tree for each, of two levels. The root fans out by UTC day: a
 * day is one byte, the place of its leaf in the list that the schedule has for that era. Rows of days are side by side,
 * so that questions about now stay within one row, and the leaves of a schedule are, so that one question touches few
 * cache lines. All minutes are whole epoch minutes.
 */
export interface Tree {
  /** UTC day, days since 1970-01-01. */
  readonly firstDay: number;
  readonly days: number;
  readonly firstMinute: number;
  /** The first minute that the tree does not cover. */
  readonly endMinute: number;
  /** Schedules that a row has room for. */
  readonly stride: number;
  /** The day of the first row: rows reach beyond the window, so that it can move on within them. */
  readonly rowsDay: number;
  /** `rowsDay` in minutes. */
  readonly rowsMinute: number;
  /** `rows[(day - rowsDay) * stride + schedule]`: the place of the leaf in its list. */
  readonly rows: Uint8Array;
  /** `lists[(era - era of rowsDay) * stride + schedule]`: a list, as `listOf` writes it. */
  readonly lists: Int32Array;
  readonly steps: Uint16Array;
  /** By era, where its steps begin; the last number is where all end, with room behind it. */
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

/** The first UTC day after the era of a day. */
export function eraEnd(day: number): number {
  return (eraOf(day) + 1) << ERA_BITS;
}

/** Trees are made here alone, so that the compiler sees objects of one shape. */
export function treeOf(
  tables: Omit<Tree, "firstMinute" | "endMinute" | "rowsMinute">,
  firstMinute: number = tables.firstDay * MINUTES_PER_DAY,
  endMinute: number = (tables.firstDay + tables.days) * MINUTES_PER_DAY,
): Tree {
  const { firstDay, days, stride, rowsDay, rows, lists, steps, eraStarts } = tables;
  return Object.freeze({
    firstDay,
    days,
    firstMinute,
    endMinute,
    stride,
    rowsDay,
    rowsMinute: rowsDay * MINUTES_PER_DAY,
    rows,
    lists,
    steps,
    eraStarts,
  });
}

/** The same tree as if it covered nothing beyond `[from, end)`; nothing at all where these lie outside, or cross. */
export function narrowed(tree: Tree, from: number, end: number): Tree {
  const { firstMinute, endMinute } = tree;
  // A number that was divided is stored as another kind, for good and in all trees, unless it is made whole by `| 0`.
  const within = (minute: number) =>
    firstMinute + ((Math.min(Math.max(minute, firstMinute), endMinute) - firstMinute) | 0);
  return treeOf(tree, within(from), within(end));
}

/** The first day after the last row. */
export function rowsEnd({ rowsDay, rows, stride }: Tree): number {
  return rowsDay + rows.length / stride;
}

export function covers({ firstMinute, endMinute }: Tree, minute: number): boolean {
  return minute >= firstMinute && minute < endMinute;
}

export function bytesOf({ rows, lists, steps }: Tree): number {
  return rows.byteLength + lists.byteLength + steps.byteLength;
}

/** `minute` must be covered. */
export function isOpen(tree: Tree, schedule: number, minute: number): boolean {
  const sinceRows = (minute - tree.rowsMinute) | 0;
  const day = (sinceRows / MINUTES_PER_DAY) | 0;
  const key = keyOf(sinceRows - day * MINUTES_PER_DAY);
  return openAt(tree, rowOf(tree, day) + schedule, listsOf(tree, day) + schedule, key) === 1;
}

/** 1 when a schedule is open at that key, else 0. `row`: its place in the row of a day; `list`: in the lists of its era. */
export function openAt({ rows, lists, steps }: Tree, row: number, list: number, key: number): number {
  const leaves = lists[list] as number;
  return openIn(steps, leafAt(leaves, rows[row] as number), widthIn(leaves), key);
}

/** Where the row of a day begins; `day` counts from the first row. */
export function rowOf({ stride }: Tree, day: number): number {
  return (day * stride) | 0;
}

/** Where the lists of a day's era begin; `day` counts from the first row. */
export function listsOf({ rowsDay, stride }: Tree, day: number): number {
  return ((((rowsDay & DAY_OF_ERA) + day) >> ERA_BITS) * stride) | 0;
}

/** The first boundary after `minute`, which must be covered; undefined when there is none in the tree. */
export function nextBoundary(tree: Tree, schedule: number, minute: number): Boundary | undefined {
  const { firstDay, days, rowsDay, rows, lists, steps } = tree;
  let day = Math.floor(minute / MINUTES_PER_DAY) - rowsDay;
  let key = keyOf(minute - (rowsDay + day) * MINUTES_PER_DAY);
  let open: number | undefined;
  for (; day < firstDay + days - rowsDay; day++) {
    const list = lists[listsOf(tree, day) + schedule] as number;
    const leaf = leafAt(list, rows[rowOf(tree, day) + schedule] as number);
    const end = leaf + (1 << widthIn(list));
    let step = seek(steps, leaf, widthIn(list), key);
    const openThere = (steps[step] as number) & 1;
    open ??= openThere;
    // Steps alternate, so the next one of a leaf is a boundary; where the state is the same, the first of a day is none.
    if (openThere === open) step++;
    if (step < end && steps[step] !== END) {
      return { minute: (rowsDay + day) * MINUTES_PER_DAY + stepMinute(steps[step] as number), open: open === 0 };
    }
    key = keyOf(0);
  }
  return undefined;
}
