import type { Configuration, HandoffConfiguration } from "../config/types.ts";
import { groupBy } from "./group.ts";
import type { QueueRules } from "./queue-rules.ts";

export interface HandoffPair {
  readonly before: HandoffConfiguration;
  readonly after: HandoffConfiguration;
}

export interface PairedHandoffs {
  /** In the order of the new configuration; those under another name as well. */
  readonly pairs: readonly HandoffPair[];
  readonly added: readonly HandoffConfiguration[];
  readonly removed: readonly HandoffConfiguration[];
}

/** Which handoff of one configuration is which of the other: by name, then by content. */
export function pairHandoffs(before: Configuration, after: Configuration, rules: QueueRules): PairedHandoffs {
  const old = new Map(before.handoffs.map((handoff) => [handoff.name, handoff]));
  const names = new Set(after.handoffs.map(({ name }) => name));
  const gone = before.handoffs.filter(({ name }) => !names.has(name));
  const fresh = after.handoffs.filter(({ name }) => !old.has(name));
  const renamed = renames(gone, fresh, rules);
  const pairs: HandoffPair[] = [];
  for (const handoff of after.handoffs) {
    const origin = old.get(handoff.name) ?? renamed.get(handoff);
    if (origin !== undefined) pairs.push({ before: origin, after: handoff });
  }
  const kept = new Set(renamed.values());
  return {
    pairs,
    added: fresh.filter((handoff) => !renamed.has(handoff)),
    removed: gone.filter((handoff) => !kept.has(handoff)),
  };
}

/**
 * A handoff that is gone is one that is new when both have the same destination, or the same texts, that no third one
 * has: what is alike in both ways goes first. Where several are alike, nobody can tell which is which.
 */
function renames(
  gone: readonly HandoffConfiguration[],
  fresh: readonly HandoffConfiguration[],
  rules: QueueRules,
): ReadonlyMap<HandoffConfiguration, HandoffConfiguration> {
  const found = new Map<HandoffConfiguration, HandoffConfiguration>();
  const taken = new Set<HandoffConfiguration>();
  const destination = (handoff: HandoffConfiguration) =>
    JSON.stringify(handoff.destination.map((queue) => [queue.name, queue.transfer_function_name, rules.of(queue)]));
  for (const keyOf of [(each: HandoffConfiguration) => texts(each) + destination(each), destination, texts]) {
    const left = groupBy(
      gone.filter((handoff) => !taken.has(handoff)),
      keyOf,
    );
    const open = fresh.filter((handoff) => !found.has(handoff));
    for (const [key, [handoff, ...others]] of groupBy(open, keyOf)) {
      const [origin, ...rivals] = left.get(key) ?? [];
      if (origin === undefined || handoff === undefined || rivals.length + others.length > 0) continue;
      found.set(handoff, origin);
      taken.add(origin);
    }
  }
  return found;
}

function texts(handoff: HandoffConfiguration): string {
  const { description, agent_available_instructions, agent_unavailable_instructions } = handoff;
  return JSON.stringify([description, agent_available_instructions, agent_unavailable_instructions]);
}
