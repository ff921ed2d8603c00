import { describe, expect, it } from "vitest";
import type { CloseOptions, Engine, Scope } from "../../src/index.ts";
import { loadSnapshot } from "../../src/runtime.ts";
import { DAY, HOUR, MINUTE, NOW, SINCE, sample } from "./sample.ts";

const reason = "fire alarm";
const CHANNELS = ["voice", "chat", "fax", undefined];
const LANGUAGES = ["es", "es-MX", "en", "pt", "pt-BR", "not a tag", undefined];

/** Around all edges of the closures below, and the boundaries of the office. */
const INSTANTS = [
  -7 * DAY,
  -HOUR,
  -1,
  0,
  MINUTE,
  30 * MINUTE,
  HOUR - 1,
  HOUR,
  5 * HOUR,
  12 * HOUR,
  DAY,
  3 * DAY,
  300 * DAY,
];

function requireSame(engine: Engine): void {
  const snapshot = loadSnapshot(engine.snapshot());
  let compared = 0;
  for (const { name } of engine.handoffs) {
    const [handoff, loaded] = [engine.handoff(name), snapshot.handoff(name)];
    for (const at of INSTANTS.map((offset) => Math.max(SINCE + offset, snapshot.info.window.from))) {
      for (const channel of CHANNELS) {
        for (const language of LANGUAGES) {
          const request = { at, channel, language };
          const answer = loaded.resolve(request);
          expect({ ...request, answer }).toEqual({ ...request, answer: handoff.resolve(request) });
          expect(Object.isFrozen(answer)).toBe(true);
          expect(loaded.resolve(request)).toBe(answer);
          compared++;
        }
      }
    }
  }
  expect(compared).toBeGreaterThan(500);
}

const CLOSURES: readonly (readonly [Scope | "everything", Omit<CloseOptions, "reason">])[] = [
  ["everything", {}],
  ["everything", { until: SINCE + HOUR, message: "Everything is closed." }],
  [{ handoff: "Billing" }, { message: "Billing is closed by hand." }],
  [{ handoff: "Billing", queue: "Office" }, { until: SINCE + 3 * DAY }],
  [{ handoff: "Billing", queue: 2 }, { message: "Nobody at night." }],
  [{ channel: "voice" }, { until: SINCE + HOUR }],
  [{ language: "es" }, { message: "Nadie." }],
  [
    { handoff: "Sales", channel: "chat", language: "pt-BR" },
    { until: SINCE + 12 * HOUR, message: "Ninguém." },
  ],
];

describe("a snapshot", () => {
  it.each(CLOSURES)("holds a closure of %j with %j", (scope, options) => {
    const { engine } = sample();
    engine.close(scope, { ...options, reason });
    requireSame(engine);
  });

  it("holds them all together, in any order, and what is over", () => {
    for (const order of [CLOSURES, CLOSURES.toReversed()]) {
      const { engine, at } = sample();
      engine.close({ handoff: "Sales" }, { reason, message: "over" });
      at(NOW + 30 * MINUTE);
      engine.reopen({ handoff: "Sales" });
      for (const [scope, options] of order) engine.close(scope, { ...options, reason });
      requireSame(engine);
    }
  });

  it("tells what is closed in it", () => {
    const { engine } = sample();
    expect(loadSnapshot(engine.snapshot()).info.closures).toBeUndefined();
    engine.close({ channel: "voice" }, { reason, until: SINCE + HOUR });
    engine.close({ handoff: "Sales", queue: 0 }, { reason, message: "Call later." });
    expect(loadSnapshot(engine.snapshot()).info.closures).toEqual([
      { scope: { channel: "voice" }, since: SINCE, until: SINCE + HOUR, reason },
      { scope: { handoff: "Sales", queue: 0 }, since: SINCE, reason, message: "Call later." },
    ]);
  });

  it("has the same bytes as before once nothing is closed, and again for the same closures", () => {
    const [one, other] = [sample().engine, sample().engine];
    const before = one.snapshot();
    const closure = one.close({ handoff: "Billing", queue: 0 }, { reason });
    one.reopen(closure);
    expect(one.snapshot()).toEqual(before);
    for (const engine of [one, other])
      for (const [scope, options] of CLOSURES) engine.close(scope, { ...options, reason });
    expect(one.snapshot()).toEqual(other.snapshot());
    expect(one.snapshot()).not.toEqual(before);
  });

  it("does not grow with each closing of the same", () => {
    const { engine, at } = sample();
    const sizes: number[] = [];
    for (let n = 0; n < 100; n++) {
      at(NOW + n * HOUR);
      engine.close({ handoff: "Billing" }, { reason, message: "again" });
      at(NOW + n * HOUR + 10 * MINUTE);
      engine.reopen("everything");
      sizes.push(engine.snapshot().byteLength);
    }
    expect((sizes[99] as number) - (sizes[2] as number)).toBeLessThan(1024);
    requireSame(engine);
  });
});
