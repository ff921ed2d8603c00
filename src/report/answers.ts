import type { Destination, QueueConfiguration } from "../config/types.ts";
import { groupBy } from "./group.ts";
import type { HandoffPair } from "./handoff-pairs.ts";
import type { QueueRules } from "./queue-rules.ts";

/** A queue of both sides, under the same name or another. */
export interface QueuePair {
  readonly before: QueueConfiguration;
  readonly after: QueueConfiguration;
}

/** What the queues of a handoff, by place, answer with: equal texts for the same answer before and after. */
export interface Answers {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Queues that are alone in having their name. Their transfer function is theirs to change. */
  readonly pairs: readonly QueuePair[];
  /** Names that more than one queue of a side has. */
  readonly twins: ReadonlySet<string>;
}

/**
 * A queue that has only another name is still that queue, and so is one that has only another transfer function: whoever
 * reads what changed wants to read that once, and not for each span of the year. Where two queues of a handoff have the same name,
 * the transfer function tells them apart.
 */
export function answersOf({ before, after }: HandoffPair, rules: QueueRules): Answers {
  const [old, now] = [namedOnce(before.destination), namedOnce(after.destination)];
  const pairs: QueuePair[] = [];
  const answers = new Map<QueueConfiguration, string>();
  const pair = (one: QueueConfiguration, other: QueueConfiguration) => {
    pairs.push({ before: one, after: other });
    for (const queue of [one, other]) answers.set(queue, JSON.stringify([other.name]));
  };
  for (const [name, queue] of old) {
    const same = now.get(name);
    if (same !== undefined) pair(queue, same);
  }
  const known = new Set([...before.destination, ...after.destination].map(({ name }) => name));
  const inBoth = (name: string) => has(before.destination, name) && has(after.destination, name);
  const others = [...known].filter((name) => !inBoth(name));
  const contentOf = (queue: QueueConfiguration) => `${queue.transfer_function_name} ${rules.of(queue)}`;
  const gone = groupBy(
    others.flatMap((name) => old.get(name) ?? []),
    contentOf,
  );
  const fresh = groupBy(
    others.flatMap((name) => now.get(name) ?? []),
    contentOf,
  );
  for (const [content, queues] of gone) {
    const candidates = fresh.get(content) ?? [];
    const [one, other] = [queues[0], candidates[0]];
    if (one !== undefined && other !== undefined && queues.length === 1 && candidates.length === 1) pair(one, other);
  }
  const ambiguous = (queue: QueueConfiguration) => JSON.stringify([queue.name, queue.transfer_function_name]);
  return {
    before: before.destination.map((queue) => answers.get(queue) ?? ambiguous(queue)),
    after: after.destination.map((queue) => answers.get(queue) ?? ambiguous(queue)),
    pairs,
    twins: new Set([...twinsIn(before.destination), ...twinsIn(after.destination)]),
  };
}

function twinsIn(destination: Destination): readonly string[] {
  const names = destination.map(({ name }) => name);
  return names.filter((name, q) => names.indexOf(name) !== q);
}

function namedOnce(destination: Destination): ReadonlyMap<string, QueueConfiguration> {
  const once = new Map<string, QueueConfiguration>();
  for (const [name, [queue, ...others]] of groupBy(destination, (each) => each.name)) {
    if (queue !== undefined && others.length === 0) once.set(name, queue);
  }
  return once;
}

function has(destination: Destination, name: string): boolean {
  return destination.some((queue) => queue.name === name);
}
