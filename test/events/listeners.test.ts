import { describe, expect, it } from "vitest";
import { createEngine, type EventName } from "../../src/index.ts";
import { CONFIGURATION, DAY, HOUR, NOW, SINCE, sample } from "../closures/sample.ts";
import { FakeTime } from "./fake-time.ts";

const reason = "fire alarm";

function fakeEngine() {
  const time = new FakeTime(NOW);
  const engine = createEngine(CONFIGURATION, { now: time.now, timers: time.timers });
  return { time, engine };
}

describe("an event", () => {
  it("tells what happened and when, after the call that made it happen", () => {
    const { time, engine } = fakeEngine();
    const told: unknown[] = [];
    for (const name of ["replace", "refuse", "close", "reopen", "roll"] as const) {
      engine.on(name, (event) => told.push([name, event]));
    }
    engine.replace(CONFIGURATION);
    expect(() => engine.replace([])).toThrow();
    const closure = engine.close({ channel: "voice" }, { reason });
    engine.reopen(closure);
    engine.reopen(closure);
    expect(told).toEqual([]);
    time.settle();
    expect(told).toEqual([
      ["replace", { at: NOW, revision: 2 }],
      ["refuse", { at: NOW, problems: engine.status().refused?.problems }],
      ["close", { at: NOW, closure }],
      ["reopen", { at: NOW, closures: [closure] }],
    ]);
    time.advance(DAY);
    engine.status();
    time.settle();
    expect(told[4]).toEqual(["roll", { at: NOW + DAY, window: engine.status().window }]);
  });

  it("costs nothing when nobody listens", () => {
    const { time, engine } = fakeEngine();
    engine.replace(CONFIGURATION);
    engine.close({}, { reason });
    time.advance(DAY);
    engine.status();
    expect(time.undelivered).toBe(0);
  });

  it("reaches those who listened when it happened, unless they have left", () => {
    const { time, engine } = fakeEngine();
    const told: string[] = [];
    const end = engine.on("replace", () => told.push("left"));
    engine.on("replace", () => told.push("stayed"));
    engine.replace(CONFIGURATION);
    end();
    end();
    engine.on("replace", () => told.push("came later"));
    time.settle();
    expect(told).toEqual(["stayed"]);
    engine.replace(CONFIGURATION);
    time.settle();
    expect(told).toEqual(["stayed", "stayed", "came later"]);
  });

  it("reaches a function that subscribed twice twice, and once when one has ended", () => {
    const { time, engine } = fakeEngine();
    let told = 0;
    const listener = () => told++;
    const end = engine.on("close", listener);
    engine.on("close", listener);
    engine.close({}, { reason });
    time.settle();
    expect(told).toBe(2);
    end();
    engine.close({}, { reason });
    time.settle();
    expect(told).toBe(3);
  });

  it("of an unknown name is refused, and so is what is no function", () => {
    const { engine } = sample();
    expect(() => engine.on("replaced" as EventName, () => {})).toThrow(
      "no event is named `replaced`; did you mean `replace`?",
    );
    expect(() => engine.on("replace", {} as never)).toThrow(new TypeError("a listener must be a function, got {}"));
  });
});

describe("a listener that fails hurts nobody (rows 127, 131)", () => {
  it("by throwing: others are told, the call succeeds, and `error` and status tell of it", () => {
    const { time, engine } = fakeEngine();
    const told: unknown[] = [];
    const error = new Error("no such table");
    engine.on("replace", () => {
      throw error;
    });
    engine.on("replace", () => told.push("other"));
    engine.on("error", (event) => told.push(event));
    engine.replace(CONFIGURATION);
    time.settle();
    expect(told).toEqual(["other", { at: NOW, event: "replace", message: "no such table", error }]);
    expect(engine.status().listenerFailures).toEqual({
      count: 1,
      last: { at: NOW, event: "replace", message: "no such table" },
    });
  });

  it("by rejecting later, or by never settling", async () => {
    const { time, engine } = fakeEngine();
    engine.on("close", async () => {
      throw "refused";
    });
    engine.on("close", () => new Promise(() => {}));
    engine.close({}, { reason });
    time.settle();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(engine.status().listenerFailures).toEqual({
      count: 1,
      last: { at: NOW, event: "close", message: "refused" },
    });
  });

  it("by throwing what cannot be shown, and when told of errors itself", () => {
    const { time, engine } = fakeEngine();
    engine.on("close", () => {
      throw { toString: 1 };
    });
    let errors = 0;
    engine.on("error", () => {
      errors++;
      throw new Error("and again");
    });
    engine.close({}, { reason });
    time.settle();
    expect(errors).toBe(1);
    expect(engine.status().listenerFailures).toEqual({
      count: 2,
      last: { at: NOW, event: "error", message: "and again" },
    });
  });

  it("as the callback of a watch, and goes on being told", () => {
    const { time, engine } = fakeEngine();
    let told = 0;
    engine.watch({ handoff: "Billing", channel: "chat", language: "de" }, () => {
      told++;
      throw new Error("again");
    });
    time.advanceTo(SINCE + DAY);
    expect(told).toBe(2);
    expect(engine.status().listenerFailures).toMatchObject({
      count: 2,
      last: { event: "change", at: SINCE + 21 * HOUR },
    });
  });

  it("by causing what it is told of: it is told once a turn, and its host lives on", () => {
    const { time, engine } = fakeEngine();
    let deep = 0;
    let deepest = 0;
    engine.on("replace", () => {
      deepest = Math.max(deepest, ++deep);
      engine.replace(CONFIGURATION);
      deep--;
    });
    engine.replace(CONFIGURATION);
    for (let turns = 1; turns <= 10; turns++) {
      time.turn();
      expect(engine.status().revision).toBe(2 + turns);
    }
    expect(deepest).toBe(1);
    expect(time.undelivered).toBe(1);
  });

  it("by ending itself, or its watch, while it is told", () => {
    const { time, engine } = fakeEngine();
    let told = 0;
    const end = engine.watch({}, () => {
      told++;
      end();
    });
    engine.close({}, { reason });
    time.settle();
    expect(told).toBe(1);
    expect(time.pending).toBe(0);
  });
});

describe("with the runtime's timers", () => {
  it("a listener is told in a later turn of the event loop", async () => {
    const { engine } = sample();
    const told: string[] = [];
    engine.on("close", () => told.push("told"));
    engine.close({}, { reason });
    await Promise.resolve();
    expect(told).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toEqual(["told"]);
  });
});
