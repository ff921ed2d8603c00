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
  /** The dates that may be unlike their weekday, each once, as far as `irregulars`. */
  irregular: Int32Array = new Int32Array(0);
  irregulars = 0;
  #firstDate = 0;
  /** The kind of date `i` without exceptions stands at `i % 7`. */
  readonly #week = new Int32Array(7);
  /** By date: its kind plus one; 0 where the week tells it. */
  #marks: Int32Array = new Int32Array(0);
  /** The exceptions, as far as `#exceptions`: on which date, and what. */
  readonly #excepted: number[] = [];
  readonly #listed: ListedHours[] = [];
  #exceptions = 0;
  /** Of each kind, as far as `#count`. */
  readonly #distinct: Boundaries[] = [];
  #count = 0;
  readonly #kinds = new NumberTable();

  read(hours: Hours, firstDate: number, count: number): void {
    this.#begin(firstDate, count);
    const { exceptions, week } = hours;
    for (let i = 0; i < 7; i++) {
      const weekday = weekdayIndex(firstDate + i);
      this.#week[i] = this.#kindOf(week[weekday] as ListedHours, week[(weekday + 6) % 7]);
    }
    this.#collect(exceptions, count);
    for (let e = 0; e < this.#exceptions; e++) {
      const date = this.#excepted[e] as number;
      if (date >= 0) this.#mark(date, this.#kindOf(this.#listed[e] as ListedHours, undefined));
    }
    for (let e = 0; e < this.#exceptions; e++) {
      this.#spill(week, this.#excepted[e] as number, count, this.#listed[e] as ListedHours);
    }
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
      this.irregular = new Int32Array(count);
    } else {
      for (let i = 0; i < this.irregulars; i++) this.#marks[this.irregular[i] as number] = 0;
    }
    this.#firstDate = firstDate;
    this.irregulars = 0;
    this.#exceptions = 0;
    this.#count = 0;
    this.#kinds.clear();
  }

  /** The exceptions of the run, and of the date before it. */
  #collect(exceptions: ExceptionHours, count: number): void {
    const { dates, listed } = exceptions;
    if (dates.length <= count + FEW) {
      for (let e = 0; e < dates.length; e++) {
        const date = (dates[e] as number) - this.#firstDate;
        if (date >= -1 && date < count) this.#except(date, listed[e] as ListedHours);
      }
      return;
    }
    for (let date = -1; date < count; date++) {
      const exception = exceptions.get(this.#firstDate + date);
      if (exception !== undefined) this.#except(date, exception);
    }
  }

  #except(date: number, exception: ListedHours): void {
    this.#excepted[this.#exceptions] = date;
    this.#listed[this.#exceptions++] = exception;
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
    this.irregular[this.irregulars++] = date;
  }

  #kindOf(own: ListedHours, before: ListedHours | undefined): number {
    const spilling = before === undefined || before.spill.length === 0 ? NONE : before.id;
    const known = this.#kinds.get(own.id, spilling);
    if (known !== NONE) return known;
    const kind = this.#count++;
    this.#distinct[kind] = before === undefined ? own.own : withSpill(own.own, before.spill);
    this.#kinds.set(own.id, spilling, kind);
    return kind;
  }
}
