import type { ListedHours } from "./listed-hours.ts";

/** What the date exceptions of a queue open, in the order in which they were written. */
export class ExceptionHours {
  /** Epoch days, each once. */
  readonly dates: readonly number[];
  /** By the same index. */
  readonly listed: readonly ListedHours[];
  /** Made when a date is looked up for the first time: most schedules are compiled without. */
  #byDate: Map<number, ListedHours> | undefined;

  constructor(dates: readonly number[], listed: readonly ListedHours[]) {
    this.dates = dates;
    this.listed = listed;
  }

  get(epochDay: number): ListedHours | undefined {
    if (this.dates.length === 0) return undefined;
    this.#byDate ??= new Map(this.dates.map((date, e) => [date, this.listed[e] as ListedHours]));
    return this.#byDate.get(epochDay);
  }

  has(epochDay: number): boolean {
    return this.get(epochDay) !== undefined;
  }
}

export const NO_EXCEPTIONS: ExceptionHours = new ExceptionHours([], []);
