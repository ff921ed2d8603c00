import { describe, expect, it } from "vitest";
import { ConfigError, createEngine, type Engine, validate } from "../../src/index.ts";
import { configuration, handoff, mondayQueue, NOW, now, queue } from "./sample.ts";

const good = configuration({
  handoffs: [handoff({ destination: [mondayQueue({ name: "Monday" }), queue({ name: "Night" })] })],
  topics: [{ name: "Buying", handoff_scenarios: ["Sales"] }],
});
const bad = configuration({ handoffs: [handoff({ destination: [queue({ enabled: 1, timezone: "US/Eastern" })] })] });

const HOUR = 3_600_000;
const instants = Array.from({ length: 24 * 14 }, (_, hour) => NOW + hour * HOUR);
const answers = (engine: Engine): unknown => [
  instants.map((at) => engine.handoff("Sales").resolve({ at })),
  engine.handoff("Sales").intervals({ from: NOW, to: NOW + 14 * 24 * HOUR }),
  engine.topic("Buying").resolve({ at: NOW }),
  engine.configuration,
];

describe("a refused replace (row 119)", () => {
  it("leaves the answers, the very objects, and all else of the status as they were", () => {
    const engine = createEngine(good as never, { now });
    const [before, resolution, handle] = [answers(engine), engine.resolve("Sales"), engine.handoff("Sales")];
    const { refused: none, ...status } = engine.status();
    expect(none).toBeUndefined();
    expect(() => engine.replace(bad as never)).toThrow(ConfigError);
    const { refused, ...after } = engine.status();
    expect(after).toEqual(status);
    expect(answers(engine)).toEqual(before);
    expect(engine.resolve("Sales")).toBe(resolution);
    expect(engine.handoff("Sales")).toBe(handle);
    expect(refused).toEqual({ at: NOW, problems: validate(bad, { now }) });
  });

  it.each([
    ["null", null],
    ["nothing", undefined],
    ["no queue", []],
    ["an empty object", {}],
    ["a promise", Promise.resolve(good)],
  ])("by %s says why as well", (_, given) => {
    const engine = createEngine(good as never, { now });
    expect(() => engine.replace(given as never)).toThrow(ConfigError);
    expect(engine.status().refused?.problems.map(({ severity }) => severity)).toContain("error");
    expect(engine.status().revision).toBe(1);
    expect(engine.resolve("Sales").available).toBe(true);
  });

  it("is forgotten with the next good one, and the last refusal is the one that is told", () => {
    let clock = NOW;
    const engine = createEngine(good as never, { now: () => clock });
    for (const given of [bad, []]) {
      clock += 1000;
      expect(() => engine.replace(given as never)).toThrow(ConfigError);
    }
    expect(engine.status().refused?.at).toBe(NOW + 2000);
    expect(engine.status().refused?.problems[0]?.code).toBe("E_EMPTY_LIST");
    engine.replace(good as never);
    expect(engine.status()).toMatchObject({ revision: 2, refused: undefined });
  });

  it("is no replace when there are only warnings", () => {
    const engine = createEngine(good as never, { now });
    engine.replace([queue({ timezone: "US/Eastern" }), queue()] as never);
    expect(engine.status()).toMatchObject({ revision: 2, queues: 2, refused: undefined });
  });
});
