import type { Boundaries } from "../time/interval.ts";

/** What of one set of intervals the other leaves. */
export function without(one: Boundaries, other: Boundaries): Boundaries {
  if (one.length === 0 || other.length === 0) return one;
  const left: number[] = [];
  let o = 0;
  for (let i = 0; i < one.length; i += 2) {
    let start = one[i] as number;
    const end = one[i + 1] as number;
    while (o < other.length && (other[o + 1] as number) <= start) o += 2;
    for (let at = o; at < other.length && (other[at] as number) < end; at += 2) {
      if ((other[at] as number) > start) left.push(start, other[at] as number);
      start = other[at + 1] as number;
    }
    if (start < end) left.push(start, end);
  }
  return left;
}
