import { check } from "./config/check.ts";
import { listIn, objectIn } from "./config/loose.ts";
import { pointersAbove } from "./config/pointer.ts";
import type { Problem } from "./config/problem.ts";
import type { Destination } from "./config/types.ts";
import { type EngineOptions, settingsOf } from "./options.ts";
import { lintDestination } from "./report/lint.ts";
import { instantError, isInstant } from "./time/instant.ts";

/**
 * Every problem of a configuration or a destination, errors and warnings; empty when there is nothing to say. Warnings
 * that need sound data are given for each destination that has no error of its own. Throws a RangeError when the clock of
 * the options gives no instant, a ZoneDataError when time-zone data cannot be used, and nothing else.
 */
export function validate(
  configuration: unknown,
  options: Pick<EngineOptions, "now" | "zones"> = {},
): readonly Problem[] {
  const { now, zones } = settingsOf(options);
  const at = now();
  if (!isInstant(at)) throw instantError("now()", at);
  const { configuration: copy, problems } = check(configuration, zones);
  const errors = problems.filter(({ severity }) => severity === "error");
  const unsound = new Set(errors.flatMap(({ pointer }) => pointersAbove(pointer)));
  const lint = (pointer: string, destination: unknown): readonly Problem[] =>
    Array.isArray(destination) && !unsound.has(pointer)
      ? lintDestination(pointer, destination as Destination, zones, at)
      : [];
  if (Array.isArray(copy)) return [...problems, ...lint("", copy)];
  const handoffs = listIn(objectIn(copy)["handoffs"]);
  return [
    ...problems,
    ...handoffs.flatMap((handoff, h) => lint(`/handoffs/${h}/destination`, objectIn(handoff)["destination"])),
  ];
}
