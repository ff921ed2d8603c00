import type { Available, Resolution } from "../resolve/resolution.ts";

/** The handoffs of a topic or a task, resolved in order. */
export interface ScenariosResolution {
  /** Name of the topic or task. */
  readonly name: string;
  readonly available: boolean;
  /** The first available one: where the conversation goes. */
  readonly first: Available | undefined;
  readonly scenarios: readonly Resolution[];
}

export function resolveScenarios(name: string, scenarios: readonly Resolution[]): ScenariosResolution {
  const first = scenarios.find((scenario): scenario is Available => scenario.available);
  return { name, available: first !== undefined, first, scenarios };
}
