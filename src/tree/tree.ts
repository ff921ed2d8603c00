import { keyOf, MINUTES_PER_DAY, openAt, rankAt, stepMinute } from "./leaf.ts";

/**
 * The index of all schedules over the window: one interval tree for each, of two levels. The root fans out by UTC day,
 * `rows[day - firstDay][schedule]` is a leaf, and leaves are shared. Rows are day-major, so that questions about now
 * stay within one row. All minutes are whole epoch minutes. Frozen once built.
 */
export interface Tree {
  readonly firstDay: number;
  readonly rows: readonly Int32Array[];
  readonly steps: Int32Array;
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
  return (tree.firstDay + tree.rows.length) * MINUTES_PER_DAY;
}

export function covers(tree: Tree, minute: number): boolean {
  return minute >= firstMinute(tree) && minute < endMinute(tree);
}

/** `minute` must be covered. */
export function isOpen(tree: Tree, schedule: number, minute: number): boolean {
  const sinceFirst = (minute - firstMinute(tree)) | 0;
  const day = (sinceFirst / MINUTES_PER_DAY) | 0;
  const row = tree.rows[day] as Int32Array;
  return openAt(tree.steps, row[schedule] as number, keyOf(sinceFirst - day * MINUTES_PER_DAY)) === 1;
}

/** The first boundary after `minute`, which must be covered; undefined when there is none in the tree. */
export function nextBoundary(tree: Tree, schedule: number, minute: number): Boundary | undefined {
  const { rows, steps, firstDay } = tree;
  let day = Math.floor(minute / MINUTES_PER_DAY);
  let leaf = (rows[day - firstDay] as Int32Array)[schedule] as number;
  let step = leaf + rankAt(steps, leaf, keyOf(minute - day * MINUTES_PER_DAY));
  const open = (steps[step] as number) & 1;
  for (;;) {
    // Steps alternate, so the next one of the same leaf is a boundary.
    step++;
    if (step < leaf + (steps[leaf - 1] as number)) break;
    day++;
    const row = rows[day - firstDay];
    if (row === undefined) return undefined;
    leaf = row[schedule] as number;
    step = leaf;
    if (((steps[step] as number) & 1) !== open) break;
  }
  return { minute: day * MINUTES_PER_DAY + stepMinute(steps[step] as number), open: open === 0 };
}
