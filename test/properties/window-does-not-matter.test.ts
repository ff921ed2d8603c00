import fc from "fast-check";
import { describe, it } from "vitest";
import { FIRST_INSTANT } from "../../src/time/instant.ts";
import { answersOf, hoursOf } from "./answers-of.ts";
import { scenario } from "./arbitraries.ts";
import { engineFor } from "./engine-for.ts";
import { failure } from "./failure.ts";
import { holds } from "./holds.ts";
import { instantsOf } from "./instants.ts";

const MS_PER_DAY = 86_400_000;

describe("answers do not depend on the window", () => {
  const elsewhere = fc.record({
    now: fc.noBias(fc.integer({ min: Date.UTC(1999, 0, 1), max: Date.UTC(2037, 0, 1) })),
    window: fc.record({ pastDays: fc.nat({ max: 40 }), aheadDays: fc.nat({ max: 900 }) }),
  });
  const beside = fc.record({
    days: fc.integer({ min: -40, max: 40 }),
    window: fc.record({ pastDays: fc.nat({ max: 20 }), aheadDays: fc.nat({ max: 60 }) }),
  });

  it("wherever the windows of two engines lie", () => {
    holds(fc.tuple(scenario({ picks: 40 }), elsewhere), 50, ([given, other]) => {
      const [one, two] = [engineFor(given), engineFor({ ...given, ...other })];
      instantsOf(given, one).forEach((at, i) => {
        const request = { ...given.requests[i % given.requests.length], at };
        const [here, there] = [answersOf(one, request), answersOf(two, request)];
        if (here !== there) throw failure("windows", given, at, { request, other, here, there });
      });
    });
  }, 300_000);

  it("where a range runs over the edges of one window, or both", () => {
    holds(fc.tuple(scenario({ picks: 1, aheadDays: 60 }), beside), 40, ([given, { days, window }]) => {
      const now = given.now + days * MS_PER_DAY;
      const [one, two] = [engineFor(given), engineFor({ ...given, now, window })];
      const edges = [one.status().window, two.status().window].flatMap(({ from, to }) => [from, to]);
      for (const edge of edges) {
        for (const [before, after] of [
          [40, 110],
          [0, 3],
          [2.5, 0],
        ] as const) {
          const from = Math.max(edge - before * MS_PER_DAY, FIRST_INSTANT);
          const to = edge + after * MS_PER_DAY;
          const [here, there] = [hoursOf(one, from, to), hoursOf(two, from, to)];
          if (here !== there) throw failure("ranges", given, from, { to, now, window, here, there });
        }
      }
    });
  }, 300_000);
});
