import { check } from "./config/check.ts";
import type { Problem } from "./config/problem.ts";
import type { Configuration, Destination } from "./config/types.ts";
import { type EngineOptions, settingsOf } from "./options.ts";
import { lintDestination } from "./report/lint.ts";

/**
 * Every problem of a configuration or a destination, errors and warnings; empty when there is nothing to say. Warnings
 * that need sound data are given for each destination that has no error of its own.
 */
export function validate(
  configuration: unknown,
  options: Pick<EngineOptions, "now" | "zones"> = {},
): readonly Problem[] {
  const { now, zones } = settingsOf(options);
  const { configuration: copy, problems } = check(configuration, zones);
  const wrong = problems.filter(({ severity }) => severity === "error").map(({ pointer }) => pointer);
  const isSound = (pointer: string) => !wrong.some((at) => at === "" || at === pointer || at.startsWith(`${pointer}/`));
  const lint = (pointer: string, destination: Destination) =>
    isSound(pointer) ? lintDestination(pointer, destination, zones, now()) : [];
  if (Array.isArray(copy)) return [...problems, ...(wrong.length === 0 ? lint("", copy as Destination) : [])];
  const handoffs = (copy as Partial<Configuration> | null)?.handoffs;
  if (!Array.isArray(handoffs)) return problems;
  return [
    ...problems,
    ...handoffs.flatMap((handoff: Configuration["handoffs"][number], h) =>
      Array.isArray(handoff?.destination) ? lint(`/handoffs/${h}/destination`, handoff.destination) : [],
    ),
  ];
}
