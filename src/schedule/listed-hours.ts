import { MINUTES_PER_DAY } from "../time/civil.ts";
import { type Boundaries, NO_INTERVALS, union } from "../time/interval.ts";
import { boundariesHash } from "./distinct-days.ts";

/** What one list of intervals opens, in civil minutes: on the date it belongs to, and on the date after. */
export interface ListedHours {
  /** INVARIANT (numbered hours): within the hours of one queue, equal for equal content, and for that only. */
  readonly id: number;
  readonly own: Boundaries;
  /** The part of overnight intervals after midnight, in minutes of the next date. */
  readonly spill: Boundaries;
  /** Equal for equal content, in whichever queue. */
  readonly hash: number;
}

export const CLOSED: ListedHours = Object.freeze(listedRun(0, NO_INTERVALS));
export const WHOLE_DATE: ListedHours = Object.freeze(listedRun(1, Object.freeze([0, MINUTES_PER_DAY])));
/** Of what is neither. */
export const FIRST_ID = 2;

/**
 * `run`: the union of a list, in minutes of the date that it belongs to. Its last interval alone can be overnight: those
 * that begin before it end before it.
 */
export function listedRun(id: number, run: Boundaries): ListedHours {
  const hash = boundariesHash(run, run.length);
  const end = run[run.length - 1] ?? 0;
  if (end <= MINUTES_PER_DAY) return { id, own: run, spill: NO_INTERVALS, hash };
  return { id, own: [...run.slice(0, -1), MINUTES_PER_DAY], spill: [0, end - MINUTES_PER_DAY], hash };
}

export function withSpill(own: Boundaries, spill: Boundaries): Boundaries {
  return spill.length === 0 ? own : union([...own, ...spill]);
}
