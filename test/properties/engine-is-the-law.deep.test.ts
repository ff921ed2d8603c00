import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { scenario } from "./arbitraries.ts";
import { compareWithLaw } from "./compare-with-law.ts";
import { holds } from "./holds.ts";
import { JS_TEMPORAL, TEMPORAL_POLYFILL } from "./oracles.ts";

/** HANDOFF_DEEP=… is another number of comparisons. */
const COMPARISONS = Number(process.env["HANDOFF_DEEP"] ?? 10_000_000);
const RUNS_PER_BATCH = 50;
const REPORT_EVERY = 500_000;
/** Apart from the batches of the fast test, so that one seed gives other cases here. */
const FIRST_BATCH = 2_000_000;
/** Every tenth batch is also judged by the slower library, and so the two libraries by each other. */
const BOTH_EVERY = 10;

describe("engine = law, for each queue and handoff at each instant", () => {
  it(`${COMPARISONS} comparisons`, async () => {
    const start = performance.now();
    let compared = 0;
    let byBoth = 0;
    let reported = 0;
    for (let batch = 0; compared < COMPARISONS; batch++) {
      const both = batch % BOTH_EVERY === 0;
      const oracles = both ? [TEMPORAL_POLYFILL, JS_TEMPORAL] : [TEMPORAL_POLYFILL];
      const compareAndCount = (value: Parameters<typeof compareWithLaw>[0]): void => {
        const count = compareWithLaw(value, oracles);
        compared += count;
        if (both) byBoth += count;
      };
      holds(scenario({ picks: 400 }), RUNS_PER_BATCH, compareAndCount, FIRST_BATCH + batch);
      if (compared - reported >= REPORT_EVERY || compared >= COMPARISONS) {
        reported = compared;
        const seconds = Math.round((performance.now() - start) / 1000);
        console.log(`${compared} comparisons, ${byBoth} of them with two libraries, 0 mismatches, ${seconds} s`);
      }
      // The runner is to hear from its worker now and then.
      await setImmediate();
    }
    expect(compared).toBeGreaterThanOrEqual(COMPARISONS);
    expect(byBoth).toBeGreaterThan(0);
  });
});
