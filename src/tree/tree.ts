import { END, keyOf, leafAt, MINUTES_PER_DAY, seek, stepMinute, widthIn } from "./leaf.ts";

/** Eras begin at multiples of so many days: a day's place among the leaves of its era fits into a byte. */
export const ERA_BITS = 8;

/** The leaves of all schedules for the UTC days of one era. */
export interface Era {
  /** By schedule: its list, as {@link listOf} writes it. */
  readonly lists: Int32Array;
  readonly steps: Uint16Array;
  /** Steps in use; behind them is room. */
  readonly length: number;
}

/**
 * The index of all schedules over the window: one interval tree for each, of two levels. The root fans out by UTC day:
 * `rows[(day - firstDay) * stride + schedule]` is the place of the day's leaf in the schedule's list of that era, one
 * byte, since an era has no more days. Rows are day-major, so that questions about now stay within one row; what a
 * schedule needs lies side by side, so that one question touches few cache lines. All minutes are whole epoch minutes.
 */
export interface Tree {
  readonly firstDay: number;
  readonly days: number;
  /** Schedules that a row has room for. */
  readonly stride: number;
  readonly rows: Uint8Array;
  /** `firstDay >> ERA_BITS`: the number of the first era. */
  readonly firstEra: number;
  readonly eras: readonly Era[];
}

/** A boundary of one schedule: from `minute` on it is open, or closed. */
export interface Boundary {
  readonly minute: number;
  readonly open: boolean;
}

export function firstMinute(tree: Tree): number {
  return tree.firstDay * MINUTES_PER_DAY;
}

/** The first minute that the tree does not cover. */
export function endMinute(tree: Tree): number {
  return (tree.firstDay + tree.days) * MINUTES_PER_DAY;
}

export function covers(tree: Tree, minute: number): boolean {
  return minute >= firstMinute(tree) && minute < endMinute(tree);
}

export function bytesOf({ rows, eras }: Tree): number {
  return eras.reduce((sum, { lists, steps }) => sum + lists.byteLength + steps.byteLength, rows.byteLength);
}

/** `minute` must be covered. */
export function isOpen(tree: Tree, schedule: number, minute: number): boolean {
  const sinceFirst = (minute - firstMinute(tree)) | 0;
  const day = (sinceFirst / MINUTES_PER_DAY) | 0;
  const era = eraOf(tree, day);
  const place = tree.rows[day * tree.stride + schedule] as number;
  return openAt(era, era.lists[schedule] as number, place, keyOf(sinceFirst - day * MINUTES_PER_DAY)) === 1;
}

/** `day`: counted from the tree's first. */
export function eraOf(tree: Tree, day: number): Era {
  return tree.eras[((tree.firstDay + day) >> ERA_BITS) - tree.firstEra] as Era;
}

/** 1 when the leaf at that place of the list is open at `key`, else 0. */
export function openAt({ steps }: Era, list: number, place: number, key: number): number {
  return (steps[seek(steps, leafAt(list, place), widthIn(list), key)] as number) & 1;
}

/** The first boundary after `minute`, which must be covered; undefined when there is none in the tree. */
export function nextBoundary(tree: Tree, schedule: number, minute: number): Boundary | undefined {
  let day = Math.floor(minute / MINUTES_PER_DAY) - tree.firstDay;
  let { steps, leaf, end } = leafOf(tree, schedule, day);
  const key = keyOf(minute - (tree.firstDay + day) * MINUTES_PER_DAY);
  let step = seek(steps, leaf, Math.log2(end - leaf), key);
  const open = (steps[step] as number) & 1;
  // Steps alternate, so the next one of the same leaf is a boundary; the first of the next day's may not be.
  step++;
  while (step >= end || steps[step] === END) {
    day++;
    if (day >= tree.days) return undefined;
    ({ steps, leaf, end } = leafOf(tree, schedule, day));
    step = ((steps[leaf] as number) & 1) === open ? leaf + 1 : leaf;
  }
  return { minute: (tree.firstDay + day) * MINUTES_PER_DAY + stepMinute(steps[step] as number), open: open === 0 };
}

interface Leaf {
  readonly steps: Uint16Array;
  readonly leaf: number;
  readonly end: number;
}

function leafOf(tree: Tree, schedule: number, day: number): Leaf {
  const { lists, steps } = eraOf(tree, day);
  const list = lists[schedule] as number;
  const leaf = leafAt(list, tree.rows[day * tree.stride + schedule] as number);
  return { steps, leaf, end: leaf + (1 << widthIn(list)) };
}
