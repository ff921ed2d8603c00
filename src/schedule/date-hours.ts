import { weekdayIndex } from "../time/civil.ts";
import type { Boundaries } from "../time/interval.ts";
import type { CivilHours } from "./compile-day.ts";
import { DateKinds } from "./date-kinds.ts";
import { ExceptionHours } from "./exception-hours.ts";
import type { Hours } from "./hours.ts";
import type { ListedHours } from "./listed-hours.ts";

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
  readonly #kinds = new DateKinds();

  /** How many kinds there are. */
  get kinds(): number {
    return this.#kinds.count;
  }

  read(hours: Hours, firstDate: number, count: number): void {
    this.#begin(firstDate, count);
    const { exceptions, week } = hours;
    for (let i = 0; i < 7; i++) {
      const weekday = weekdayIndex(firstDate + i);
      this.#week[i] = this.#kinds.of(week[weekday] as ListedHours, week[(weekday + 6) % 7] as ListedHours);
    }
    if (exceptions.dates.length === 0) return;
    const near = exceptions.dates.length <= count + FEW ? exceptions : exceptionsWithin(exceptions, firstDate, count);
    const { dates } = near;
    for (let e = 0; e < dates.length; e++) {
      const date = (dates[e] as number) - firstDate;
      if (date >= 0 && date < count) this.#mark(date, this.#kinds.plain(near.listed(e)));
    }
    // The hours of the week are among these.
    if (exceptions.hours.some(spills)) {
      for (let e = 0; e < dates.length; e++) {
        const date = (dates[e] as number) - firstDate;
        if (date >= -1 && date < count - 1) this.#spill(week, date, near.listed(e));
      }
    }
    this.#sort(count);
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
    return this.#kinds.hoursOf(kind);
  }

  hoursOn(epochDay: number): Boundaries {
    return this.hoursOf(this.kindOn(epochDay - this.#firstDate));
  }

  #begin(firstDate: number, count: number): void {
    if (this.#marks.length < count) {
      // The marks last: by them it is told whether there is room.
      this.irregular = new Int32Array(count);
      this.#marked = new Int32Array((count + 31) >> 5);
      this.#marks = new Int32Array(count);
    }
    // As far as this run reaches: one before may have been longer.
    this.#marks.fill(0, 0, count);
    this.#marked.fill(0, 0, (count + 31) >> 5);
    this.#firstDate = firstDate;
    this.irregulars = 0;
    this.#kinds.clear();
  }

  /** What an exception spills into the next date comes in place of the weekday's, unless that has an exception as well. */
  #spill(week: Hours["week"], date: number, exception: ListedHours): void {
    const next = date + 1;
    const weekday = weekdayIndex(this.#firstDate + date);
    if (exception.spill === week[weekday]?.spill || this.#marks[next] !== 0) return;
    const kind = this.#kinds.of(week[(weekday + 1) % 7] as ListedHours, exception);
    if (kind !== this.usualKindOn(next)) this.#mark(next, kind);
  }

  #mark(date: number, kind: number): void {
    this.#marks[date] = kind + 1;
    this.#marked[date >> 5] = (this.#marked[date >> 5] as number) | (1 << date);
  }

  #sort(count: number): void {
    const { irregular } = this;
    let found = 0;
    for (let w = 0; w < (count + 31) >> 5; w++) {
      for (let bits = this.#marked[w] as number; bits !== 0; bits &= bits - 1) {
        irregular[found++] = 32 * w + 31 - Math.clz32(bits & -bits);
      }
    }
    this.irregulars = found;
  }
}

/** The exceptions of a run of dates, and of the date before it. */
function exceptionsWithin(exceptions: ExceptionHours, firstDate: number, count: number): ExceptionHours {
  const dates: number[] = [];
  const ids: number[] = [];
  for (let date = firstDate - 1; date < firstDate + count; date++) {
    const exception = exceptions.get(date);
    if (exception === undefined) continue;
    dates.push(date);
    ids.push(exception.id);
  }
  return new ExceptionHours(dates, ids, exceptions.hours);
}

function spills({ spill }: ListedHours): boolean {
  return spill.length > 0;
}
