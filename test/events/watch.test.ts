import { describe, expect, it } from "vitest";
import {
  type AnswerChange,
  createEngine,
  type Engine,
  type EngineOptions,
  type WatchRequest,
} from "../../src/index.ts";
import { CONFIGURATION, DAY, HOUR, handoff, MINUTE, NOW, queue, SINCE } from "../closures/sample.ts";
import { FakeTime } from "./fake-time.ts";

const reason = "fire alarm";

/** Open on workdays from 09:00 to 17:00. */
const OFFICE: WatchRequest = { handoff: "Billing", channel: "chat", language: "de" };
const OPENS = SINCE - 3 * HOUR;
const CLOSES = SINCE + 5 * HOUR;

interface Told {
  /** What the wall clock showed when the callback came. */
  readonly when: number;
  readonly at: number;
  readonly available: boolean;
  readonly by: AnswerChange["by"];
}

function watched(request: WatchRequest = OFFICE, options: EngineOptions = {}, now: number = NOW) {
  const time = new FakeTime(now);
  const engine = createEngine(CONFIGURATION, { now: time.now, timers: time.timers, ...options });
  const told: Told[] = [];
  const changes: AnswerChange[] = [];
  const stop = engine.watch(request, (change) => {
    changes.push(change);
    told.push({ when: time.now(), at: change.at, available: change.after.available, by: change.by });
  });
  return { time, engine, told, changes, stop };
}

const flip = (at: number, available: boolean, when: number = at): Told => ({ when, at, available, by: "time" });

