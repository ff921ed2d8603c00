import type { Days } from "./write-leaves.ts";

/** The days of one schedule: each distinct one, and which day is which. */
export interface DaysToPlace {
  readonly distinct: Days;
  readonly days: PatternToPlace;
}

/** Which day is which, by its number in `distinct`: what the tree asks of a `DayPattern`, which it does not see. */
export interface PatternToPlace {
  readonly count: number;
  readonly stretches: number;
  readonly starts: ArrayLike<number>;
  readonly weeks: ArrayLike<number>;
  readonly odds: number;
  readonly oddDays: ArrayLike<number>;
  readonly oddNumbers: ArrayLike<number>;
  numbers(): ArrayLike<number>;
}
