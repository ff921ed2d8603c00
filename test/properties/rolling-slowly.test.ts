import fc from "fast-check";
import { describe, it } from "vitest";
import { Handoff } from "../../src/handoff.ts";
import { Live } from "../../src/live.ts";
import { compileState } from "../../src/state.ts";
import { FIRST_INSTANT } from "../../src/time/instant.ts";
import { answersOf, hoursOf } from "./answers-of.ts";
import { scenario } from "./arbitraries.ts";
import { engineFor } from "./engine-for.ts";
import { failure } from "./failure.ts";
import { ZONES } from "./ground.ts";
import { holds } from "./holds.ts";

const MS_PER_DAY = 86_400_000;

interface Step {
  /** How far the clock moves. */
  readonly days: number;
  /** How often the clock is read before it moves on: the roll may be left halfway. */
  readonly uses: number;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    days: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 400 }), fc.integer({ min: -200, max: 0 })),
    uses: fc.nat({ max: 8 }),
  }),
  { minLength: 1, maxLength: 8, size: "max" },
);

describe("answers do not depend on how far a roll has come", () => {
  it("one schedule a use, the clock moving on meanwhile", () => {
    const cases = fc.tuple(scenario({ picks: 1, now: [2000, 2025], aheadDays: 120 }), steps);
    holds(cases, 60, ([given, path]) => {
      let now = given.now;
      const { configuration } = given;
      const live = new Live(
        () => now,
        given.window,
        (window) => compileState(configuration, ZONES, window, 1),
        () => () => false,
      );
      const slow = { handoffs: configuration.handoffs.map(({ name }) => new Handoff(live, name)) };
      for (const { days, uses } of path) {
        now += days * MS_PER_DAY;
        for (let use = 0; use < uses; use++) live.now();
        const fresh = engineFor({ ...given, now });
        const { tree } = live.state;
        const [from, to] = [tree.firstDay * MS_PER_DAY, (tree.firstDay + tree.days) * MS_PER_DAY];
        [now, from, from - 1, to - 1, to].forEach((instant, i) => {
          const at = Math.max(instant, FIRST_INSTANT);
          const request = { ...given.requests[i % given.requests.length], at };
          const [rolling, anew] = [answersOf(slow, request), answersOf(fresh, request)];
          if (rolling !== anew) throw failure("rolling, fresh", given, at, { path, request, rolling, anew });
          const [start, end] = [Math.max(at - MS_PER_DAY, FIRST_INSTANT), at + MS_PER_DAY];
          const [hours, hoursAnew] = [hoursOf(slow, start, end), hoursOf(fresh, start, end)];
          if (hours !== hoursAnew) throw failure("rolling, fresh hours", given, start, { path, hours, hoursAnew });
        });
      }
      // The first use may end a roll towards where the clock no longer is, so the second is counted from.
      for (let use = 0; use < 2 || live.rolling; use++) live.now();
      const { tree } = live.state;
      const today = Math.floor(now / MS_PER_DAY);
      if (tree.firstDay > today || tree.firstDay + tree.days < today + given.window.aheadDays + 1) {
        throw failure("window", given, now, { path, firstDay: tree.firstDay, days: tree.days, today });
      }
    });
  }, 300_000);
});
