import type { Configuration } from "../../src/config/types.ts";
import type { Handoff } from "../engine.ts";
import { questions } from "../questions.ts";
import { resolved, resolvedByLaw } from "../resolve.ts";

type Resolving = Pick<Handoff, "resolve">;

const COUNT = 256;
const SEED = 12;

/** Some answers of a host that has handoffs `Handoff 0`, `Handoff 1` and so on, as a checksum. */
export function sampleSum(count: number, handoff: (name: string) => Resolving): number {
  const asked = questions(count, COUNT, "random", SEED);
  const handoffs: Resolving[] = [];
  for (const h of asked.handoff) handoffs[h] ??= handoff(`Handoff ${h}`);
  return resolved(handoffs, asked)(0, COUNT);
}

/** What the law in Temporal says to the same questions. */
export function sampleSumByLaw(configuration: Configuration): number {
  return resolvedByLaw(configuration, questions(configuration.handoffs.length, COUNT, "random", SEED))(0, COUNT);
}
