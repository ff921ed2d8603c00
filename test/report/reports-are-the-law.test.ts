import { describe, expect, it } from "vitest";
import { compareCoverage } from "./compare-coverage.ts";
import { compareBothWays, compareDiff } from "./compare-diff.ts";
import { compareRequirement, compareRequirementText } from "./compare-requirement.ts";
import { compareTimeline } from "./compare-timeline.ts";

const LONG = 300_000;

describe("reports = law, at every minute of a short range and at every boundary", () => {
  it(
    "coverage: served and unserved, by class and by queue, and by the civil week",
    () => {
      const compared = compareCoverage(10);
      console.log(`${compared} comparisons of coverage with the law`);
      expect(compared).toBeGreaterThan(10 * 3600);
    },
    LONG,
  );

  it(
    "diff: spans are those in which the law answers otherwise",
    () => {
      const [compared, different] = compareDiff(10);
      console.log(`${compared} comparisons of diff with the law, ${different} of them differences`);
      expect(compared).toBeGreaterThan(10 * 2880);
    },
    LONG,
  );

  it("diff: a configuration is the same as itself, and what is gained one way is lost the other", () => {
    compareBothWays(60);
  });

  it(
    "requirements: broken exactly when the wall clock is inside the hours and no queue serves",
    () => {
      const [compared, broken] = compareRequirement(12);
      console.log(`${compared} comparisons of requirements with the law, ${broken} of them broken`);
      expect(compared).toBeGreaterThan(12 * 2880 - 1);
    },
    LONG,
  );

  it("requirements: the text of one is read as the same", () => {
    compareRequirementText(300);
  });

  it(
    "timeline: what is open, the civil dates of an axis, and every mark",
    () => {
      const [compared, marks] = compareTimeline(10);
      console.log(`${compared} minutes compared; marks: ${JSON.stringify(Object.fromEntries(marks))}`);
      expect(compared).toBeGreaterThan(10 * 2000);
    },
    LONG,
  );
});
