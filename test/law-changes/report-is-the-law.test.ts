import { describe, expect, it } from "vitest";
import { holds } from "../properties/holds.ts";
import { checkReport, reportCase } from "./check-report.ts";

describe("what a comparison and a refresh report is what the reference says of each minute", () => {
  it("for random hours and random pairs of sources; before and after, the engine is the law of its source", () => {
    const seen = { zones: 0, queues: 0, intervals: 0, same: 0 };
    holds(reportCase, 30, (given) => checkReport(given, seen));
    console.log(JSON.stringify(seen));
    expect(seen.zones).toBeGreaterThan(5);
    expect(seen.queues).toBeGreaterThan(5);
    expect(seen.intervals).toBeGreaterThan(30);
    expect(seen.same).toBeGreaterThan(0);
  }, 300_000);
});
