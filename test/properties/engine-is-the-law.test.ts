import { describe, expect, it } from "vitest";
import { scenario } from "./arbitraries.ts";
import { compareWithLaw } from "./compare-with-law.ts";
import { holds } from "./holds.ts";
import { JS_TEMPORAL, type Oracle, TEMPORAL_POLYFILL } from "./oracles.ts";

const RUNS_PER_BATCH = 20;

/** As many runs as it takes, so that the count holds for every seed. */
function compareAtLeast(comparisons: number, oracles: readonly Oracle[], firstBatch: number): number {
  let compared = 0;
  for (let batch = firstBatch; compared < comparisons; batch++) {
    holds(
      scenario({ picks: 150 }),
      RUNS_PER_BATCH,
      (value) => {
        compared += compareWithLaw(value, oracles);
      },
      batch,
    );
  }
  return compared;
}

describe("engine = law, for each queue and handoff at each instant", () => {
  it.each([
    { comparisons: 165_000, oracles: [TEMPORAL_POLYFILL], firstBatch: 0 },
    { comparisons: 42_000, oracles: [JS_TEMPORAL, TEMPORAL_POLYFILL], firstBatch: 1_000_000 },
  ])(
    "$comparisons comparisons with $oracles.0.library",
    ({ comparisons, oracles, firstBatch }) => {
      const compared = compareAtLeast(comparisons, oracles, firstBatch);
      console.log(`${compared} comparisons with ${oracles.map(({ library }) => library).join(" and ")}`);
      expect(compared).toBeGreaterThanOrEqual(comparisons);
    },
    300_000,
  );
});
