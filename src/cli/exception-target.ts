import { type ExceptionPlan, planExceptions } from "../import.ts";
import type { DateException, Engine, QueueConfiguration } from "../index.ts";
import { UsageError } from "./failure.ts";
import type { QueueEdit } from "./queue-edit.ts";

export interface TargetOptions {
  readonly handoff?: readonly string[];
  readonly queue?: readonly string[];
}

/** A queue that gets exceptions. */
export interface ExceptionTarget {
  readonly handoff: string;
  readonly queue: QueueConfiguration;
  /** Where it stands in the configuration as it was given. */
  readonly keys: readonly string[];
  readonly plan: ExceptionPlan;
}

/** The queues that are asked for, every one when left out. Throws a UsageError for a name that there is not. */
export function exceptionTargets(
  engine: Engine,
  given: unknown,
  { handoff, queue }: TargetOptions,
  wanted: { readonly [date: string]: DateException },
): readonly ExceptionTarget[] {
  const { handoffs } = engine.configuration;
  checkNames(
    "handoff",
    handoff ?? [],
    handoffs.map(({ name }) => name),
  );
  const targets = handoffs.flatMap(({ name, destination }, h) =>
    handoff?.includes(name) === false
      ? []
      : destination.flatMap((one, q) => {
          const keys = Array.isArray(given) ? [String(q)] : ["handoffs", String(h), "destination", String(q)];
          return [{ handoff: name, queue: one, keys, plan: planExceptions(one, wanted) }];
        }),
  );
  checkNames(
    "queue",
    queue ?? [],
    targets.map((target) => target.queue.name),
  );
  return targets.filter((target) => queue?.includes(target.queue.name) !== false);
}

function checkNames(noun: string, wanted: readonly string[], known: readonly string[]): void {
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const names = [...new Set(known)].slice(0, 5).map((name) => `\`${name}\``);
  throw new UsageError(
    `no ${noun} is named \`${unknown}\`; there is ${names.join(", ")}${known.length > 5 ? ", …" : ""}`,
  );
}

/** Whether any queue would say something else than it does. */
export function hasNews(targets: readonly ExceptionTarget[]): boolean {
  return targets.some(({ plan: { added, conflicts } }) => Object.keys(added).length > 0 || conflicts.length > 0);
}

/** What is to be written; of conflicts only with `overwrite`. */
export function editsOf(targets: readonly ExceptionTarget[], overwrite: boolean): readonly QueueEdit[] {
  return targets.flatMap(({ keys, plan: { added, conflicts } }) => {
    const replaced = overwrite ? Object.fromEntries(conflicts.map(({ date, wanted }) => [date, wanted])) : {};
    const exceptions = { ...added, ...replaced };
    return Object.keys(exceptions).length === 0 ? [] : [{ keys, exceptions }];
  });
}
