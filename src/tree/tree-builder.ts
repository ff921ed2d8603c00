import type { LeafPool } from "./leaf-pool.ts";
import type { Tree } from "./tree.ts";

/** Compiles one schedule: a leaf of the pool for each UTC day in `[firstDay, firstDay + days)`. */
export type CompileColumn = (schedule: number, firstDay: number, days: number) => ArrayLike<number>;

export interface Window {
  /** UTC day, days since 1970-01-01. */
  readonly firstDay: number;
  readonly days: number;
}

/**
 * Builds the tree of a window, at once or a stretch at a time. Rows that `before` already has are taken from it as they
 * are: rolling a day drops the oldest row and compiles one new day. `before` stays valid for whoever still holds it.
 */
export class TreeBuilder {
  readonly window: Window;
  readonly #schedules: number;
  readonly #pool: LeafPool;
  readonly #compile: CompileColumn;
  readonly #rows: Int32Array[] = [];
  /** The days that `before` does not have: `[from, to)`, counted from the window's first. */
  readonly #from: number;
  readonly #to: number;
  #next = 0;

  constructor(window: Window, schedules: number, pool: LeafPool, compile: CompileColumn, before?: Tree) {
    this.window = window;
    this.#schedules = schedules;
    this.#pool = pool;
    this.#compile = compile;
    const missing: number[] = [];
    for (let i = 0; i < window.days; i++) {
      const kept = before?.rows[window.firstDay + i - before.firstDay];
      if (kept === undefined) missing.push(i);
      this.#rows.push(kept ?? new Int32Array(schedules));
    }
    this.#from = missing[0] ?? 0;
    this.#to = missing.length === 0 ? 0 : (missing[missing.length - 1] as number) + 1;
  }

  /** Compiles schedules, at least one, until all are done or `mayGoOn` says no. Returns whether all are done. */
  advance(mayGoOn: () => boolean): boolean {
    const days = this.#to - this.#from;
    if (days === 0) return true;
    while (this.#next < this.#schedules) {
      const schedule = this.#next;
      const column = this.#compile(schedule, this.window.firstDay + this.#from, days);
      for (let i = 0; i < days; i++) (this.#rows[this.#from + i] as Int32Array)[schedule] = column[i] as number;
      // Only now: a schedule whose compilation throws is compiled again, not left out.
      this.#next++;
      if (!mayGoOn()) break;
    }
    return this.#next >= this.#schedules;
  }

  /** The tree, once `advance` has returned true. */
  finish(): Tree {
    return Object.freeze({ firstDay: this.window.firstDay, rows: Object.freeze(this.#rows), steps: this.#pool.steps });
  }
}
