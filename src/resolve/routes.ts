import { CHANNEL_BITS } from "./channels.ts";
import { type LanguageRow, type LanguageRows, serves } from "./language-rows.ts";

/**
 * Who may serve what, for all handoffs: one row of numbers a queue.
 *
 * INVARIANT (closed ranges): the queues of handoff `h`, in the destination's order, are `firstQueue[h]` up to, not
 * including, {@link endOfQueues}. At that number stands {@link NO_QUEUE}.
 */
export interface Routes {
  readonly firstQueue: Int32Array;
  /**
   * Two numbers a queue, side by side: its schedule (a column of the tree), and `language set << 4 | channel mask`, or
   * NO_QUEUE.
   */
  readonly queues: Int32Array;
  readonly languages: LanguageRows;
}

/** Stands behind the queues of a handoff, in the place of who may be served; no queue has a number below 0 there. */
export const NO_QUEUE = -1;

/** The number behind a handoff's last queue. */
export function endOfQueues({ firstQueue }: Pick<Routes, "firstQueue">, handoff: number): number {
  return (firstQueue[handoff + 1] as number) - 1;
}

/** Whether a queue has that number: there is neither NO_QUEUE nor the end of the table. */
export function isQueue({ queues }: Pick<Routes, "queues">, number: number): boolean {
  return (queues[2 * number + 1] as number) >= 0;
}

/** Whether a handoff has the same queues in both, wherever they stand: the same schedules and who is served. */
export function hasSameQueues(one: Routes, other: Routes, handoff: number): boolean {
  const [first, end] = [2 * (one.firstQueue[handoff] as number), 2 * endOfQueues(one, handoff)];
  const shift = 2 * (other.firstQueue[handoff] as number) - first;
  if (2 * endOfQueues(other, handoff) !== end + shift) return false;
  for (let i = first; i < end; i++) if (one.queues[i] !== other.queues[i + shift]) return false;
  return true;
}

/** The number of a queue's schedule: its column of the tree. */
export function scheduleOf(routes: Routes, queue: number): number {
  return routes.queues[2 * queue] as number;
}

/** 1 when the queue is enabled and serves the channel, else 0. */
export function servesChannel(routes: Routes, queue: number, channel: number): number {
  return ((routes.queues[2 * queue + 1] as number) >> channel) & 1;
}

/** 1 when the queue serves the language, else 0. */
export function servesLanguage(routes: Routes, queue: number, language: LanguageRow): number {
  return serves(language, (routes.queues[2 * queue + 1] as number) >> CHANNEL_BITS);
}
