import { DayLeaves } from "./day-leaves.ts";
import type { DaysToPlace } from "./days-to-place.ts";
import { LeafLists } from "./leaf-lists.ts";
import { LineBlock } from "./line-block.ts";
import { MOST_PLACES } from "./list.ts";
import { placeDays } from "./place-days.ts";
import type { PlaceLine } from "./place-line.ts";
import type { Rows } from "./rows.ts";
import { dayOfEra, eraEnd, eraOf } from "./tree.ts";
import type { NewEra } from "./tree-join.ts";

/** As schedules are compiled, one at a time, their leaves are written: each schedule's in the memory of the one before. */
const dayLeaves = new DayLeaves();

/** The eras that are compiled for a tree, and their part of its rows. */
export class NewEras {
  /** It may lie within its era; the days are those to the end of the last one. */
  readonly firstDay: number;
  readonly days: number;
  readonly eras: readonly NewEra[];
  readonly #rows: Rows;
  readonly #block: LineBlock;

  /** `firstDay` lies behind the rows where there is nothing to compile. */
  constructor(firstDay: number, rows: Rows) {
    const lastDay = rows.end - 1;
    this.firstDay = firstDay;
    this.days = firstDay < rows.end ? eraEnd(lastDay) - firstDay : 0;
    this.eras = Array.from({ length: this.days === 0 ? 0 : eraOf(lastDay) - eraOf(firstDay) + 1 }, () => ({
      lists: new Int32Array(rows.stride),
      leaves: new LeafLists(),
    }));
    this.#rows = rows;
    this.#block = new LineBlock(this.days);
  }

  /** Schedules come in order, and one that threw again. Rows have a schedule once the last of its eight is added. */
  add(schedule: number, compiled: DaysToPlace, isLast: boolean): void {
    const ofEight = schedule & 7;
    const line = this.#block.lines[ofEight] as PlaceLine;
    dayLeaves.read(compiled.distinct);
    let era = 0;
    placeDays(compiled, this.firstDay, line, (numbers, count, from, end) => {
      const { lists, leaves } = this.eras[era++] as NewEra;
      const own = count > MOST_PLACES ? line.takeOut(from, end, dayOfEra(this.firstDay + from)) : undefined;
      lists[schedule] = leaves.add(dayLeaves, numbers, count, own);
    });
    if (isLast) this.#block.clearFrom(ofEight + 1);
    if (isLast || ofEight === 7) this.#writeRows(schedule >> 3);
  }

  /** Writes the rows of the eight schedules that share these words. */
  #writeRows(word: number): void {
    const { rowsDay, end, stride, words } = this.#rows;
    const width = stride / 8;
    this.#block.writeTo(words, (this.firstDay - rowsDay) * width + word, width, end - this.firstDay);
  }
}
