import type { Destination, QueueConfiguration } from "../config/types.ts";
import type { Boundaries } from "../time/interval.ts";
import type { Range } from "./range.ts";
import type { ServedStretch, Stretch } from "./stretch.ts";

/** Where no queue serves. */
export const NOBODY = -1;

/**
 * Which of some queues serves when: `queues[i]` from `starts[i]` to the next start, or to the end of the range.
 *
 * INVARIANT (turns): `starts[0]` is the start of the range, `starts` ascends strictly and neighbours of `queues` differ.
 */
export interface Turns {
  readonly starts: readonly number[];
  readonly queues: readonly number[];
}

/** `eligible`: places in the destination, ascending. `open`: by place, when the queue is open within the range. */
export function turnsOf(eligible: readonly number[], open: (queue: number) => Boundaries, { from, to }: Range): Turns {
  const times = eligible.map(open);
  /** How many boundaries of each queue are past: an odd number means that it is open. */
  const past = eligible.map(() => 0);
  const starts: number[] = [];
  const queues: number[] = [];
  for (let at = from; at < to; ) {
    let serving = NOBODY;
    let next = to;
    // Behind the queue that serves none matters until that one, or one before it, changes.
    for (let i = 0; i < times.length && serving === NOBODY; i++) {
      const boundaries = times[i] as Boundaries;
      let passed = past[i] as number;
      while ((boundaries[passed] as number) <= at) passed++;
      past[i] = passed;
      if (passed < boundaries.length) next = Math.min(next, boundaries[passed] as number);
      if (passed % 2 === 1) serving = eligible[i] as number;
    }
    if (queues[queues.length - 1] !== serving) {
      starts.push(at);
      queues.push(serving);
    }
    at = next;
  }
  return { starts, queues };
}

/** The turns in which a queue serves, as stretches. */
export function servedStretches(turns: Turns, destination: Destination, to: number): readonly ServedStretch[] {
  return stretchesWhere(turns, to, (index) => index !== NOBODY).map(({ start, end, index }) => {
    const { name } = destination[index] as QueueConfiguration;
    return { start, end, queue: name, index };
  });
}

export function unservedStretches(turns: Turns, to: number): readonly Stretch[] {
  return stretchesWhere(turns, to, (index) => index === NOBODY).map(({ start, end }) => ({ start, end }));
}

function stretchesWhere({ starts, queues }: Turns, to: number, is: (index: number) => boolean) {
  const found: (Stretch & { readonly index: number })[] = [];
  queues.forEach((index, i) => {
    if (is(index)) found.push({ start: starts[i] as number, end: starts[i + 1] ?? to, index });
  });
  return found;
}

/** When some queue serves. */
export function servedTimes({ starts, queues }: Turns, to: number): Boundaries {
  const times: number[] = [];
  queues.forEach((queue, i) => {
    const before = queues[i - 1] ?? NOBODY;
    if ((queue === NOBODY) !== (before === NOBODY)) times.push(starts[i] as number);
  });
  if (times.length % 2 === 1) times.push(to);
  return times;
}

export function sameTurns(one: Turns, other: Turns): boolean {
  const { starts, queues } = one;
  if (starts.length !== other.starts.length) return false;
  return starts.every((start, i) => start === other.starts[i] && queues[i] === other.queues[i]);
}