describe("a watch", () => {
  it("tells of each flip at the very millisecond of the boundary, with the answers before and after", () => {
    const { time, told, changes, engine } = watched();
    time.advanceTo(CLOSES - 1);
    expect(told).toEqual([]);
    time.advanceTo(SINCE + 2 * DAY);
    expect(told).toEqual([
      flip(CLOSES, false),
      flip(OPENS + DAY, true),
      flip(CLOSES + DAY, false),
      flip(OPENS + 2 * DAY, true),
    ]);
    expect(changes[0]).toEqual({
      ...OFFICE,
      at: CLOSES,
      before: engine.resolve("Billing", { ...OFFICE, at: CLOSES - 1 }),
      after: engine.resolve("Billing", { ...OFFICE, at: CLOSES }),
      by: "time",
    });
    expect(Object.isFrozen(changes[0])).toBe(true);
  });

  it("agrees with nextChange for weeks", () => {
    const { time, told, engine } = watched({ handoff: "Billing" });
    time.advance(30 * DAY);
    const expected: number[] = [];
    for (let at = NOW; ; ) {
      const next = engine.handoff("Billing").nextChange({ at });
      if (next === undefined || next.at > time.now()) break;
      expected.push(next.at);
      at = next.at;
    }
    expect(told.map(({ at }) => at)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(40);
  });

  it("tells when another queue serves as well: the answer is another, though no less available", () => {
    const { time, changes } = watched({ handoff: "Billing", channel: "voice", language: "de" });
    time.advanceTo(CLOSES);
    expect(changes.map(({ before, after }) => [before, after])).toMatchObject([
      [{ queue: "Office" }, { queue: "Night" }],
    ]);
  });

  it("tells of what closes and reopens by hand, at once, and of a closure that ends by itself", () => {
    const { time, told, engine } = watched();
    engine.close({ handoff: "Billing" }, { reason });
    expect(told).toEqual([]);
    time.settle();
    expect(told).toEqual([{ when: NOW, at: NOW, available: false, by: "close" }]);
    time.advance(HOUR);
    engine.reopen("everything");
    time.settle();
    expect(told[1]).toEqual({ when: NOW + HOUR, at: NOW + HOUR, available: true, by: "reopen" });
    engine.close({ channel: "chat" }, { reason, until: SINCE + 2 * HOUR });
    time.advance(2 * HOUR);
    expect(told[3]).toEqual(flip(SINCE + 2 * HOUR, true));
    expect(told).toHaveLength(4);
  });

  it("tells of a replace that changes what the answer says, and not of one that does not", () => {
    const { time, told, engine, changes } = watched();
    engine.replace(structuredClone(CONFIGURATION));
    time.settle();
    expect(told).toEqual([]);
    const [billing, sales] = CONFIGURATION.handoffs;
    engine.replace({
      ...CONFIGURATION,
      handoffs: [{ ...billing, agent_available_instructions: "Ask first." } as never],
    });
    time.settle();
    expect(changes[0]).toMatchObject({ by: "replace", after: { available: true, instructions: "Ask first." } });
    engine.replace({ ...CONFIGURATION, handoffs: [sales as never] });
    engine.replace(CONFIGURATION);
    time.settle();
    expect(told.slice(1).map(({ available, by }) => [available, by])).toEqual([
      [false, "replace"],
      [true, "replace"],
    ]);
  });

  it("of no handoff in particular watches them all, those that come later too, and so do listeners to `change`", () => {
    const { time, engine, changes } = watched({ channel: "chat", language: "de" });
    const heard: string[] = [];
    engine.on("change", ({ handoff: name }) => heard.push(name));
    engine.replace({ ...CONFIGURATION, handoffs: [...CONFIGURATION.handoffs, handoff("New", [queue("One")])] });
    time.settle();
    expect(changes).toEqual([]);
    engine.close({}, { reason });
    time.settle();
    expect(changes.map((change) => change.handoff)).toEqual(["Billing", "Sales", "New"]);
    expect(heard).toEqual(["Billing", "Sales", "New"]);
  });

  it("refuses unknown handoffs and what is no function", () => {
    const { engine } = watched();
    expect(() => engine.watch({ handoff: "Biling" }, () => {})).toThrow(
      "no handoff is named `Biling`; did you mean `Billing`?",
    );
    expect(() => engine.watch({}, undefined as never)).toThrow(
      new TypeError("a listener must be a function, got undefined"),
    );
  });
});

describe("the timer of watches", () => {
  it("is one, and there is none when nothing is watched", () => {
    const { time, engine, stop } = watched();
    const [second, third] = [engine.watch({}, () => {}), engine.on("change", () => {})];
    expect(time.pending).toBe(1);
    time.advance(DAY);
    expect(time.pending).toBe(1);
    for (const end of [stop, second, second, third]) end();
    expect(time.pending).toBe(0);
    const { wakes } = time;
    time.advance(DAY);
    expect(time.wakes).toBe(wakes);
    engine.watch({}, () => {});
    expect(time.pending).toBe(1);
  });

  it("is none for other events", () => {
    const time = new FakeTime(NOW);
    const engine = createEngine(CONFIGURATION, { now: time.now, timers: time.timers });
    for (const name of ["roll", "replace", "refuse", "zones", "close", "reopen", "error"] as const)
      engine.on(name, () => {});
    expect(time.pending).toBe(0);
  });

  it("never calls before the boundary, and does not spin, when timers fire early", () => {
    for (const early of [1, 2, 5, 1000]) {
      const { time, told } = watched();
      time.early = early;
      time.advanceTo(SINCE + 2 * DAY);
      expect(told).toHaveLength(4);
      for (const { when, at } of told) {
        expect(when).toBeGreaterThanOrEqual(at);
        expect(when - at).toBeLessThan(2 * early + 2);
      }
      expect(time.wakes).toBeLessThan(2 * 24 * 60 * 14);
    }
  });

  it("waits longer each time when the clock stands still", () => {
    const time = new FakeTime(SINCE + MINUTE - 1);
    createEngine(CONFIGURATION, { now: () => SINCE + MINUTE - 1, timers: time.timers }).watch({}, () => {});
    time.advance(HOUR);
    expect(time.wakes).toBeLessThan(80);
    expect(time.waits.slice(0, 6)).toEqual([1, 1, 2, 4, 8, 16]);
  });

  it("never waits longer than a minute, however far away the next change is", () => {
    const rare = queue("Rare", {
      open_24: false,
      weekly_hours: {},
      date_exceptions: { "2027-11-26": { open_24: true } },
    });
    const time = new FakeTime(NOW);
    const engine = createEngine([rare], { now: time.now, timers: time.timers });
    const told: number[] = [];
    engine.watch({}, () => told.push(time.now()));
    const [opens, closes] = [Date.parse("2027-11-26T00:00:00Z"), Date.parse("2027-11-27T00:00:00Z")];
    // Farther than a timer can wait at a stretch.
    expect(opens - NOW).toBeGreaterThan(2 ** 31);
    time.advanceTo(closes + DAY);
    expect(told).toEqual([opens, closes]);
    expect(time.waits.every((wait) => wait > 0 && wait <= MINUTE)).toBe(true);
    expect(time.wakes).toBeLessThanOrEqual((closes + DAY - NOW) / MINUTE + 1);
  });

  it("is at most a minute late after the clock was set ahead or the machine slept, and tells the instant all the same", () => {
    const { time, told } = watched();
    time.leap(CLOSES + 20_000 - time.now());
    time.advance(MINUTE);
    expect(told).toEqual([flip(CLOSES, false, told[0]?.when)]);
    expect(told[0]?.when).toBeLessThanOrEqual(CLOSES + 20_000 + MINUTE);
    // Closed as before, though it was open twice meanwhile.
    time.leap(2 * DAY);
    time.advance(MINUTE);
    expect(told).toHaveLength(1);
    time.leap(16 * HOUR);
    time.advance(MINUTE);
    expect(told[1]).toMatchObject({ at: OPENS + 3 * DAY, available: true });
    expect(told).toHaveLength(2);
  });

  it("tells of a change when the clock is set back, dated now, and again when time comes to it", () => {
    const { time, told } = watched();
    time.advanceTo(CLOSES + HOUR);
    time.leap(-2 * HOUR);
    time.advance(MINUTE);
    expect(told[1]).toMatchObject({ available: true, by: "time", at: told[1]?.when });
    time.advance(HOUR);
    expect(told[2]).toEqual(flip(CLOSES, false));
    expect(told).toHaveLength(3);
  });

  it("survives leaps of years, and dates what it cannot trace with now", () => {
    const { time, told } = watched();
    time.leap(3650 * DAY);
    time.advance(MINUTE);
    const open = told.length;
    time.leap(12 * HOUR);
    time.advance(MINUTE);
    expect(told.length).toBe(open + 1);
    time.leap(-3650 * DAY);
    time.advance(MINUTE);
    time.advance(30 * DAY);
    expect(told.at(-1)?.when).toBe(told.at(-1)?.at);
  });

  it("outlives a clock that fails", () => {
    const time = new FakeTime(NOW);
    let broken = false;
    const now = () => (broken ? Number.NaN : time.now());
    const engine = createEngine(CONFIGURATION, { now, timers: time.timers });
    const told: number[] = [];
    engine.watch(OFFICE, () => told.push(time.now()));
    broken = true;
    time.advance(10 * MINUTE);
    broken = false;
    time.advanceTo(CLOSES);
    expect(told).toEqual([CLOSES]);
    expect(engine.status().listenerFailures).toMatchObject({ count: 10, last: { event: "change" } });
  });

  it("rolls the window", () => {
    const { time, engine } = watched();
    const rolled: number[] = [];
    engine.on("roll", ({ at }) => rolled.push(at));
    const { from } = engine.status().window;
    time.advance(3 * DAY);
    expect(rolled).toEqual([1, 2, 3].map((day) => Math.floor(NOW / DAY + day) * DAY));
    expect(engine.status().window.from).toBe(from + 3 * DAY);
  });
});

describe("the runtime's timers", () => {
  it("keep no process alive", async () => {
    const engine: Engine = createEngine(CONFIGURATION);
    const before = process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    const stop = engine.watch({}, () => {});
    expect(process.getActiveResourcesInfo().filter((kind) => kind === "Timeout")).toHaveLength(before);
    stop();
  });
});
