import type { Boundaries } from "../time/interval.ts";
import { type ListedHours, withSpill } from "./listed-hours.ts";
import { NONE, NumberTable } from "./number-table.ts";

/** Numbers what civil dates show, from 0 on, within the hours of one queue. The memory of one queue serves the next. */
export class DateKinds {
  count = 0;
  /** By kind. */
  readonly #hours: Boundaries[] = [];
  /** By the number of hours, the kind plus one of the dates that show those alone; 0 where there are none yet. */
  #plain: Int32Array = new Int32Array(16);
  /** From this number of hours on, all are 0. */
  #plainEnd = 0;
  /** Of the others, by the numbers of their hours and of those that spill into them. */
  readonly #spilled = new NumberTable();

  clear(): void {
    this.count = 0;
    this.#plain.fill(0, 0, this.#plainEnd);
    this.#plainEnd = 0;
    this.#spilled.clear();
  }

  hoursOf(kind: number): Boundaries {
    return this.#hours[kind] as Boundaries;
  }

  /** Of dates that show these hours alone. */
  plain({ id, own }: ListedHours): number {
    const known = id < this.#plain.length ? (this.#plain[id] as number) : 0;
    if (known !== 0) return known - 1;
    const kind = this.#add(own);
    if (id >= this.#plain.length) {
      const larger = new Int32Array(2 * id);
      larger.set(this.#plain);
      this.#plain = larger;
    }
    this.#plain[id] = kind + 1;
    this.#plainEnd = Math.max(this.#plainEnd, id + 1);
    return kind;
  }

  /** Of dates that show `own` and what `before`, the hours of the date before, spills into them. */
  of(own: ListedHours, before: ListedHours): number {
    if (before.spill.length === 0) return this.plain(own);
    const known = this.#spilled.get(own.id, before.id);
    if (known !== NONE) return known;
    const kind = this.#add(withSpill(own.own, before.spill));
    this.#spilled.set(own.id, before.id, kind);
    return kind;
  }

  #add(hours: Boundaries): number {
    this.#hours[this.count] = hours;
    return this.count++;
  }
}
