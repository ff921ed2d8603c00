import { describe, expect, it } from "vitest";
import type { Configuration, QueueConfiguration } from "../src/index.ts";
import { createEngine } from "../src/index.ts";
import { clockThatCalls } from "./clock-that-calls.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const YEAR = 365 * 86_400_000;
const now = () => NOW;

function queue(fields: Partial<QueueConfiguration>): QueueConfiguration {
  const rest = { timezone: "Europe/Berlin", transfer_function_name: "transfer" };
  return { name: "Queue", type: "Agent_queue", enabled: true, open_24: true, ...rest, ...fields };
}

function configuration(name: string, unavailable: string): Configuration {
  const texts = { description: "", agent_available_instructions: "call", agent_unavailable_instructions: unavailable };
  return { transfer_functions: [{ name: "transfer" }], handoffs: [{ name, ...texts, destination: [queue({})] }] };
}

describe("a handle of a handoff", () => {
  it("that a replace removed is unavailable, with the last instructions it had, used meanwhile or not", () => {
    const engine = createEngine(configuration("Sales", "one"), { now });
    const sales = engine.handoff("Sales");
    const [first] = sales.queues;
    engine.replace(configuration("Sales", "two"));
    engine.replace(configuration("Billing", "three"));
    expect(sales.resolve()).toEqual({ available: false, handoff: "Sales", instructions: "two" });
    expect(sales.nextChange()).toBeUndefined();
    expect(sales.intervals()).toEqual([]);
    expect(sales.explain().queues).toEqual([]);
    expect(sales.queues).toEqual([]);
    expect(first?.isOpen()).toBe(false);
    engine.replace(configuration("Sales", "four"));
    expect(sales.resolve()).toMatchObject({ available: true });
    expect(first?.isOpen()).toBe(true);
  });

  it("that is gone, and back, and gone again, answers at any instant and refuses what is none", () => {
    const engine = createEngine(configuration("Sales", "one"), { now });
    const sales = engine.handoff("Sales");
    const [first] = sales.queues;
    const instants = [
      undefined,
      NOW,
      NOW + 0.5,
      NOW - 10 * YEAR,
      NOW + 10 * YEAR,
      63_676_800_000,
      8_639_999_827_200_000,
    ];
    const none = [Number.NaN, Number.POSITIVE_INFINITY, 0, -1, 63_676_799_999, 8_639_999_827_200_001, "2026", {}];
    const check = (expected: object, isOpen: boolean) => {
      for (const at of instants) {
        expect(sales.resolve({ at, channel: "voice", language: "de" })).toEqual(expected);
        expect(first?.isOpen(at)).toBe(isOpen);
      }
      for (const at of none as number[]) {
        const refused = /^`at` must be epoch milliseconds from 63676800000 .*, got .*$/;
        expect(() => sales.resolve({ at })).toThrow(RangeError);
        expect(() => sales.resolve({ at })).toThrow(refused);
        expect(() => first?.isOpen(at)).toThrow(refused);
      }
      expect(sales.resolve({ at: NOW })).toBe(sales.resolve());
    };
    const available = {
      available: true,
      handoff: "Sales",
      function_name: "handoff_sales",
      queue: "Queue",
      transfer_function_name: "transfer",
      instructions: "call",
    };
    check(available, true);
    engine.replace(configuration("Billing", "two"));
    check({ available: false, handoff: "Sales", instructions: "one" }, false);
    engine.replace(configuration("Sales", "three"));
    check(available, true);
    engine.replace(configuration("Billing", "four"));
    engine.replace(configuration("Billing", "five"));
    check({ available: false, handoff: "Sales", instructions: "three" }, false);
    expect(engine.handoff("Billing").resolve()).toMatchObject({ available: true });
  });

  it("that is not the first is gone without a trace of those that stand where it stood", () => {
    const handoffs = ["A", "B", "C"].flatMap((name) => configuration(name, `no ${name}`).handoffs);
    const engine = createEngine({ transfer_functions: [{ name: "transfer" }], handoffs }, { now });
    const handles = handoffs.map(({ name }) => engine.handoff(name));
    for (const kept of [["A", "C"], ["C"], ["B", "C", "A"], ["C", "A"], ["B"], ["A", "B", "C"]]) {
      engine.replace({ ...engine.configuration, handoffs: handoffs.filter(({ name }) => kept.includes(name)) });
      for (const handle of handles) {
        const isKept = kept.includes(handle.name);
        const instructions = isKept ? "call" : `no ${handle.name}`;
        expect(handle.resolve()).toMatchObject({ available: isKept, handoff: handle.name, instructions });
      }
    }
  });

  it("that is gone counts no request as one for an instant outside the window", () => {
    const engine = createEngine(configuration("Sales", "one"), { now });
    const sales = engine.handoff("Sales");
    sales.resolve({ at: NOW + 10 * YEAR });
    engine.replace(configuration("Billing", "two"));
    sales.resolve({ at: NOW + 10 * YEAR });
    expect(engine.status().outsideWindow).toBe(1);
  });

  it("reads the clock once when no instant is given, also while something is closed", () => {
    let reads = 0;
    const engine = createEngine(configuration("Sales", "one"), {
      now: () => {
        reads++;
        return NOW;
      },
    });
    const sales = engine.handoff("Sales");
    const [first] = sales.queues;
    const readsOf = (ask: () => unknown) => {
      reads = 0;
      ask();
      return reads;
    };
    const asked = () => [readsOf(() => sales.resolve()), readsOf(() => first?.isOpen())];
    expect(asked()).toEqual([1, 1]);
    engine.close({ handoff: "Sales", channel: "chat" }, { reason: "training" });
    expect(asked()).toEqual([1, 1]);
    expect([readsOf(() => sales.resolve({ at: NOW })), readsOf(() => first?.isOpen(NOW))]).toEqual([0, 0]);
  });

  it("is gone for the very question at which the host's clock removes it", () => {
    for (const at of [undefined, NOW + 10 * YEAR]) {
      const clock = clockThatCalls(NOW);
      const engine = createEngine(configuration("Sales", "one"), { now: clock.now });
      const sales = engine.handoff("Sales");
      const [first] = sales.queues;
      clock.onRead = () => engine.replace(configuration("Billing", "two"));
      expect(sales.resolve({ at })).toEqual({ available: false, handoff: "Sales", instructions: "one" });
      engine.replace(configuration("Sales", "three"));
      clock.onRead = () => engine.replace(configuration("Billing", "two"));
      expect(first?.isOpen(at)).toBe(false);
    }
  });

  it("knows its queues by place, also those that went and came back", () => {
    const engine = createEngine(configuration("Sales", "one"), { now });
    const sales = engine.handoff("Sales");
    const serve = (...names: string[]) => {
      const destination = names.map((name) => queue({ name, open_24: name !== "closed", weekly_hours: {} }));
      const [handoff] = configuration("Sales", "one").handoffs;
      engine.replace({ ...engine.configuration, handoffs: [{ ...(handoff as object), destination } as never] });
      return sales.queues;
    };
    const three = serve("A", "B", "C");
    expect(three.map((each) => [each.index, each.configuration?.name, each.isOpen()])).toEqual([
      [0, "A", true],
      [1, "B", true],
      [2, "C", true],
    ]);
    expect(sales.queues).toBe(three);
    expect(Object.isFrozen(three)).toBe(true);
    const one = serve("closed");
    expect(one).toEqual([three[0]]);
    expect(one[0]).toBe(three[0]);
    expect(sales.queues).toBe(one);
    expect(three.map((each) => [each.configuration?.name, each.isOpen()])).toEqual([
      ["closed", false],
      [undefined, false],
      [undefined, false],
    ]);
    expect(three[2]?.nextChange()).toBeUndefined();
    expect(three[2]?.intervals(NOW, NOW + YEAR)).toEqual([]);
    const four = serve("D", "E", "F", "G");
    expect(four.slice(0, 3).every((each, i) => each === three[i])).toBe(true);
    expect(three.map((each) => each.configuration?.name)).toEqual(["D", "E", "F"]);
    expect(four.every((each) => each.isOpen())).toBe(true);
  });

  it("takes null for a request as one that leaves everything out", () => {
    const sales = createEngine(configuration("Sales", "one"), { now }).handoff("Sales");
    expect(sales.resolve(null as never)).toBe(sales.resolve());
    expect(sales.explain(null as never)).toEqual(sales.explain());
  });
});

