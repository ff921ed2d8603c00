import type { Configuration, HandoffConfiguration } from "../../src/config/types.ts";
import type { Engine, Handoff, Resolution } from "../../src/index.ts";
import type { FakeTime } from "../events/fake-time.ts";
import type { Asked, ModelAnswer, ModelClosure } from "./closed-law.ts";
import { closedAnswer, handoffIn } from "./closed-law.ts";

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** What the engine should be, kept by hand. */
export interface Model {
  readonly configurations: readonly Configuration[];
  readonly requests: readonly Omit<Asked, "at">[];
  now: number;
  revision: number;
  serving: Configuration;
  /** In the order in which they were made, ended ones too. */
  closures: ModelClosure[];
  made: number;
  /** As each handoff was configured last. */
  readonly known: Map<string, HandoffConfiguration>;
}

export interface Real {
  readonly engine: Engine;
  readonly time: FakeTime;
  /** Of every handoff that there ever was. */
  readonly handles: Map<string, Handoff>;
  /** All that were ever given, and of which handoff. */
  readonly numbers: Map<number, string>;
  /** Results of transfers, of all sequences: which there were. */
  readonly outcomes: Set<string>;
  readonly watch: { readonly name: string; readonly request: Omit<Asked, "at">; answer: Resolution } | undefined;
}

export function answerFor(model: Model, name: string, asked: Asked): ModelAnswer {
  const handoff = handoffIn(model.serving, name);
  if (handoff === undefined) {
    const instructions = model.known.get(name)?.agent_unavailable_instructions ?? "";
    return { available: false, instructions };
  }
  return closedAnswer(model.closures, handoff, asked);
}

/** What the clock shows now comes after everything that was done. */
export function observe(model: Model): void {
  const minute = Math.floor(model.now / MINUTE) * MINUTE;
  for (const closure of model.closures) {
    closure.since = Math.min(closure.since, minute);
    if (closure.isReopened) closure.until = Math.min(closure.until, minute);
  }
  model.closures = model.closures.filter(({ since, until }) => since < until);
}

export function inForce({ closures, now }: Model): readonly ModelClosure[] {
  return closures.filter(({ since, until }) => since <= now && now < until);
}

/** Of every handoff that there is. */
export function keepHandles({ engine, handles }: Real): void {
  for (const handoff of engine.handoffs) handles.set(handoff.name, handoff);
}

export function shown(resolution: Resolution): ModelAnswer {
  const { instructions } = resolution;
  if (!resolution.available) return { available: false, instructions };
  const { queue, transfer_function_name: transfer } = resolution;
  return { available: true, queue, transfer, instructions };
}

export function requireSame(what: string, engine: unknown, model: unknown, context: object): void {
  const [is, should] = [JSON.stringify(engine), JSON.stringify(model)];
  if (is !== should) throw new Error(`${what}\nengine: ${is}\nmodel: ${should}\n${JSON.stringify(context)}`);
}
