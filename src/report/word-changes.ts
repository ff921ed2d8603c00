import type { Configuration, HandoffConfiguration } from "../config/types.ts";
import { functionNameOf } from "../resolve/resolution.ts";
import type { QueuePair } from "./answers.ts";
import type { WordChange } from "./diff-types.ts";
import type { HandoffPair } from "./handoff-pairs.ts";
import { sameData } from "./same-data.ts";

type Named = Pick<WordChange, "of" | "name" | "handoff">;

const HANDOFF_FIELDS = ["description", "agent_available_instructions", "agent_unavailable_instructions"] as const;
const TRANSFER_FIELDS = ["purpose", "input_parameters", "set_variables"] as const;

/** The texts of a handoff that is on both sides, and the name of its function. */
export function handoffWords({ before, after }: HandoffPair): readonly WordChange[] {
  const named: Named = { of: "handoff", name: after.name };
  return [
    ...change(named, "function_name", functionNameOf(before), functionNameOf(after)),
    ...HANDOFF_FIELDS.flatMap((field) => change(named, field, before[field], after[field])),
  ];
}

/** Names and transfer functions of queues that are on both sides. */
export function queueWords(
  { name: handoff }: HandoffConfiguration,
  pairs: readonly QueuePair[],
): readonly WordChange[] {
  return pairs.flatMap(({ before, after }) => {
    const named: Named = { of: "queue", name: after.name, handoff };
    const functions = [before.transfer_function_name, after.transfer_function_name] as const;
    return [
      ...change(named, "name", before.name, after.name),
      ...change(named, "transfer_function_name", ...functions),
    ];
  });
}

/** Transfer functions, and the instructions of topics and tasks. */
export function otherWords(before: Configuration, after: Configuration): readonly WordChange[] {
  return [
    ...listWords("transfer_function", TRANSFER_FIELDS, before.transfer_functions, after.transfer_functions),
    ...listWords("topic", ["instructions"], before.topics, after.topics),
    ...listWords("task", ["instructions"], before.tasks, after.tasks),
  ];
}

function listWords<Item extends { readonly name: string }>(
  of: "transfer_function" | "topic" | "task",
  fields: readonly (keyof Item & string)[],
  before: readonly Item[] = [],
  after: readonly Item[] = [],
): readonly WordChange[] {
  const now = new Map(after.map((item) => [item.name, item]));
  const old = new Map(before.map((item) => [item.name, item]));
  const names = new Set([...now.keys(), ...old.keys()]);
  return [...names].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    const named: Named = { of, name };
    const presence = change(named, "presence", was !== undefined, is !== undefined);
    // A topic or task that comes or goes is a change of scenarios.
    if (presence.length > 0) return of === "transfer_function" ? presence : [];
    return fields.flatMap((field) => change(named, field, was?.[field], is?.[field]));
  });
}

function change(named: Named, field: string, before: unknown, after: unknown): readonly WordChange[] {
  return sameData(before, after) ? [] : [{ ...named, field, before, after }];
}
