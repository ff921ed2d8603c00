import { weekdayIndex } from "../time/civil.ts";
import type { Boundaries } from "../time/interval.ts";
import type { CivilHours } from "./compile-day.ts";
import type { ExceptionHours } from "./exception-hours.ts";
import type { Hours } from "./hours.ts";
import { type ListedHours, withSpill } from "./listed-hours.ts";
import { NONE, NumberTable } from "./number-table.ts";

/** So many exceptions are gone through sooner than the days of a run are looked up among them. */
const FEW = 64;

/**
 * The hours of a run of civil dates: `hoursOfDate` for many dates at once, most of which are plain weekdays. Dates are
 * counted from the first of the run; dates of the same hours have the same kind. The memory of one run serves the next.
 */
export class DateHours implements CivilHours {
  /** The dates that may be unlike their weekday, ascending, as far as `irregulars`. */
  irregular: Int32Array = new Int32Array(0);
  irregulars = 0;
  #firstDate = 0;
  /** The kind of date `i` without exceptions stands at `i % 7`. */
  readonly #week = new Int32Array(7);
  /** By date: its kind plus one; 0 where the week tells it. */
  #marks: Int32Array = new Int32Array(0);
  /** By date, a bit: whether it is marked. Exceptions come in any order, and are put in order by it. */
  #marked: Int32Array = new Int32Array(0);
  /** The exceptions, as far as `#exceptions`: on which date, and the number of its hours. */
  readonly #excepted: number[] = [];
  readonly #ids: number[] = [];
  #exceptions = 0;
  /** How many kinds there are. */
  kinds = 0;
  /** By kind. */
  readonly #distinct: Boundaries[] = [];
  /** By the number of hours, the kind plus one of the dates that show those alone; 0 where there are none yet. */
  #plain: Int32Array = new Int32Array(16);
  /** Of the others, by the number of their hours and of those that spill into them. */
  readonly #kinds = new NumberTable();

  read(hours: Hours, firstDate: number, count: number): void {
    this.#begin(firstDate, count);
    const { exceptions, week } = hours;
    for (let i = 0; i < 7; i++) {
      const weekday = weekdayIndex(firstDate + i);
      this.#week[i] = this.#kindOf(week[weekday] as ListedHours, week[(weekday + 6) % 7] as ListedHours);
    }
    if (exceptions.dates.length === 0) return;
    this.#collect(exceptions, count);
    for (let e = 0; e < this.#exceptions; e++) {
      const date = this.#excepted[e] as number;
      if (date >= 0) this.#mark(date, this.#plainKindOf(exceptions.hours[this.#ids[e] as number] as ListedHours));
    }
    if (week.some(spills) || exceptions.hours.some(spills)) {
      for (let e = 0; e < this.#exceptions; e++) {
        const exception = exceptions.hours[this.#ids[e] as number] as ListedHours;
        this.#spill(week, this.#excepted[e] as number, count, exception);
      }
    }
    this.#sort();
  }

  kindOn(date: number): number {
    const mark = this.#marks[date] as number;
    return mark === 0 ? this.usualKindOn(date) : mark - 1;
  }

  /** The kind of the date's weekday, as if there were no exceptions. */
  usualKindOn(date: number): number {
    return this.#week[date % 7] as number;
  }

  hoursOf(kind: number): Boundaries {
    return this.#distinct[kind] as Boundaries;
  }

  hoursOn(epochDay: number): Boundaries {
    return this.hoursOf(this.kindOn(epochDay - this.#firstDate));
  }

  #begin(firstDate: number, count: number): void {
    if (this.#marks.length < count) {
      this.#marks = new Int32Array(count);
      this.#marked = new Int32Array((count + 31) >> 5);
      this.irregular = new Int32Array(count);
    } else {
      this.#marks.fill(0);
      this.#marked.fill(0);
    }
    this.#firstDate = firstDate;
    this.irregulars = 0;
    this.#exceptions = 0;
    this.kinds = 0;
    this.#plain.fill(0);
    this.#kinds.clear();
  }

  /** The exceptions of the run, and of the date before it. */
  #collect(exceptions: ExceptionHours, count: number): void {
    const { dates, ids } = exceptions;
    if (dates.length <= count + FEW) {
      for (let e = 0; e < dates.length; e++) {
        const date = (dates[e] as number) - this.#firstDate;
        if (date >= -1 && date < count) this.#except(date, ids[e] as number);
      }
      return;
    }
    for (let date = -1; date < count; date++) {
      const exception = exceptions.get(this.#firstDate + date);
      if (exception !== undefined) this.#except(date, exception.id);
    }
  }

  #except(date: number, id: number): void {
    this.#excepted[this.#exceptions] = date;
    this.#ids[this.#exceptions++] = id;
  }

  /** What an exception spills into the next date comes in place of the weekday's, unless that has an exception as well. */
  #spill(week: Hours["week"], date: number, count: number, exception: ListedHours): void {
    const next = date + 1;
    const weekday = weekdayIndex(this.#firstDate + date);
    if (exception.spill === week[weekday]?.spill || next >= count || this.#marks[next] !== 0) return;
    const kind = this.#kindOf(week[(weekday + 1) % 7] as ListedHours, exception);
    if (kind !== this.usualKindOn(next)) this.#mark(next, kind);
  }

  #mark(date: number, kind: number): void {
    this.#marks[date] = kind + 1;
    this.#marked[date >> 5] = (this.#marked[date >> 5] as number) | (1 << date);
  }

  #sort(): void {
    const { irregular } = this;
    let found = 0;
    for (let w = 0; w < this.#marked.length; w++) {
      for (let bits = this.#marked[w] as number; bits !== 0; bits &= bits - 1) {
        irregular[found++] = 32 * w + 31 - Math.clz32(bits & -bits);
      }
    }
    this.irregulars = found;
  }

  /** The kind of dates that show `own` and what `before`, the hours of the date before, spills into them. */
  #kindOf(own: ListedHours, before: ListedHours): number {
    if (!spills(before)) return this.#plainKindOf(own);
    const known = this.#kinds.get(own.id, before.id);
    if (known !== NONE) return known;
    const kind = this.#add(withSpill(own.own, before.spill));
    this.#kinds.set(own.id, before.id, kind);
    return kind;
  }

  /** The kind of dates that show these hours alone. */
  #plainKindOf({ id, own }: ListedHours): number {
    const known = id < this.#plain.length ? (this.#plain[id] as number) : 0;
    if (known !== 0) return known - 1;
    const kind = this.#add(own);
    if (id >= this.#plain.length) {
      const larger = new Int32Array(2 * id);
      larger.set(this.#plain);
      this.#plain = larger;
    }
    this.#plain[id] = kind + 1;
    return kind;
  }

  #add(hours: Boundaries): number {
    this.#distinct[this.kinds] = hours;
    return this.kinds++;
  }
}

function spills({ spill }: ListedHours): boolean {
  return spill.length > 0;
}
