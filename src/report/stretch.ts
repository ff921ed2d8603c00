/** Half-open `[start, end)`, epoch milliseconds. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch in which one queue serves. */
export interface ServedStretch extends Stretch {
  readonly queue: string;
  /** Place in the destination, from 0. */
  readonly index: number;
}
