import type { Configuration } from "../config/types.ts";
import type { RenamedHandoff, ScenariosDiff } from "./diff-types.ts";
import { sameData } from "./same-data.ts";

interface Scenarios {
  readonly kind: "topic" | "task";
  readonly name: string;
  readonly handoffs: readonly string[];
}

/** Topics and tasks that lead to other handoffs, or in another order. A handoff under another name is no other. */
export function scenarioChanges(
  before: Configuration,
  after: Configuration,
  renamed: readonly RenamedHandoff[],
): readonly ScenariosDiff[] {
  const names = new Map(renamed.map((each) => [each.before, each.after]));
  const [old, now] = [byKey(before), byKey(after)];
  const keys = new Set([...now.keys(), ...old.keys()]);
  return [...keys].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const translated = was?.handoffs.map((handoff) => names.get(handoff) ?? handoff);
    if (sameData(translated, is?.handoffs)) return [];
    const { kind, name } = (is ?? was) as Scenarios;
    return [{ kind, name, before: was?.handoffs, after: is?.handoffs }];
  });
}

function byKey({ topics = [], tasks = [] }: Configuration): ReadonlyMap<string, Scenarios> {
  const all: readonly Scenarios[] = [
    ...topics.map(({ name, handoff_scenarios }) => ({ kind: "topic" as const, name, handoffs: handoff_scenarios })),
    ...tasks.map(({ name, handoffs }) => ({ kind: "task" as const, name, handoffs })),
  ];
  return new Map(all.map((each) => [`${each.kind} ${each.name}`, each]));
}
