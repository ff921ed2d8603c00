import type { Configuration, HandoffConfiguration } from "../config/types.ts";
import { UnknownNameError } from "../config/unknown-name-error.ts";
import type { Meaning } from "./meaning.ts";

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

/** One, or all where none is named. */
export function handoffsIn(
  { configuration }: Meaning,
  { handoff }: { readonly handoff?: string | undefined },
): readonly HandoffConfiguration[] {
  return handoff === undefined ? configuration.handoffs : [handoffNamed(configuration, handoff)];
}
