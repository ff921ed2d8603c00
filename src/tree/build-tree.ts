import type { LeafPool } from "./leaf-pool.ts";
import type { Tree } from "./tree.ts";

/** Compiles one schedule: a leaf of `pool` for each UTC day in `[firstDay, firstDay + days)`. */
export type CompileColumn = (schedule: number, firstDay: number, days: number) => ArrayLike<number>;

export interface Window {
  /** UTC day, days since 1970-01-01. */
  readonly firstDay: number;
  readonly days: number;
}

/**
 * The tree of a window. Rows that `before` already has are taken from it as they are: rolling a day drops the oldest
 * row and compiles one new day. `before` stays valid for whoever still holds it.
 */
export function buildTree(
  window: Window,
  schedules: number,
  pool: LeafPool,
  compile: CompileColumn,
  before?: Tree,
): Tree {
  const rows: Int32Array[] = [];
  const missing: number[] = [];
  for (let i = 0; i < window.days; i++) {
    const kept = before?.rows[window.firstDay + i - before.firstDay];
    if (kept === undefined) missing.push(i);
    rows.push(kept ?? new Int32Array(schedules));
  }
  const first = missing[0];
  if (first !== undefined) {
    const span = (missing[missing.length - 1] as number) - first + 1;
    for (let schedule = 0; schedule < schedules; schedule++) {
      const column = compile(schedule, window.firstDay + first, span);
      for (let i = 0; i < span; i++) (rows[first + i] as Int32Array)[schedule] = column[i] as number;
    }
  }
  return Object.freeze({ firstDay: window.firstDay, rows: Object.freeze(rows), steps: pool.steps });
}
