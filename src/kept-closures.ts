import type { Closure } from "./resolve/closure.ts";
import type { KeptClosure } from "./resolve/closures.ts";
import { MS_PER_MINUTE } from "./time/instant.ts";

/** Of the closures that have ended, for what is asked about the past. */
const MOST_ENDED = 1000;

/**
 * What has been closed by hand, in the order in which it was, also what is open again: an answer about an instant is to
 * stay the same when time passes.
 */
export type KeptClosures = readonly KeptClosure[];

/** Those in force at `now`. */
export function inForce(kept: KeptClosures, now: number): readonly Closure[] {
  return kept.map(({ closure }) => closure).filter((closure) => holdsAt(closure, now));
}

/** Those that are meant end with the minute before `now`, if they are in force. */
export function reopened(kept: KeptClosures, now: number, isMeant: (closure: Closure) => boolean): KeptClosures {
  return kept.map((one) => {
    const { closure } = one;
    if (!holdsAt(closure, now) || !isMeant(closure)) return one;
    return { ...one, isReopened: true, closure: Object.freeze({ ...closure, until: minuteStart(now) }) };
  });
}

/**
 * Whatever was done was done before `now`, even when the clock has been set back since: what is closed is closed from
 * there on, and what was reopened is open from there on.
 */
export function broughtBefore(kept: KeptClosures, now: number): KeptClosures {
  const minute = minuteStart(now);
  return kept.map((one) => {
    const { closure, isReopened } = one;
    const since = Math.min(closure.since, minute);
    const until = isReopened ? Math.min(closure.until ?? minute, minute) : closure.until;
    if (since === closure.since && until === closure.until) return one;
    return { ...one, closure: Object.freeze({ ...closure, since, until }) };
  });
}

/** Without those that hold at no instant, and the first ended ones beyond {@link MOST_ENDED}. */
export function stillKept(kept: KeptClosures, now: number): KeptClosures {
  const felt = kept.filter(({ closure: { since, until = Number.POSITIVE_INFINITY } }) => since < until);
  let surplus = felt.filter(({ closure }) => hasEnded(closure, now)).length - MOST_ENDED;
  return felt.filter(({ closure }) => !hasEnded(closure, now) || --surplus < 0);
}

/** Those that hold at an instant of `[from, to)`. */
export function within(kept: KeptClosures, from: number, to: number): KeptClosures {
  return kept.filter(({ closure: { since, until = Number.POSITIVE_INFINITY } }) => since < to && until > from);
}

/** The latest instant at which, by the clock, something was closed or reopened; 0 when nothing was. */
export function lastDone(kept: KeptClosures): number {
  return kept.reduce((last, { closure, isReopened }) => {
    return Math.max(last, isReopened ? (closure.until ?? 0) : closure.since);
  }, 0);
}

export function minuteStart(now: number): number {
  return Math.floor(now / MS_PER_MINUTE) * MS_PER_MINUTE;
}

function holdsAt(closure: Closure, now: number): boolean {
  return now >= closure.since && !hasEnded(closure, now);
}

function hasEnded({ until }: Closure, now: number): boolean {
  return until !== undefined && now >= until;
}
