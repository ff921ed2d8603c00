import { describe, expect, it } from "vitest";
import { compareCoverage } from "./compare-coverage.ts";
import { compareBothWays, compareDiff } from "./compare-diff.ts";
import { compareRequirement } from "./compare-requirement.ts";
import { compareTimeline } from "./compare-timeline.ts";

/** Each batch has a seed of its own, apart from those of the fast test. */
const BATCHES = Array.from({ length: 20 }, (_, i) => 5_000_000 + i);

describe("reports = law, many times over", () => {
  it.each(BATCHES)("batch %i", (batch) => {
    const compared = compareCoverage(40, batch) + compareDiff(20, batch)[0] + compareRequirement(20, batch)[0];
    console.log(`batch ${batch}: ${compared} comparisons of reports with the law`);
    expect(compared).toBeGreaterThan(300_000);
  });

  it.each(BATCHES)("timelines, and diffs both ways: batch %i", (batch) => {
    expect(compareTimeline(20, batch)[0]).toBeGreaterThan(40_000);
    compareBothWays(100, batch);
  });

  it("every kind of mark is met", () => {
    const seen = new Set(BATCHES.slice(0, 5).flatMap((batch) => [...compareTimeline(20, batch)[1].keys()]));
    expect([...seen].sort()).toEqual(["cut_spill", "date_exception", "fold", "gap", "spill", "transition"]);
  });
});
