import { CHANNEL_BITS } from "./channels.ts";
import { type LanguageRow, type LanguageRows, serves } from "./language-rows.ts";

/**
 * Who may serve what, for all handoffs: one row of numbers a queue.
 *
 * INVARIANT (queue ranges): the queues of handoff `h`, in the destination's order, are `firstQueue[h]` up to, not
 * including, `firstQueue[h + 1]`.
 */
export interface Routes {
  readonly firstQueue: Int32Array;
  /** Two numbers a queue, side by side: its schedule (a column of the tree), and `language set << 4 | channel mask`. */
  readonly queues: Int32Array;
  readonly languages: LanguageRows;
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
