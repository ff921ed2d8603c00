import { checkRange } from "../time/check-range.ts";
import type { Meaning, RangeOptions } from "./meaning.ts";

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The range asked for, by default the window. Throws a RangeError for ends that are no instants, or not in order. */
export function rangeOf({ from, to }: RangeOptions, meaning: Meaning): Range {
  const { window } = from === undefined || to === undefined ? meaning.status() : { window: undefined };
  const range = { from: from ?? (window as Range).from, to: to ?? (window as Range).to };
  checkRange(range.from, range.to);
  if (range.from >= range.to) throw new RangeError("`from` must be before `to`");
  return range;
}
