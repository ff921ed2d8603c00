import { type OffsetSpans, spanAt } from "./zone.ts";

/** A stretch `[start, end)` of epoch minutes in which two readings of one zone say other offsets. */
export interface OffsetDifference {
  readonly start: number;
  readonly end: number;
  readonly one: number;
  readonly other: number;
}

/** Where two readings of one zone differ within `[from, to)`, which both hold: in order, one stretch a pair of offsets. */
export function offsetDifferences(
  one: OffsetSpans,
  other: OffsetSpans,
  from: number,
  to: number,
): readonly OffsetDifference[] {
  const found: OffsetDifference[] = [];
  let i = spanAt(one, from);
  let j = spanAt(other, from);
  for (let start = from; start < to; ) {
    const end = Math.min(one.starts[i + 1] ?? to, other.starts[j + 1] ?? to, to);
    const offsets = { one: one.offsets[i] as number, other: other.offsets[j] as number };
    if (offsets.one !== offsets.other) found.push({ start, end, ...offsets });
    if (one.starts[i + 1] === end) i++;
    if (other.starts[j + 1] === end) j++;
    start = end;
  }
  return found;
}
