/**
 * Which day of a run of days is which, as numbers: weeks that repeat, and the odd days that do not go by them. A year has
 * some forty odd days; who goes by the pattern need not go through the others. The memory of one pattern serves the next.
 *
 * Stretch `s` lasts from day `starts[s]` to where the next one begins, the last to `count`; the first begins at day 0. Where
 * there is none, all days are odd.
 *
 * INVARIANT (odd days in order): `oddDays` ascends strictly.
 *
 * Of two arrays that grow together, the one that tells whether there is room does so last: the first may find no memory.
 */
export class DayPattern {
  count = 0;
  stretches = 0;
  starts: Int32Array = new Int32Array(8);
  /** `weeks[7 * s + (day % 7)]`: what a day of stretch `s` is that is not odd. */
  weeks: Uint16Array = new Uint16Array(7 * 8);
  odds = 0;
  oddDays: Int32Array = new Int32Array(64);
  oddNumbers: Uint16Array = new Uint16Array(64);

  /** As many as were asked for last. */
  #numbers: Uint16Array = new Uint16Array(0);

  clear(count: number): void {
    this.count = count;
    this.stretches = 0;
    this.odds = 0;
  }

  /** A stretch from `day` on, whose week is to be told. */
  begin(day: number): void {
    const stretch = this.stretches;
    if (stretch === this.starts.length) {
      this.weeks = enlarged(this.weeks, new Uint16Array(7 * stretch * 2));
      this.starts = enlarged(this.starts, new Int32Array(stretch * 2));
    }
    this.starts[stretch] = stretch === 0 ? 0 : day;
    this.stretches = stretch + 1;
  }

  /** The number of the day, and of all days of its weekday in the stretch that was begun last. */
  setUsual(day: number, number: number): void {
    this.weeks[7 * (this.stretches - 1) + (day % 7)] = number;
  }

  /** Days come in order; one may come more than once, as the same. */
  addOdd(day: number, number: number): void {
    const odd = this.odds;
    if (odd > 0 && this.oddDays[odd - 1] === day) return;
    if (odd === this.oddDays.length) {
      this.oddNumbers = enlarged(this.oddNumbers, new Uint16Array(odd * 2));
      this.oddDays = enlarged(this.oddDays, new Int32Array(odd * 2));
    }
    this.oddDays[odd] = day;
    this.oddNumbers[odd] = number;
    this.odds = odd + 1;
  }

  /** The number of each day, day by day. Good until the pattern changes. */
  numbers(): Uint16Array {
    const { count, stretches, starts, weeks, odds, oddDays, oddNumbers } = this;
    if (this.#numbers.length !== count) this.#numbers = new Uint16Array(count);
    const numbers = this.#numbers;
    for (let s = 0; s < stretches; s++) {
      const end = s + 1 < stretches ? (starts[s + 1] as number) : count;
      for (let day = starts[s] as number; day < end; day++) numbers[day] = weeks[7 * s + (day % 7)] as number;
    }
    for (let o = 0; o < odds; o++) numbers[oddDays[o] as number] = oddNumbers[o] as number;
    return numbers;
  }
}

/** The pattern of days of which none is told by its week. */
export function oddPattern(numbers: ArrayLike<number>): DayPattern {
  const pattern = new DayPattern();
  pattern.clear(numbers.length);
  for (let day = 0; day < numbers.length; day++) pattern.addOdd(day, numbers[day] as number);
  return pattern;
}

function enlarged<T extends Int32Array | Uint16Array>(before: T, after: T): T {
  after.set(before);
  return after;
}
