import { describe, expect, it } from "vitest";
import { createEngine, type Engine, validate } from "../../src/index.ts";
import { configuration, NOW, now } from "./sample.ts";

const RANGE =
  "must be epoch milliseconds from 63676800000 (1972-01-08T00:00:00Z) to 8639999827200000 (+275760-09-11T00:00:00Z)";

const engine: Engine = createEngine(
  configuration({ topics: [{ name: "Buying", handoff_scenarios: ["Sales"] }] }) as never,
  { now },
);
const sales = engine.handoff("Sales");
const queue = sales.queues[0];

const askedAt: { readonly [what: string]: (at: never) => unknown } = {
  "handoff.resolve": (at) => sales.resolve({ at }),
  "handoff.nextChange": (at) => sales.nextChange({ at }),
  "handoff.explain": (at) => sales.explain({ at }),
  "engine.resolve": (at) => engine.resolve("Sales", { at }),
  "topic.resolve": (at) => engine.topic("Buying").resolve({ at }),
  "topic.resolve, its offers": (at) => engine.topic("Buying").resolve({ at }).offers,
  "topic.tools": (at) => engine.topic("Buying").tools({ at }),
  "engine.tools": (at) => engine.tools({ at }),
  "engine.call": (at) => engine.call("handoff_sales", { at }),
  "handoff.tool": (at) => sales.tool({ at }),
  "handoff.briefing": (at) => sales.briefing({ at }),
  "handoff.transfer": (at) => sales.transfer({ at }),
  "queue.isOpen": (at) => queue?.isOpen(at),
  "queue.nextChange": (at) => queue?.nextChange(at),
};

const wrong: readonly (readonly [at: unknown, given: string])[] = [
  [Number.NaN, "NaN."],
  [Number.POSITIVE_INFINITY, "Infinity."],
  [Number.NEGATIVE_INFINITY, "-Infinity."],
  [0, "0."],
  [-0, "0."],
  [-1, "-1."],
  [1e20, "100000000000000000000."],
  [8.64e15, "8640000000000000."],
  [8.64e15 + 1, "8640000000000001."],
  [-8.64e15, "-8640000000000000."],
  [63_676_799_999, "63676799999. Seconds were given? 63676799999 seconds are 3987-11-02T23:59:59Z."],
  [1_795_370_400, "1795370400. Seconds were given? 1795370400 seconds are 2026-11-22T18:00:00Z."],
  [10n, "bigint."],
  ["2026-11-22", "string."],
  [new Date(NOW), "object."],
  [true, "boolean."],
];

describe.each(Object.entries(askedAt))("%s", (_, ask) => {
  it.each(wrong)("refuses %o as an instant, with a RangeError that says why (rows 90 and 92)", (at, given) => {
    expect(() => ask(at as never)).toThrow(new RangeError(`\`at\` ${RANGE}, got ${given}`));
  });

  it("takes fractions, and the first and the last instant (row 90)", () => {
    for (const at of [NOW + 0.5, 63_676_800_000, 8.64e15 - 2 * 86_400_000]) {
      expect(() => ask(at as never)).not.toThrow();
    }
  });

  it("takes now when there is none (row 90)", () => {
    expect(ask(undefined as never)).toEqual(ask(NOW as never));
  });
});

describe("a range", () => {
  it.each(wrong)("refuses %o at either end (row 90)", (at, given) => {
    const [from, to] = [NOW, NOW + 1];
    const asked: readonly (readonly [name: string, () => unknown])[] = [
      ["from", () => sales.intervals({ from: at as never, to })],
      ["to", () => sales.intervals({ from, to: at as never })],
      ["from", () => queue?.intervals(at as never, to)],
      ["to", () => queue?.intervals(from, at as never)],
    ];
    for (const [name, ask] of asked) expect(ask).toThrow(new RangeError(`\`${name}\` ${RANGE}, got ${given}`));
  });

  it("of more than 100 years is refused", () => {
    const to = NOW + 101 * 366 * 86_400_000;
    const refused = new RangeError("`from` and `to` must be at most 100 years apart");
    expect(() => queue?.intervals(NOW, to)).toThrow(refused);
    expect(() => sales.intervals({ from: NOW, to })).toThrow(refused);
  });

  it("that ends before it starts is empty", () => {
    expect(sales.intervals({ from: NOW, to: NOW - 1 })).toEqual([]);
    expect(queue?.intervals(NOW, NOW)).toEqual([]);
  });
});

describe("a clock", () => {
  it.each(wrong.filter(([at]) => typeof at === "number"))(
    "that says %o is refused, and never answered",
    (at, given) => {
      const broken = { now: () => at as number };
      const refused = new RangeError(`\`now()\` ${RANGE}, got ${given}`);
      expect(() => createEngine(configuration() as never, broken)).toThrow(refused);
      expect(() => validate(configuration(), broken)).toThrow(refused);
    },
  );
});

describe("a window", () => {
  it.each([
    [{ pastDays: -1 }, "`window.pastDays` must be a whole number of days from 0 on, got -1"],
    [{ pastDays: 1.5 }, "`window.pastDays` must be a whole number of days from 0 on, got 1.5"],
    [{ aheadDays: Number.NaN }, "`window.aheadDays` must be a whole number of days from 0 on, got NaN"],
    [
      { aheadDays: Number.POSITIVE_INFINITY },
      "`window.aheadDays` must be a whole number of days from 0 on, got Infinity",
    ],
    [{ aheadDays: "400" }, "`window.aheadDays` must be a whole number of days from 0 on, got 400"],
    [{ pastDays: null }, "`window.pastDays` must be a whole number of days from 0 on, got null"],
    [{ aheadDays: 3660 }, "`window` must be at most 3660 days, got 3667"],
    [{ pastDays: 3661, aheadDays: 0 }, "`window` must be at most 3660 days, got 3661"],
  ])("%o is refused", (window, message) => {
    const create = () => createEngine(configuration() as never, { now, window: window as never });
    expect(create).toThrow(new RangeError(message));
  });

  it.each([{ pastDays: 0, aheadDays: 0 }, { pastDays: 60, aheadDays: 3600 }, {}])("%o is taken", (window) => {
    const { status } = { status: createEngine(configuration() as never, { now, window }).status() };
    const { pastDays = 7, aheadDays = 400 } = window as { pastDays?: number; aheadDays?: number };
    expect((status.window.to - status.window.from) / 86_400_000).toBe(pastDays + aheadDays + 1);
  });
});
