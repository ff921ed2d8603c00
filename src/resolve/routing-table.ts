import { canonicalLanguage } from "../config/language.ts";
import type { HandoffConfiguration, QueueConfiguration } from "../config/types.ts";
import { CHANNEL_BITS, channelMask, NO_CHANNEL } from "./channels.ts";
import { type LanguageRow, LanguageRows } from "./language-rows.ts";
import { type Available, availableResolution, type Unavailable, unavailableResolution } from "./resolution.ts";

/**
 * Who may serve what, for all handoffs: one row of numbers a queue.
 *
 * INVARIANT (queue ranges): the queues of handoff `h`, in the destination's order, are `firstQueue[h]` up to, not
 * including, `firstQueue[h + 1]`.
 */
export interface RoutingTable {
  readonly firstQueue: Int32Array;
  /** Two numbers a queue, side by side: its schedule (a column of the tree), and `language set << 4 | channel mask`. */
  readonly queues: Int32Array;
  readonly languages: LanguageRows;
  /** By queue. Queues of one handoff that give the same answer share it. */
  readonly available: readonly Available[];
  /** By handoff. */
  readonly unavailable: readonly Unavailable[];
}

/** `numberOf` numbers the schedules; queues with equal hours in the same zone get the same number. */
export function buildRoutingTable(
  handoffs: readonly HandoffConfiguration[],
  numberOf: (queue: QueueConfiguration) => number,
): RoutingTable {
  const firstQueue = new Int32Array(handoffs.length + 1);
  handoffs.forEach((handoff, h) => {
    firstQueue[h + 1] = (firstQueue[h] as number) + handoff.destination.length;
  });
  const queues = new Int32Array(2 * (firstQueue[handoffs.length] as number));
  const available: Available[] = [];
  const sets: (readonly string[])[] = [[]];
  const setNumbers = new Map<string, number>();

  function languageSetOf(tags: readonly string[] | undefined): number {
    if (tags === undefined) return 0;
    const set = tags.map((tag) => canonicalLanguage(tag) ?? tag).sort();
    const key = set.join(" ");
    const known = setNumbers.get(key);
    if (known !== undefined) return known;
    setNumbers.set(key, sets.length);
    return sets.push(set) - 1;
  }

  for (const handoff of handoffs) {
    const answers = new Map<string, Available>();
    for (const queue of handoff.destination) {
      const q = available.length;
      const channels = queue.enabled ? channelMask(queue.supported_channel_types) : NO_CHANNEL;
      queues[2 * q] = numberOf(queue);
      queues[2 * q + 1] = (languageSetOf(queue.supported_languages) << CHANNEL_BITS) | channels;
      const key = `${queue.transfer_function_name} ${queue.name}`;
      const answer = answers.get(key) ?? availableResolution(handoff, queue);
      answers.set(key, answer);
      available.push(answer);
    }
  }
  return Object.freeze({
    firstQueue,
    queues,
    languages: new LanguageRows(sets, canonicalLanguage),
    available,
    unavailable: handoffs.map(unavailableResolution),
  });
}

/** The number of a queue's schedule: its column of the tree. */
export function scheduleOf(table: RoutingTable, queue: number): number {
  return table.queues[2 * queue] as number;
}

/** 1 when the queue is enabled and serves the channel, else 0. */
export function servesChannel(table: RoutingTable, queue: number, channel: number): number {
  return ((table.queues[2 * queue + 1] as number) >> channel) & 1;
}

/** 1 when the queue serves the language, else 0. */
export function servesLanguage(table: RoutingTable, queue: number, language: LanguageRow): number {
  return table.languages.serves(language, (table.queues[2 * queue + 1] as number) >> CHANNEL_BITS);
}
