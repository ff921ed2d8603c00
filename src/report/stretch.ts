import type { Boundaries } from "../time/interval.ts";

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

/** Sorted boundaries as stretches. */
export function stretchesOf(boundaries: Boundaries): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0; i < boundaries.length; i += 2) {
    found.push({ start: boundaries[i] as number, end: boundaries[i + 1] as number });
  }
  return found;
}
