import { joinEras, type NewEra } from "./join-eras.ts";
import { leafHolds, stepsOf } from "./leaf.ts";
import { LeafLists } from "./leaf-lists.ts";
import { type CompiledDays, placeDays } from "./place-days.ts";
import { ERA_BITS, eraEnd, eraOf, type Tree, treeOf } from "./tree.ts";

export interface Window {
  /** UTC day, days since 1970-01-01. */
  readonly firstDay: number;
  readonly days: number;
}

/** What the builder asks of the rules. Boundaries are minutes of the UTC day, 0 to 1440, sorted. */
export interface Compiler {
  /** The UTC days `[firstDay, firstDay + count)` of a schedule: each distinct one, and which day is which. */
  days(schedule: number, firstDay: number, count: number): CompiledDays;
  /** One UTC day of a schedule. */
  day(schedule: number, day: number): readonly number[];
  /** An earlier day that looks the same; undefined when that is not plain to see. */
  dayLike(schedule: number, day: number): number | undefined;
}

/** Rows are copied in stretches of this many bytes, well under a millisecond each. */
const STRETCH = 1 << 20;

const ERA_DAYS = 1 << ERA_BITS;

/**
 * Builds the tree of a window, at once or a stretch at a time. What `before` already has is copied from it: rolling a
 * day drops the oldest row and compiles one new day. `before` stays valid for whoever still holds it.
 *
 * INVARIANT (whole eras): the list of a schedule in an era has every leaf from the first day that was compiled to the
 * era's last, also beyond the window; so a window that moves on within the era needs no other list.
 */
export class TreeBuilder {
  readonly window: Window;
  readonly #schedules: number;
  readonly #compiler: Compiler;
  #before: Tree | undefined;
  #stride = 0;
  #rows = new Uint8Array(0);
  /** How many eras of `before` go on; those that are compiled here follow them. */
  #keptEras = 0;
  #eras: readonly NewEra[] = [];
  #copied = 0;
  #next = 0;

  constructor(window: Window, schedules: number, compiler: Compiler, before?: Tree) {
    this.window = window;
    this.#schedules = schedules;
    this.#compiler = compiler;
    this.#begin(before !== undefined && continues(before, window) ? before : undefined);
  }

  /** Compiles schedules, at least one, until all are done or `mayGoOn` says no. Returns whether all are done. */
  advance(mayGoOn: () => boolean): boolean {
    while (!this.#hasCopied()) {
      this.#copyStretch();
      if (!mayGoOn()) return false;
    }
    while (this.#next < this.#schedules) {
      // A schedule whose compilation throws is compiled again, not left out.
      if (this.#compile(this.#next)) this.#next++;
      else this.#begin(undefined);
      if (!mayGoOn()) break;
    }
    return this.#next >= this.#schedules;
  }

  /** The tree, once `advance` has returned true. */
  finish(): Tree {
    const joined = joinEras(this.#before, this.#keptEras, this.#eras, this.#stride);
    return treeOf({ ...this.window, stride: this.#stride, rows: this.#rows, ...joined });
  }

  #begin(before: Tree | undefined): void {
    const { firstDay, days } = this.window;
    this.#before = before;
    this.#stride = before?.stride ?? roomFor(this.#schedules);
    if (this.#stride * days > 0x7fffffff) throw new RangeError("the index is larger than 2 GB: shorten the window");
    this.#rows = new Uint8Array(this.#stride * days);
    const eras = eraOf(firstDay + days - 1) - eraOf(firstDay) + 1;
    this.#keptEras = before === undefined ? 0 : eraOf(before.firstDay + before.days - 1) - eraOf(firstDay) + 1;
    this.#eras = Array.from({ length: eras - this.#keptEras }, () => ({
      lists: new Int32Array(this.#stride),
      leaves: new LeafLists(),
    }));
    this.#copied = 0;
    this.#next = 0;
  }

  /** The first day that `before` does not have. */
  get #newDay(): number {
    return this.#before === undefined ? this.window.firstDay : this.#before.firstDay + this.#before.days;
  }

  #hasCopied(): boolean {
    return this.#copied === (this.#newDay - this.window.firstDay) * this.#stride;
  }

  #copyStretch(): void {
    const { rows, firstDay } = this.#before as Tree;
    const from = (this.window.firstDay - firstDay) * this.#stride + this.#copied;
    const stretch = rows.subarray(from, Math.min(from + STRETCH, rows.length));
    this.#rows.set(stretch, this.#copied);
    this.#copied += stretch.length;
  }

  /** Returns false when the rules now say what they did not say before. */
  #compile(schedule: number): boolean {
    const { firstDay, days } = this.window;
    const newEra = Math.max((eraOf(firstDay) + this.#keptEras) << ERA_BITS, firstDay);
    const end = Math.min(newEra, firstDay + days);
    for (let day = this.#newDay; day < end; day++) {
      const place = this.#placeInKeptEra(schedule, day);
      if (place === undefined) return false;
      this.#rows[(day - firstDay) * this.#stride + schedule] = place;
    }
    if (this.#eras.length > 0) this.#compileEras(schedule, newEra);
    return true;
  }

  /** Where the day's leaf stands in the list that there is; undefined if it is not in it. */
  #placeInKeptEra(schedule: number, day: number): number | undefined {
    const { firstDay } = this.window;
    const like = this.#compiler.dayLike(schedule, day);
    if (like !== undefined && like >= firstDay && eraOf(like) === eraOf(day)) {
      return this.#rows[(like - firstDay) * this.#stride + schedule];
    }
    const wanted = stepsOf(this.#compiler.day(schedule, day));
    const { lists, steps, firstDay: firstOfBefore } = this.#before as Tree;
    const list = lists[(eraOf(day) - eraOf(firstOfBefore)) * this.#stride + schedule] as number;
    for (let place = 0; place < ERA_DAYS; place++) if (leafHolds(steps, list, place, wanted)) return place;
    return undefined;
  }

  #compileEras(schedule: number, from: number): void {
    const { firstDay, days } = this.window;
    const compiled = this.#compiler.days(schedule, from, eraEnd(firstDay + days - 1) - from);
    const grid = { firstDay, days, stride: this.#stride, rows: this.#rows };
    let era = 0;
    placeDays(compiled, schedule, from, grid, (used) => {
      const { lists, leaves } = this.#eras[era++] as NewEra;
      lists[schedule] = leaves.add(used);
    });
  }
}

/** A window that moved on and overlaps the one before, or that moved nowhere. */
function continues(before: Tree, { firstDay, days }: Window): boolean {
  const end = before.firstDay + before.days;
  return firstDay >= before.firstDay && firstDay < end && firstDay + days >= end;
}

/** A little room, so that a few schedules more do not move all the others. */
function roomFor(schedules: number): number {
  return schedules + (schedules >> 5) + 8;
}
