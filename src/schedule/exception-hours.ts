import type { ListedHours } from "./listed-hours.ts";

/** What the date exceptions of a queue open, in the order in which they were written. */
export class ExceptionHours {
  /** Epoch days, each once. */
  readonly dates: readonly number[];
  /** By the same index, the numbers of hours. */
  readonly ids: readonly number[];
  /** By number, the hours that the queue lists, those of its week among them. */
  readonly hours: readonly ListedHours[];
  /** Made when a date is looked up for the first time: most schedules are compiled without. */
  #byDate: Map<number, ListedHours> | undefined;

  constructor(dates: readonly number[], ids: readonly number[], hours: readonly ListedHours[]) {
    this.dates = dates;
    this.ids = ids;
    this.hours = hours;
  }

  /** Of the exception at that index. */
  listed(e: number): ListedHours {
    return this.hours[this.ids[e] as number] as ListedHours;
  }

  get(epochDay: number): ListedHours | undefined {
    if (this.dates.length === 0) return undefined;
    this.#byDate ??= new Map(this.dates.map((date, e) => [date, this.listed(e)]));
    return this.#byDate.get(epochDay);
  }

  has(epochDay: number): boolean {
    return this.get(epochDay) !== undefined;
  }
}

export const NO_EXCEPTIONS: ExceptionHours = new ExceptionHours([], [], []);
