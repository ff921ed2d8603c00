import type { ZoneSource } from "../time/zone.ts";
import { meaningProblems } from "./meaning.ts";
import { plainCopy } from "./plain-copy.ts";
import { pointersAbove } from "./pointer.ts";
import type { Problem } from "./problem.ts";
import { shapeProblems } from "./shape.ts";
import type { Configuration, Destination } from "./types.ts";
import { Unchanged } from "./unchanged.ts";

export interface Checked {
  /** A plain copy of what was given; to be trusted only when no problem is an error. */
  readonly configuration: Configuration | Destination;
  readonly problems: readonly Problem[];
}

export interface CheckOptions {
  /**
   * The configuration that serves, which was accepted under the same zones. What is the very same object in the given one
   * is not looked at again, so that warnings about it are not repeated.
   */
  readonly before?: Configuration | undefined;
  /** Told how many handoffs are checked. What it throws is thrown on. */
  readonly tick?: ((done: number, total: number) => void) | undefined;
}

/** What is no plain data, then by shape, then by meaning: every problem of all three. */
export function check(given: unknown, zones: ZoneSource, { before, tick }: CheckOptions = {}): Checked {
  const unchanged = new Unchanged(before);
  if (typeof given !== "object" || given === null) {
    return { configuration: [], problems: shapeProblems(given, unchanged) };
  }
  if (given === before) return { configuration: before, problems: [] };
  const found: Problem[] = [];
  // A handoff is read, and then looked at: each is half of the work.
  const copy = plainCopy(given, found, unchanged, tick && ((handoff, of) => tick(handoff >> 1, of)));
  const configuration = copy as Configuration | Destination;
  // The copy has null where it could not copy: what else is said about that place is about the null.
  const lost = new Set(found.map(({ pointer }) => pointer));
  const isAboutGiven = ({ pointer }: Problem) => !pointersAbove(pointer).some((above) => lost.has(above));
  const rest = [
    ...shapeProblems(configuration, unchanged),
    ...meaningProblems(configuration, zones, unchanged, tick && ((handoff, of) => tick((handoff + of) >> 1, of))),
  ];
  return { configuration, problems: [...found, ...(lost.size === 0 ? rest : rest.filter(isAboutGiven))] };
}
