import type { Configuration, HandoffConfiguration } from "../config/types.ts";
import { UnknownNameError } from "../config/unknown-name-error.ts";

/** Throws an UnknownNameError that names the nearest ones. */
export function handoffNamed({ handoffs }: Configuration, name: string): HandoffConfiguration {
  const found = handoffs.find((handoff) => handoff.name === name);
  if (found !== undefined) return found;
  throw new UnknownNameError(
    "handoff",
    name,
    handoffs.map((handoff) => handoff.name),
  );
}
