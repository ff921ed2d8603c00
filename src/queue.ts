import type { QueueConfiguration } from "./config/types.ts";
import type { Live } from "./live.ts";
import { horizon } from "./range.ts";
import type { RoutingTable } from "./resolve/build-routing-table.ts";
import { isClosed } from "./resolve/closed-routes.ts";
import { closedSpans, closedTimeline } from "./resolve/closed-timeline.ts";
import { scheduleOf } from "./resolve/routes.ts";
import type { Timeline } from "./resolve/timeline.ts";
import type { State } from "./state.ts";
import { checkRange } from "./time/check-range.ts";
import { FIRST_MINUTE, LAST_MINUTE, MS_PER_MINUTE } from "./time/instant.ts";
import { covers, isOpen } from "./tree/tree.ts";

/** From `at` on the queue is open, or closed. */
export interface QueueChange {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly open: boolean;
}

/** Half-open `[start, end)`, epoch milliseconds. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** A replace took the queue away. */
const GONE = -1;

/**
 * One queue of a handoff, by its place in the destination: its own hours, whether it is enabled or eligible or not, less
 * the time in which it, its handoff or everything is closed by hand.
 * After a `replace` it is the queue at that place then; where there is none any more, it is closed.
 */
export class Queue {
  // What `isOpen` reads comes first, as in a handoff.
  readonly #live: Live;
  /** The table in which it has found itself; none when it is gone. */
  #table: RoutingTable | undefined;
  #schedule = GONE;
  readonly index: number;
  readonly #handoff: (state: State) => number;

  /** @internal */
  constructor(live: Live, handoff: (state: State) => number, index: number) {
    this.#live = live;
    this.index = index;
    this.#handoff = handoff;
  }

  /** The queue as it is configured now. */
  get configuration(): QueueConfiguration | undefined {
    const { state } = this.#live;
    return state.configuration.handoffs[this.#handoff(state)]?.destination[this.index];
  }

  /** Throws a RangeError when `at` is no instant. */
  isOpen(at?: number): boolean {
    // Written out, as in a handoff's `resolve`: a number handed on may be boxed.
    const minute = (typeof at === "number" ? at : this.#live.instantOf(at)) / MS_PER_MINUTE;
    const { table, front } = this.#live.state;
    return table === this.#table && covers(front, minute)
      ? isOpen(front, this.#schedule, minute | 0)
      : this.#isOpenBeside(at, Math.floor(minute));
  }

  /** When the queue opens or closes next; undefined if not within the window (outside it: not within its length). */
  nextChange(at?: number): QueueChange | undefined {
    const minute = this.#live.minuteOf(at);
    this.#live.enter(minute);
    const { state } = this.#live;
    const schedule = this.#scheduleIn(state);
    if (schedule === GONE) return undefined;
    const next = this.#timeline(state).nextBoundary(schedule, minute, horizon(state, minute));
    return next && { at: next.minute * MS_PER_MINUTE, open: next.open };
  }

  /** When the queue is open within `[from, to)`. As a handoff's `intervals`, for its hours alone. */
  intervals(from: number, to: number): readonly Interval[] {
    checkRange(from, to);
    const minute = this.#live.minuteOf(from);
    this.#live.enter(minute, Math.ceil(to / MS_PER_MINUTE) - 1);
    const { state } = this.#live;
    const schedule = this.#scheduleIn(state);
    if (schedule === GONE || from >= to) return [];
    const hours = this.#timeline(state);
    const found: Interval[] = [];
    let open = hours.isOpen(schedule, minute);
    let start = from;
    for (let at = minute; ; ) {
      const next = hours.nextBoundary(schedule, at, to / MS_PER_MINUTE);
      const end = next === undefined ? to : next.minute * MS_PER_MINUTE;
      if (open) found.push({ start, end });
      if (next === undefined) return found;
      open = next.open;
      start = end;
      at = next.minute;
    }
  }

  /**
   * After a replace, and of minutes that the front does not cover: closures may hold there, or the window does not reach so
   * far.
   */
  #isOpenBeside(at: number | undefined, whole: number): boolean {
    const minute = whole >= FIRST_MINUTE && whole < LAST_MINUTE ? whole : this.#live.minuteOf(at);
    if (this.#scheduleIn(this.#live.state) === GONE) return false;
    this.#live.enter(minute);
    const { state } = this.#live;
    const schedule = this.#scheduleIn(state);
    if (isClosed(state.closures, this.#handoff(state), this.index, minute)) return false;
    return this.#live.timeline.isOpen(schedule, minute);
  }

  #timeline(state: State): Timeline {
    return closedTimeline(this.#live.timeline, closedSpans(state.closures, this.#handoff(state), this.index));
  }

  /** Finds its schedule again after a replace. */
  #scheduleIn(state: State): number {
    if (state.table === this.#table) return this.#schedule;
    const handoff = this.#handoff(state);
    const { firstQueue } = state.table;
    const queue = (firstQueue[handoff] ?? 0) + this.index;
    const exists = handoff >= 0 && queue < (firstQueue[handoff + 1] as number);
    this.#table = exists ? state.table : undefined;
    this.#schedule = exists ? scheduleOf(state.table, queue) : GONE;
    return this.#schedule;
  }
}
