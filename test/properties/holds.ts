import fc from "fast-check";
import { SEED } from "./seed.ts";

/** A failure is to be read soon, and small rather than smallest. */
const SHRINK_MS = 15_000;

/**
 * Like `fc.assert`, but the message is that of the smallest failure alone: a counterexample holds hundreds of numbers
 * that pick instants, and the failure already names the one instant that matters.
 */
export function holds<T>(arbitrary: fc.Arbitrary<T>, numRuns: number, law: (value: T) => void, batch = 0): void {
  const seed = (SEED + batch) | 0;
  let firstFailure = Number.POSITIVE_INFINITY;
  const property = fc.property(arbitrary, (value) => {
    // What passes ends the shrinking.
    if (performance.now() > firstFailure + SHRINK_MS) return;
    try {
      law(value);
    } catch (error) {
      firstFailure = Math.min(firstFailure, performance.now());
      throw error;
    }
  });
  const { failed, errorInstance, counterexamplePath, numShrinks } = fc.check(property, { seed, numRuns });
  if (!failed) return;
  const reason =
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  throw new Error(`FC_SEED=${SEED} batch ${batch} path ${counterexamplePath}, shrunk ${numShrinks} times\n${reason}`);
}
