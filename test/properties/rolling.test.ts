import fc from "fast-check";
import { describe, it } from "vitest";
import { createEngine, type Engine } from "../../src/index.ts";
import { FIRST_INSTANT } from "../../src/time/instant.ts";
import { answersOf, hoursOf } from "./answers-of.ts";
import { type Scenario, scenario } from "./arbitraries.ts";
import { engineFor } from "./engine-for.ts";
import { failure } from "./failure.ts";
import { ZONES } from "./ground.ts";
import { holds } from "./holds.ts";

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

interface Step {
  /** How far the clock moves. */
  readonly by: number;
  /** Whether anyone asks before it moves on. */
  readonly asked: boolean;
  readonly first: "resolve" | "status" | "intervals" | "nextChange";
}

const forward: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 1, max: 1440 }).map((minutes) => minutes * MS_PER_MINUTE),
  fc.integer({ min: 1, max: 3 * MS_PER_DAY }),
  fc.integer({ min: 1, max: 600 }).map((days) => days * MS_PER_DAY),
);

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    by: fc.oneof({ weight: 5, arbitrary: forward }, { weight: 1, arbitrary: forward.map((by) => -by) }),
    asked: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
    first: fc.constantFrom("resolve", "status", "intervals", "nextChange"),
  }),
  { minLength: 1, maxLength: 8, size: "max" },
);

/** Any of these may be the one that finds out that the day has changed. */
function ask(engine: Engine, first: Step["first"]): void {
  for (const handoff of engine.handoffs) {
    if (first === "resolve") handoff.resolve();
    else if (first === "status") engine.status();
    else if (first === "intervals") handoff.intervals();
    else handoff.nextChange();
  }
}

function requireFresh(engine: Engine, given: Scenario, now: number, path: readonly number[]): void {
  const fresh = engineFor({ ...given, now });
  const { from, to } = engine.status().window;
  const instants = [now, from, from - 1, to - 1, to, now - MS_PER_DAY, now + MS_PER_DAY];
  instants.forEach((at, i) => {
    const request = { ...given.requests[i % given.requests.length], at: Math.max(at, FIRST_INSTANT) };
    const [rolled, anew] = [answersOf(engine, request), answersOf(fresh, request)];
    if (rolled !== anew) throw failure("rolled, fresh", { ...given, now }, at, { path, request, rolled, anew });
  });
  for (const edge of [now, from, to]) {
    const [start, end] = [Math.max(edge - 2 * MS_PER_DAY, FIRST_INSTANT), edge + 2 * MS_PER_DAY];
    const [rolled, anew] = [hoursOf(engine, start, end), hoursOf(fresh, start, end)];
    if (rolled !== anew) throw failure("rolled, fresh hours", { ...given, now }, start, { path, rolled, anew });
  }
  for (const handoff of engine.handoffs) {
    for (const request of given.requests) {
      if (handoff.resolve(request) !== handoff.resolve({ ...request, at: now })) {
        throw failure("resolve without at", { ...given, now }, now, { path, request });
      }
    }
  }
}

function requireWindow(engine: Engine, given: Scenario, now: number, everBack: boolean): void {
  const { from, to } = engine.status().window;
  const today = Math.floor(now / MS_PER_DAY);
  const expected = {
    from: (today - given.window.pastDays) * MS_PER_DAY,
    to: (today + given.window.aheadDays + 1) * MS_PER_DAY,
  };
  const holdsNow = from <= now && now < to;
  // A clock that is set back may leave the window ahead of where it belongs, but never behind it.
  if (!holdsNow || (!everBack && (from !== expected.from || to !== expected.to))) {
    throw failure("window", { ...given, now }, now, { from, to, expected });
  }
}

describe("answers do not depend on when, or how often, the window rolled", () => {
  it("after any steps of the clock, forward and back, as of an engine made just now", () => {
    const cases = fc.tuple(scenario({ picks: 1, now: [2000, 2025], aheadDays: 120 }), steps);
    holds(cases, 80, ([given, path]) => {
      let now = given.now;
      let everBack = false;
      const engine = createEngine(given.configuration, { now: () => now, window: given.window, zones: ZONES });
      path.forEach(({ by, asked, first }, i) => {
        now += by;
        everBack ||= by < 0;
        if (!asked && i < path.length - 1) return;
        ask(engine, first);
        // A roll that has to read zones anew may take more than one use.
        while (engine.status().rolling) ask(engine, first);
        requireWindow(engine, given, now, everBack);
        requireFresh(
          engine,
          given,
          now,
          path.slice(0, i + 1).map(({ by }) => by),
        );
      });
    });
  }, 300_000);
});
