import type { Interval } from "../../src/index.ts";

/** The instants of an interval at which an answer could be wrong by one millisecond, and one well inside. */
export function samplesOf({ start, end }: Interval): readonly number[] {
  return [start, Math.floor((start + end) / 2), end - 1];
}

/** What of `[from, to)` the intervals leave out; they are in order and apart. */
export function gapsOf(intervals: readonly Interval[], from: number, to: number): readonly Interval[] {
  const edges = [from, ...intervals.flatMap(({ start, end }) => [start, end]), to];
  const gaps: Interval[] = [];
  for (let i = 0; i < edges.length; i += 2) gaps.push({ start: edges[i] as number, end: edges[i + 1] as number });
  return gaps.filter(({ start, end }) => start < end);
}
