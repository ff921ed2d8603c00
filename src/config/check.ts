import type { ZoneSource } from "../time/zone.ts";
import { meaningProblems } from "./meaning.ts";
import { plainCopy } from "./plain-copy.ts";
import { pointersAbove } from "./pointer.ts";
import type { Problem } from "./problem.ts";
import { shapeProblems } from "./shape.ts";
import type { Configuration, Destination } from "./types.ts";

export interface Checked {
  /** A plain copy of what was given; to be trusted only when no problem is an error. */
  readonly configuration: Configuration | Destination;
  readonly problems: readonly Problem[];
}

/** What is no plain data, then by shape, then by meaning: every problem of all three. */
export function check(given: unknown, zones: ZoneSource): Checked {
  if (typeof given !== "object" || given === null) {
    return { configuration: [], problems: shapeProblems(given) };
  }
  const found: Problem[] = [];
  const configuration = plainCopy(given, found) as Configuration | Destination;
  // The copy has null where it could not copy: what else is said about that place is about the null.
  const lost = new Set(found.map(({ pointer }) => pointer));
  const isAboutGiven = ({ pointer }: Problem) => !pointersAbove(pointer).some((above) => lost.has(above));
  const rest = [...shapeProblems(configuration), ...meaningProblems(configuration, zones)];
  return { configuration, problems: [...found, ...(lost.size === 0 ? rest : rest.filter(isAboutGiven))] };
}
