import { afterEach, describe, expect, it, vi } from "vitest";
import { loadSnapshot } from "../../src/runtime.ts";
import { DAY, NOW, sampleEngine } from "./sample.ts";

const engine = sampleEngine();
const snapshot = loadSnapshot(engine.snapshot());
const always = snapshot.handoff("Straße");
const FROM = Date.parse("2026-10-06T00:00:00Z");
const TO = Date.parse("2026-11-30T00:00:00Z");
const BOUNDS = "not from 1791244800000 (2026-10-06T00:00:00Z) up to 1795996800000 (2026-11-30T00:00:00Z)";

afterEach(() => {
  vi.useRealTimers();
});

function errorOf(ask: () => unknown): unknown {
  try {
    ask();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("outside its window a snapshot does not answer", () => {
  it("knows its window, which is the engine's", () => {
    expect(snapshot.info.window).toEqual({ from: FROM, to: TO });
    expect(snapshot.info.window).toEqual(engine.status().window);
  });

  it("answers for its first and its last instant", () => {
    expect(always.resolve({ at: FROM }).available).toBe(true);
    expect(always.resolve({ at: TO - 1 }).available).toBe(true);
  });

  it.each([
    ["just before", FROM - 1, `1791244799999 (2026-10-05T23:59:59.999Z) is ${BOUNDS}`],
    ["just after", TO, `1795996800000 (2026-11-30T00:00:00Z) is ${BOUNDS}`],
    ["long before", FROM - 9000 * DAY, `1013644800000 (2002-02-14T00:00:00Z) is ${BOUNDS}`],
    ["at the end of time", 8.64e15 - 2 * DAY, `8639999827200000 (+275760-09-11T00:00:00Z) is ${BOUNDS}`],
  ])("%s: a RangeError names both bounds", (_, at, said) => {
    const error = errorOf(() => always.resolve({ at }));
    expect(error).toBeInstanceOf(RangeError);
    expect((error as RangeError).message).toBe(`\`at\` is outside the snapshot's window: ${said}`);
  });

  it("whichever queue would be open, and where none is", () => {
    for (const name of snapshot.names) {
      expect(() => snapshot.handoff(name).resolve({ at: TO, channel: "fax" })).toThrow(RangeError);
    }
  });

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    0,
    NOW / 1000,
    8.64e15,
    "2026-10-20",
    new Date(NOW),
    {},
    true,
    1n,
  ])("`at` that is no instant, %s, has the engine's error", (at) => {
    const request = { at: at as number };
    const error = errorOf(() => always.resolve(request));
    expect(error).toBeInstanceOf(RangeError);
    expect(error).toEqual(errorOf(() => engine.resolve("Straße", request)));
  });

  it("`at` left out, undefined or null is now, by the clock of the process", () => {
    vi.useFakeTimers({ now: FROM, toFake: ["Date"] });
    expect(always.resolve().available).toBe(true);
    vi.setSystemTime(TO);
    for (const request of [undefined, null, {}, { at: undefined }, { at: null }]) {
      expect(() => always.resolve(request as never)).toThrow(/^`at` is outside the snapshot's window: 1795996800000 /);
    }
  });
});

describe("a handoff that a snapshot does not have", () => {
  it.each([
    ["Sale", 'no handoff is named "Sale"'],
    ["", 'no handoff is named ""'],
    ['"\n', 'no handoff is named "\\"\\n"'],
    [undefined, "no handoff is named undefined"],
    [null, "no handoff is named object"],
    [7, "no handoff is named number"],
    [Symbol("Sales"), "no handoff is named symbol"],
  ])("%s: a RangeError", (name, said) => {
    const error = errorOf(() => snapshot.handoff(name as string));
    expect(error).toBeInstanceOf(RangeError);
    expect((error as RangeError).message).toBe(said);
  });
});
