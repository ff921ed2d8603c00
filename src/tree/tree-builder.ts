import { addRows } from "./add-rows.ts";
import type { DaysToPlace } from "./days-to-place.ts";
import { NewEras } from "./new-eras.ts";
import type { Rows } from "./rows.ts";
import { ERA_BITS, eraEnd, eraOf, rowsEnd, strideFor, type Tree, treeOf } from "./tree.ts";
import { checkWords, TreeJoin } from "./tree-join.ts";

export interface Window {
  /** UTC day, days since 1970-01-01. */
  readonly firstDay: number;
  readonly days: number;
}

/** The UTC days `[firstDay, firstDay + count)` of a schedule by the rules. */
export type Compile = (schedule: number, firstDay: number, count: number) => DaysToPlace;

/** Rows are copied in stretches of this many words, well under a millisecond each. */
const STRETCH = 1 << 18;

/** Rows are made for so many days beyond the window, and no further than its last era: these days it moves on for free. */
const ROWS_AHEAD = 64;

export interface BuildOptions {
  /** What of the tree before is within the window is taken from it. */
  readonly before?: Tree | undefined;
  /** Done before anything else, one at a time: reading what compiling would have to wait for. */
  readonly chores?: readonly (() => void)[];
  /** Whether room is left for days and schedules that are to come. Default: true. */
  readonly hasRoom?: boolean;
}

/**
 * Builds the tree of a window, at once or a stretch at a time. What `before` already has is taken from it: mostly, moving
 * on by a day finds the new day's row made. `before` stays valid for whoever still holds it.
 *
 * INVARIANT (whole eras): the list of a schedule in an era has every leaf from the first day that was compiled to the
 * era's last, also beyond the rows; so rows that are added within the era need no other list.
 */
export class TreeBuilder {
  readonly window: Window;
  readonly #schedules: number;
  readonly #compile: Compile;
  readonly #chores: readonly (() => void)[];
  /** The first day that gets no row. */
  readonly #end: number;
  #before: Tree | undefined;
  readonly #hasRoom: boolean;
  #rows: Rows = { rowsDay: 0, end: 0, stride: 16, words: new Int32Array(0) };
  /** How many eras of `before` go on; those that are compiled here follow them. */
  #keptEras = 0;
  #new = new NewEras(0, this.#rows);
  #chore = 0;
  #copied = 0;
  #next = 0;
  #join: TreeJoin | undefined;

  constructor(window: Window, schedules: number, compile: Compile, options: BuildOptions = {}) {
    const { before, chores = [], hasRoom = true } = options;
    const end = window.firstDay + window.days;
    this.window = window;
    this.#schedules = schedules;
    this.#compile = compile;
    this.#hasRoom = hasRoom;
    this.#end = hasRoom ? Math.min(end + ROWS_AHEAD, eraEnd(end - 1)) : end;
    this.#begin(before !== undefined && overlaps(before, window) ? before : undefined);
    this.#chores = chores;
  }

  /** Goes on, by a schedule at least, until the tree is whole or `mayGoOn` says no. Returns whether it is whole. */
  advance(mayGoOn: () => boolean): boolean {
    if (this.#hasRows()) return true;
    while (this.#chore < this.#chores.length) {
      // Only now: a chore that throws is done again.
      this.#chores[this.#chore]?.();
      this.#chore++;
      if (!mayGoOn()) return false;
    }
    while (!this.#hasCopied()) {
      this.#copyStretch();
      if (!mayGoOn()) return false;
    }
    while (this.#next < this.#schedules) {
      // A schedule whose compilation throws is compiled again, not left out.
      if (this.#compileSchedule(this.#next)) this.#next++;
      else this.#begin(undefined);
      if (!mayGoOn()) return false;
    }
    this.#join ??= this.#joined();
    while (!this.#join.isDone) {
      this.#join.advance();
      if (!mayGoOn()) break;
    }
    return this.#join.isDone;
  }

  /** The tree, once `advance` has returned true. */
  finish(): Tree {
    if (this.#before !== undefined && this.#hasRows()) return treeOf({ ...this.#before, ...this.window });
    const { words, listsStart, eraStarts } = this.#join as TreeJoin;
    const rowsDay = this.window.firstDay;
    return treeOf({ ...this.window, stride: this.#rows.stride, rowsDay, words, listsStart, eraStarts });
  }

  #joined(): TreeJoin {
    return new TreeJoin({
      stride: this.#rows.stride,
      rows: this.#rows.words,
      before: this.#before,
      keptEras: this.#keptEras,
      eras: this.#new.eras,
      hasRoom: this.#hasRoom,
    });
  }

  /** Whether the tree before has rows for the whole window. */
  #hasRows(): boolean {
    return this.#before !== undefined && rowsEnd(this.#before) >= this.window.firstDay + this.window.days;
  }

  #begin(before: Tree | undefined): void {
    const { firstDay } = this.window;
    this.#before = before;
    if (this.#hasRows()) return;
    const stride = before?.stride ?? strideFor(this.#hasRoom ? roomFor(this.#schedules) : this.#schedules);
    const length = (stride / 8) * (this.#end - firstDay);
    checkWords(length);
    this.#rows = { rowsDay: firstDay, end: this.#end, stride, words: new Int32Array(length) };
    this.#keptEras = before === undefined ? 0 : eraOf(rowsEnd(before) - 1) - eraOf(firstDay) + 1;
    this.#new = new NewEras(Math.max((eraOf(firstDay) + this.#keptEras) << ERA_BITS, firstDay), this.#rows);
    this.#copied = 0;
    this.#next = 0;
    this.#join = undefined;
  }

  /** The first day that `before` has no row for. */
  get #newDay(): number {
    return this.#before === undefined ? this.window.firstDay : rowsEnd(this.#before);
  }

  #hasCopied(): boolean {
    return this.#copied === (this.#newDay - this.window.firstDay) * (this.#rows.stride / 8);
  }

  #copyStretch(): void {
    const before = this.#before as Tree;
    const from = (this.window.firstDay - before.rowsDay) * (this.#rows.stride / 8) + this.#copied;
    const stretch = before.words.subarray(from, Math.min(from + STRETCH, before.listsStart));
    this.#rows.words.set(stretch, this.#copied);
    this.#copied += stretch.length;
  }

  /** Returns false when the rules now say what they did not say before. */
  #compileSchedule(schedule: number): boolean {
    const { firstDay, days } = this.#new;
    const end = Math.min(firstDay, this.#end);
    if (this.#newDay < end) {
      const compiled = this.#compile(schedule, this.#newDay, end - this.#newDay);
      if (!addRows(this.#before as Tree, compiled, schedule, this.#newDay, this.#rows)) return false;
    }
    if (days > 0) this.#new.add(schedule, this.#compile(schedule, firstDay, days), schedule === this.#schedules - 1);
    return true;
  }
}

/** Whether the window begins among the rows that there are. */
function overlaps(before: Tree, { firstDay }: Window): boolean {
  return firstDay >= before.rowsDay && firstDay < rowsEnd(before);
}

/** A little room, so that a few schedules more do not move all the others. */
function roomFor(schedules: number): number {
  return schedules + (schedules >> 5) + 8;
}
