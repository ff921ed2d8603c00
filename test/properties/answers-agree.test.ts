import { describe, it } from "vitest";
import type { Engine } from "../../src/index.ts";
import { scenario } from "./arbitraries.ts";
import { checkExplanation } from "./check-explanation.ts";
import { checkHandoff } from "./check-handoff.ts";
import { checkQueue } from "./check-queue.ts";
import { forEachInstant } from "./each-instant.ts";
import { holds } from "./holds.ts";

const MS_PER_MINUTE = 60_000;

/** Where `nextChange` stops looking: the window's end or, from outside it, as far ahead as the window is long. */
function horizonOf(engine: Engine, at: number): number {
  const { from, to } = engine.status().window;
  return at >= from && at < to ? to : Math.floor(at / MS_PER_MINUTE) * MS_PER_MINUTE + (to - from);
}

describe("all answers agree, at every instant", () => {
  it("isOpen, intervals and nextChange of a queue", () => {
    holds(scenario({ picks: 16 }), 80, (given) => {
      forEachInstant(given, (at, _, engine, fail) => {
        const horizon = horizonOf(engine, at);
        for (const { queues } of engine.handoffs) for (const queue of queues) checkQueue(queue, at, horizon, fail);
      });
    });
  }, 300_000);

  it("resolve, intervals and nextChange of a handoff", () => {
    holds(scenario({ picks: 16 }), 80, (given) => {
      forEachInstant(given, (at, request, engine, fail) => {
        const horizon = horizonOf(engine, at);
        for (const handoff of engine.handoffs) checkHandoff(handoff, request, horizon, fail);
      });
    });
  }, 300_000);

  it("explain, resolve and isOpen", () => {
    holds(scenario({ picks: 60 }), 100, (given) => {
      forEachInstant(given, (_, request, engine, fail) => {
        for (const handoff of engine.handoffs) checkExplanation(handoff, request, fail);
      });
    });
  }, 300_000);
});

describe("a resolution", () => {
  it("is frozen, and the same object each time", () => {
    holds(scenario({ picks: 40 }), 100, (given) => {
      forEachInstant(given, (_, request, engine, fail) => {
        for (const handoff of engine.handoffs) {
          const [first, again] = [handoff.resolve(request), engine.resolve(handoff.name, { ...request })];
          if (first !== again || !Object.isFrozen(first)) throw fail("the same frozen object", { first, again });
        }
      });
    });
  }, 300_000);
});
