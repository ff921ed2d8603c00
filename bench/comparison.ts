import type { Figure } from "./figure.ts";
import type { Timing } from "./interleave.ts";

/** A section of the page. */
export interface Comparison {
  readonly title: string;
  readonly about: string;
  readonly figures: readonly Figure[];
}

/** Counts, the same on every machine. */
export interface CountComparison extends Comparison {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface TimeComparison extends Comparison {
  /** What is asked: times are told for one of them. */
  readonly question: string;
  readonly timings: readonly Timing[];
  /** The contenders that the others are told in multiples of. */
  readonly measures: readonly string[];
  /** For bytes: how many things the indexes hold, and what they are. */
  readonly indexed?: { readonly count: number; readonly noun: string };
}

/** How many times as long the one takes as the other; undefined where one was not measured. */
export function ratio(timings: readonly Timing[], slow: string, fast: string): number | undefined {
  const of = (name: string) => timings.find(({ contender }) => contender.name === name)?.median;
  const [over, under] = [of(slow), of(fast)];
  return over === undefined || under === undefined ? undefined : over / under;
}

/** One figure, or none where it could not be measured. */
export function ratioFigure(
  timings: readonly Timing[],
  [slow, fast]: readonly [slow: string, fast: string],
  bound: Figure["bound"],
  bar: number,
  promised = true,
): readonly Figure[] {
  const measured = ratio(timings, slow, fast);
  if (measured === undefined) return [];
  const name = bound === "at least" ? `${fast} vs ${slow}` : `${slow} vs ${fast}, its time`;
  return [{ name, promised, exact: false, measured, bar, bound, unit: "×" }];
}
