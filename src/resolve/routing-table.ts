import { canonicalLanguage } from "../config/language.ts";
import type { HandoffConfiguration, QueueConfiguration } from "../config/types.ts";
import { channelMask, NO_CHANNEL } from "./channels.ts";
import { LanguageRows } from "./language-rows.ts";
import { type Available, availableResolution, type Unavailable, unavailableResolution } from "./resolution.ts";

/**
 * Who may serve what, for all handoffs: one row of numbers a queue.
 *
 * INVARIANT (queue ranges): the queues of handoff `h`, in the destination's order, are `firstQueue[h]` up to, not
 * including, `firstQueue[h + 1]`.
 */
export interface RoutingTable {
  readonly firstQueue: Int32Array;
  readonly channels: Uint8Array;
  readonly languageSets: Int32Array;
  /** The schedule of each queue: a column of the tree. */
  readonly schedules: Int32Array;
  readonly languages: LanguageRows;
  /** By queue. Queues of one handoff that give the same answer share it. */
  readonly available: readonly Available[];
  /** By handoff. */
  readonly unavailable: readonly Unavailable[];
}

/** `scheduleOf` numbers the schedules; queues with equal hours in the same zone get the same number. */
export function buildRoutingTable(
  handoffs: readonly HandoffConfiguration[],
  scheduleOf: (queue: QueueConfiguration) => number,
): RoutingTable {
  const firstQueue = new Int32Array(handoffs.length + 1);
  handoffs.forEach((handoff, h) => {
    firstQueue[h + 1] = (firstQueue[h] as number) + handoff.destination.length;
  });
  const queues = firstQueue[handoffs.length] as number;
  const channels = new Uint8Array(queues);
  const languageSets = new Int32Array(queues);
  const schedules = new Int32Array(queues);
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
      channels[q] = queue.enabled ? channelMask(queue.supported_channel_types) : NO_CHANNEL;
      languageSets[q] = languageSetOf(queue.supported_languages);
      schedules[q] = scheduleOf(queue);
      const key = `${queue.transfer_function_name} ${queue.name}`;
      const answer = answers.get(key) ?? availableResolution(handoff, queue);
      answers.set(key, answer);
      available.push(answer);
    }
  }
  return Object.freeze({
    firstQueue,
    channels,
    languageSets,
    schedules,
    languages: new LanguageRows(sets),
    available,
    unavailable: handoffs.map(unavailableResolution),
  });
}
