import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine, type Resolution } from "../../src/index.ts";
import { FakeTime } from "../events/fake-time.ts";
import { type Scenario, scenario } from "../properties/arbitraries.ts";
import { ZONES } from "../properties/ground.ts";
import { holds } from "../properties/holds.ts";
import { COMMANDS } from "./commands.ts";
import { keepHandles, type Model, type Real } from "./world.ts";

/** Their lengths are spread evenly up to twice the 50 that they have on average. */
const SEQUENCES = 2100;
const LONGEST = 100;
const COMMANDS_AT_LEAST = 100_000;

const worlds = fc.record({
  scenarios: fc.array(scenario({ picks: 1, now: [2018, 2030], aheadDays: 40 }), { minLength: 2, maxLength: 3 }),
  isWatched: fc.boolean(),
});

const outcomes = new Set<string>();

function setUp(
  [first, ...others]: readonly Scenario[],
  isWatched: boolean,
): { readonly model: Model; readonly real: Real } {
  const { now, window, configuration, requests } = first as Scenario;
  const time = new FakeTime(now);
  const engine = createEngine(configuration, { now: time.now, timers: time.timers, window, zones: ZONES });
  const request = requests[0] ?? {};
  const name = "Handoff 0";
  const watch = { name, request, answer: engine.resolve(name, request) as Resolution };
  if (isWatched) {
    engine.watch({ ...request, handoff: name }, ({ before, after }) => {
      if (JSON.stringify(before) !== JSON.stringify(watch.answer)) throw new Error("a change was not told");
      watch.answer = after;
    });
  }
  const model: Model = {
    configurations: [configuration, ...others.map((other) => other.configuration)],
    requests: [...requests, ...others.flatMap((other) => other.requests)],
    now,
    revision: 1,
    serving: configuration,
    closures: [],
    made: 0,
    known: new Map(configuration.handoffs.map((handoff) => [handoff.name, handoff])),
  };
  const real: Real = {
    engine,
    time,
    handles: new Map(),
    numbers: new Map(),
    outcomes,
    watch: isWatched ? watch : undefined,
  };
  keepHandles(real);
  return { model, real };
}

describe("the engine is the model", () => {
  it("through 2,000 sequences of 50 commands: replace, close, reopen, moves of the clock, transfers, and all questions", () => {
    let done = 0;
    const sequences = fc.commands([...COMMANDS], { maxCommands: LONGEST, size: "max" });
    holds(fc.tuple(worlds, sequences), SEQUENCES, ([{ scenarios, isWatched }, commands]) => {
      const { model, real } = setUp(scenarios, isWatched);
      try {
        fc.modelRun(() => ({ model, real }), commands);
      } catch (error) {
        throw new Error(
          `${(error as Error).message}\n${String(commands)}\n${JSON.stringify({ isWatched, scenarios })}`,
        );
      }
      const { count, last } = real.engine.status().listenerFailures;
      if (count > 0) throw new Error(`listeners failed: ${last?.message}`);
      done += [...commands].length;
    });
    console.log(`${done} commands in ${SEQUENCES} sequences`);
    expect(done).toBeGreaterThan(COMMANDS_AT_LEAST);
    expect([...outcomes].sort()).toEqual([
      ...["closed", "closed_by_hand", "expired", "not_available_then", "not_served", "removed"],
      ...["transfer", "transfer on hold", "undefined"],
    ]);
  }, 600_000);
});
