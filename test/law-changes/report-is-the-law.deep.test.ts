import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { holds } from "../properties/holds.ts";
import { checkReport, reportCase } from "./check-report.ts";

const BATCHES = 100;
const RUNS_PER_BATCH = 30;

describe("what a comparison and a refresh report is what the reference says of each minute", () => {
  it(`of ${BATCHES * RUNS_PER_BATCH} random configurations and pairs of sources`, async () => {
    const seen = { zones: 0, queues: 0, intervals: 0, same: 0 };
    for (let batch = 0; batch < BATCHES; batch++) {
      holds(reportCase, RUNS_PER_BATCH, (given) => checkReport(given, seen), batch);
      // The runner is to hear from its worker now and then.
      await setImmediate();
    }
    console.log(JSON.stringify(seen));
    expect(seen.queues).toBeGreaterThan(BATCHES);
  });
});
