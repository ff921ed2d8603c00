import type { QueueConfiguration } from "./config/types.ts";
import type { Live } from "./live.ts";
import { horizon } from "./range.ts";
import { isClosed } from "./resolve/closed-routes.ts";
import { closedSpans, closedTimeline } from "./resolve/closed-timeline.ts";
import { endOfQueues, scheduleOf } from "./resolve/routes.ts";
import type { Timeline } from "./resolve/timeline.ts";
import type { State } from "./state.ts";
import { checkRange } from "./time/check-range.ts";
import { FIRST_MINUTE, LAST_MINUTE, MS_PER_MINUTE } from "./time/instant.ts";
import { isOpen } from "./tree/tree.ts";

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

// A constant of this module, and a function that the class assigns: see the handoff's.
const search = isOpen;
let isOpenBeside: (queue: Queue, at: number | undefined) => boolean;

/** The schedule of a queue that a replace took away. */
const GONE = -1;

/**
 * One queue of a handoff, by its place in the destination: its own hours, whether it is enabled or eligible or not, less
 * the time in which it, its handoff or everything is closed by hand.
 * After a `replace` it is the queue at that place then; where there is none any more, it is closed.
 */
export class Queue {
  // What `isOpen` reads comes first, and private methods are static, as in a handoff.
  readonly #live: Live;
  #schedule = GONE;
  readonly index: number;
  readonly #handoff: string;

  /** @internal */
  constructor(live: Live, handoff: string, index: number) {
    this.#live = live;
    this.index = index;
    this.#handoff = handoff;
    this.follow(live.state, live.state.handoffs.get(handoff));
  }

  /** The queue as it is configured now. */
  get configuration(): QueueConfiguration | undefined {
    const { configuration, handoffs } = this.#live.state;
    const handoff = handoffs.get(this.#handoff);
    return handoff === undefined ? undefined : configuration.handoffs[handoff]?.destination[this.index];
  }

  /** Throws a RangeError when `at` is no instant. */
  isOpen(at?: number): boolean {
    // Written out, as in a handoff's `resolve`.
    const live = this.#live;
    const minute = (typeof at === "number" ? at : live.instantOf(at)) / MS_PER_MINUTE;
    const { front } = live;
    return this.#schedule >= 0 && minute >= front.firstMinute && minute < front.endMinute
      ? search(front, this.#schedule, minute | 0)
      : isOpenBeside(this, at);
  }

  /** When the queue opens or closes next; undefined if not within the window (outside it: not within its length). */
  nextChange(at?: number): QueueChange | undefined {
    const minute = this.#live.minuteOf(at);
    this.#live.enter(minute);
    const schedule = this.#schedule;
    if (schedule === GONE) return undefined;
    const next = Queue.#timeline(this).nextBoundary(schedule, minute, horizon(this.#live.state, minute));
    return next && { at: next.minute * MS_PER_MINUTE, open: next.open };
  }

  /** When the queue is open within `[from, to)`. As a handoff's `intervals`, for its hours alone. */
  intervals(from: number, to: number): readonly Interval[] {
    checkRange(from, to);
    const minute = this.#live.minuteOf(from);
    this.#live.enter(minute, Math.ceil(to / MS_PER_MINUTE) - 1);
    const schedule = this.#schedule;
    if (schedule === GONE || from >= to) return [];
    const hours = Queue.#timeline(this);
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

  /** Finds its schedule, of a handoff by its number. @internal */
  follow({ table }: State, handoff: number | undefined): void {
    this.#schedule = GONE;
    if (handoff === undefined) return;
    const queue = (table.firstQueue[handoff] as number) + this.index;
    if (queue < endOfQueues(table, handoff)) this.#schedule = scheduleOf(table, queue);
  }

  /** Of a queue that is not gone. */
  static #timeline(queue: Queue): Timeline {
    const live = queue.#live;
    const { closures, handoffs } = live.state;
    const handoff = handoffs.get(queue.#handoff) as number;
    return closedTimeline(live.timeline, closedSpans(closures, handoff, queue.index));
  }

  /**
   * Of a queue that is gone, and of minutes that the front does not cover: closures may hold there, or the window does not
   * reach so far.
   */
  static {
    isOpenBeside = (queue, at) => {
      const live = queue.#live;
      // As in a handoff.
      const whole = Math.floor((typeof at === "number" ? at : live.asked) / MS_PER_MINUTE);
      const minute = whole >= FIRST_MINUTE && whole < LAST_MINUTE ? whole : live.minuteOf(at);
      if (queue.#schedule !== GONE) live.enter(minute);
      // Here, since the clock is the host's, and may have it replaced.
      if (queue.#schedule === GONE) return false;
      const { closures, handoffs } = live.state;
      if (isClosed(closures, handoffs.get(queue.#handoff) as number, queue.index, minute)) return false;
      return live.timeline.isOpen(queue.#schedule, minute);
    };
  }
}
