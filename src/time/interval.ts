/**
 * Half-open intervals as a flat list of boundaries: start, end, start, end, …
 *
 * INVARIANT (sorted boundaries): strictly ascending, even length. So intervals neither overlap nor touch, and a
 * value lies inside exactly when an odd number of boundaries is at or before it.
 */
export type Boundaries = readonly number[];

export const NO_INTERVALS: Boundaries = Object.freeze([]);

/** Any pairs `start, end` with `start < end`, in any order, to sorted boundaries: the one union of the engine. */
export function union(pairs: readonly number[]): Boundaries {
  if (pairs.length <= 2) return pairs;
  const order: number[] = [];
  for (let i = 0; i < pairs.length; i += 2) order.push(i);
  order.sort((a, b) => (pairs[a] as number) - (pairs[b] as number));
  const merged: number[] = [];
  for (const i of order) append(merged, pairs[i] as number, pairs[i + 1] as number);
  return merged;
}

/** Adds an interval that starts at or after the last start. Touching intervals become one. */
export function append(boundaries: number[], start: number, end: number): void {
  const last = boundaries.length - 1;
  const lastEnd = boundaries[last];
  if (lastEnd === undefined || start > lastEnd) boundaries.push(start, end);
  else if (end > lastEnd) boundaries[last] = end;
}

/** Whether `value` lies inside. */
export function contains(boundaries: Boundaries, value: number): boolean {
  let inside = false;
  for (const boundary of boundaries) {
    if (boundary > value) break;
    inside = !inside;
  }
  return inside;
}

export function sameBoundaries(one: Boundaries, other: Boundaries): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

/** A stretch `[start, end)` that lies inside just one of two lists: the other one, or the first. */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly inOther: boolean;
}

/** Where two lists differ, in order. */
export function differences(one: Boundaries, other: Boundaries): readonly Difference[] {
  const found: Difference[] = [];
  const next = (list: Boundaries, i: number) => list[i] ?? Number.POSITIVE_INFINITY;
  for (let i = 0, j = 0; i < one.length || j < other.length; ) {
    const start = Math.min(next(one, i), next(other, j));
    if (one[i] === start) i++;
    if (other[j] === start) j++;
    if (i % 2 === j % 2) continue;
    found.push({ start, end: Math.min(next(one, i), next(other, j)), inOther: j % 2 === 1 });
  }
  return found;
}
