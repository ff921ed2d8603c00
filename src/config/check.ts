import type { ZoneSource } from "../time/zone.ts";
import { meaningProblems } from "./meaning.ts";
import { plainCopy } from "./plain-copy.ts";
import type { Problem } from "./problem.ts";
import { shapeProblems } from "./shape.ts";
import type { Configuration, Destination } from "./types.ts";

export interface Checked {
  /** A plain copy of what was given; to be trusted only when no problem is an error. */
  readonly configuration: Configuration | Destination;
  readonly problems: readonly Problem[];
}

/** By shape, then by meaning: every problem of both, in the order of the document's parts. */
export function check(given: unknown, zones: ZoneSource): Checked {
  const copyProblems: Problem[] = [];
  const configuration = plainCopy(given, copyProblems) as Configuration | Destination;
  if (copyProblems.length > 0) return { configuration, problems: copyProblems };
  return { configuration, problems: [...shapeProblems(configuration), ...meaningProblems(configuration, zones)] };
}
