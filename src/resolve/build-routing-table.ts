import { canonicalLanguage } from "../config/language.ts";
import type { HandoffConfiguration, QueueConfiguration } from "../config/types.ts";
import { CHANNEL_BITS, channelMask, NO_CHANNEL } from "./channels.ts";
import { LanguageRows } from "./language-rows.ts";
import {
  type Available,
  availableResolution,
  functionNameOf,
  type Resolution,
  unavailableResolution,
} from "./resolution.ts";
import { NO_QUEUE, type Routes } from "./routes.ts";

/** Canonical tags of each distinct `supported_languages`; set 0 is the omitted field. */
export type LanguageSets = readonly (readonly string[])[];

/** The routes, and the answer at the end of each. */
export interface RoutingTable extends Routes {
  readonly sets: LanguageSets;
  /**
   * By the number of the queue; where NO_QUEUE stands, the one when the handoff is unavailable. Queues of one handoff that
   * give the same answer share it.
   */
  readonly answers: readonly Resolution[];
}

/** Routes as numbers alone, and the language sets that they name. */
export interface BuiltRoutes {
  readonly firstQueue: Int32Array;
  readonly queues: Int32Array;
  readonly sets: LanguageSets;
}

/** Numbers the schedules; queues with equal hours in the same zone get the same number. */
export type NumberOf = (queue: QueueConfiguration) => number;

const NO_SETS: LanguageSets = [[]];

export function buildRoutingTable(
  handoffs: readonly HandoffConfiguration[],
  numberOf: NumberOf,
  before?: RoutingTable,
): RoutingTable {
  const { firstQueue, queues, sets } = buildRoutes(handoffs, numberOf, before?.sets);
  const languages = sets === before?.sets ? before.languages : new LanguageRows(sets, canonicalLanguage);
  const answers: Resolution[] = [];
  for (const handoff of handoffs) {
    addAvailable(answers, handoff);
    answers.push(unavailableResolution(handoff));
  }
  return Object.freeze({ firstQueue, queues, languages, sets, answers });
}

/** Language sets keep their numbers from `known`, which is given back when there are no others. */
export function buildRoutes(
  handoffs: readonly HandoffConfiguration[],
  numberOf: NumberOf,
  known: LanguageSets = NO_SETS,
): BuiltRoutes {
  const firstQueue = rangesOf(handoffs.map(({ destination }) => destination.length + 1));
  const queues = new Int32Array(2 * (firstQueue[handoffs.length] as number));
  const sets = [...known];
  const setNumbers = new Map(known.map((set, number) => [set.join(" "), number]));

  function languageSetOf(tags: readonly string[] | undefined): number {
    if (tags === undefined) return 0;
    const words = tags.length === 1 ? (tags[0] as string) : tags.join(" ");
    const asWritten = setNumbers.get(words);
    if (asWritten !== undefined) return asWritten;
    const set = tags.map((tag) => canonicalLanguage(tag) ?? tag).sort();
    const key = set.join(" ");
    const number = setNumbers.get(key) ?? sets.push(set) - 1;
    setNumbers.set(key, number);
    setNumbers.set(words, number);
    return number;
  }

  let q = 0;
  for (const { destination } of handoffs) {
    for (const queue of destination) {
      const channels = queue.enabled ? channelMask(queue.supported_channel_types) : NO_CHANNEL;
      queues[2 * q] = numberOf(queue);
      queues[2 * q + 1] = (languageSetOf(queue.supported_languages) << CHANNEL_BITS) | channels;
      q++;
    }
    queues[2 * q + 1] = NO_QUEUE;
    q++;
  }
  return { firstQueue, queues, sets: sets.length === known.length ? known : sets };
}

/** Where ranges of so many begin that lie side by side, and where the last one ends. */
export function rangesOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = (starts[i] as number) + (lengths[i] as number);
  return starts;
}

/** As many answers are compared one by one; of a destination of more queues, they are found by what they say. */
const FEW = 8;

/** Adds the answers of a handoff's queues, in order. */
function addAvailable(answers: Resolution[], handoff: HandoffConfiguration): void {
  const { destination } = handoff;
  const functionName = functionNameOf(handoff);
  const first = answers.length;
  const known = destination.length > FEW ? new Map<string, Resolution>() : undefined;
  for (const queue of destination) {
    const key = known && `${queue.transfer_function_name} ${queue.name}`;
    const same = key === undefined ? sameAnswer(answers, first, queue) : known?.get(key);
    const answer = same ?? availableResolution(handoff, functionName, queue);
    if (key !== undefined) known?.set(key, answer);
    answers.push(answer);
  }
}

function sameAnswer(answers: readonly Resolution[], first: number, queue: QueueConfiguration): Resolution | undefined {
  for (let a = first; a < answers.length; a++) {
    const answer = answers[a] as Available;
    if (answer.queue === queue.name && answer.transfer_function_name === queue.transfer_function_name) return answer;
  }
  return undefined;
}