describe("the configuration that serves", () => {
  it("is frozen through and through, a bare destination as well", () => {
    const { configuration } = createEngine([queue({})], { now });
    const frozen = (value: unknown): boolean =>
      typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(configuration)).toBe(true);
  });
});

describe("intervals of a long range", () => {
  it("a queue that hardly ever opens does not make the others' boundaries cost more: a hundred years are listed", () => {
    const rare = queue({
      name: "Rare",
      open_24: false,
      weekly_hours: {},
      date_exceptions: { "2026-12-24": { open_24: true } },
    });
    const hours = [{ start: "09:00", end: "17:00" }];
    const week = queue({ name: "Week", open_24: false, weekly_hours: { mon: hours, thu: hours } });
    const { handoffs } = createEngine([rare, week], { now });
    const found = handoffs[0]?.intervals({ from: NOW, to: NOW + 100 * YEAR }) ?? [];
    expect(found.length).toBeGreaterThan(10_000);
    expect(found.filter(({ queue }) => queue === "Rare")).toHaveLength(1);
  }, 60_000);

  it("that leaves the window is counted as answered from the rules, once", () => {
    const engine = createEngine([queue({})], { now });
    engine.handoff("default").intervals({ from: NOW, to: NOW + 3 * YEAR });
    engine.handoff("default").queues[0]?.intervals(NOW - YEAR, NOW);
    engine.handoff("default").intervals();
    expect(engine.status().outsideWindow).toBe(2);
  });
});
