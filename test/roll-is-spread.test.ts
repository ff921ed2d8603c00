import { describe, expect, it } from "vitest";
import { asConfiguration } from "../src/config/bare-destination.ts";
import type { QueueConfiguration } from "../src/config/types.ts";
import { createEngine, type ZoneSource } from "../src/index.ts";
import { Live } from "../src/live.ts";
import { compileState, type State } from "../src/state.ts";
import { cachedZones } from "../src/time/cached-zones.ts";
import { runtimeZones } from "../src/time/runtime-zones.ts";
import { bytesOf, covers, isOpen } from "../src/tree/tree.ts";

const DAY = 86_400_000;
const HOUR_MINUTES = 60;
const WINDOW = { pastDays: 3, aheadDays: 60 };
const START = Date.parse("2026-09-01T22:00:00Z");
const ZONES = cachedZones(runtimeZones());
const NAMES = ["America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kolkata", "America/Santiago"];

const queues = NAMES.map(
  (timezone, i): QueueConfiguration => ({
    name: `Queue ${i}`,
    type: "Agent_queue",
    enabled: true,
    open_24: false,
    timezone,
    transfer_function_name: "transfer",
    weekly_hours: { mon: [{ start: "09:00", end: "17:00" }], sat: [{ start: "22:00", end: "03:00" }], sun: [] },
    date_exceptions: {
      "2026-10-04": { open_24: true },
      "2027-03-14": { closed: true },
      "2027-11-07": { open_24: true },
    },
  }),
);
const configuration = asConfiguration(queues);
const compile = (window: Parameters<typeof compileState>[2]): State => compileState(configuration, ZONES, window, 1);

/** Rolls one schedule a use: the longest that a roll can be drawn out. */
function slowLive(clock: () => number): Live {
  return new Live(clock, WINDOW, compile, () => () => false);
}

function openHours({ tree, numbers }: State): readonly string[] {
  return numbers.schedules.map((_, schedule) => {
    const first = tree.firstDay * 24;
    const hours = Array.from({ length: tree.days * 24 }, (_, i) => first + i);
    return hours.map((hour) => (isOpen(tree, schedule, hour * HOUR_MINUTES) ? "1" : "0")).join("");
  });
}

describe("a roll is spread over uses", () => {
  it("takes many uses at the smallest budget, a schedule or a piece of a zone each, and the tree that serves is whole all the while", () => {
    let now = START;
    const live = slowLive(() => now);
    while (!live.rolling) {
      now += DAY;
      live.now();
    }
    const before = live.state.tree;
    let uses = 0;
    for (; live.rolling; uses++) {
      expect(live.state.tree).toBe(before);
      expect(covers(live.state.tree, now / 60_000)).toBe(true);
      live.now();
    }
    expect(uses).toBeGreaterThan(NAMES.length);
    expect(uses).toBeLessThan(NAMES.length * 8);
    expect(live.state.tree.firstDay).toBe(before.firstDay + 1);
    expect(openHours(live.state)).toEqual(openHours(new Live(() => now, WINDOW, compile).state));
  });

  it("is done at once where the rows reach beyond the window", () => {
    let now = START;
    const live = slowLive(() => now);
    const { words } = live.state.tree;
    now += DAY;
    live.now();
    expect(live.rolling).toBe(false);
    expect(live.state.tree.firstDay).toBe(Math.floor(now / DAY) - WINDOW.pastDays);
    expect(live.state.tree.words).toBe(words);
    expect(openHours(live.state)).toEqual(openHours(new Live(() => now, WINDOW, compile).state));
  });

  it("catches up when days pass during a roll, and when the clock leaps out of the window", () => {
    let now = START;
    const live = slowLive(() => now);
    for (const step of [DAY, DAY, 3 * DAY, 200 * DAY, -100 * DAY]) {
      now += step;
      live.now();
      live.now();
    }
    for (let use = 0; live.rolling && use < 100; use++) live.now();
    expect(openHours(live.state)).toEqual(openHours(new Live(() => now, WINDOW, compile).state));
  });

  it("a thousand days of rolling need no more memory than the days of a year are different", () => {
    let now = START;
    const live = new Live(() => now, WINDOW, compile);
    const mostBytes = (days: number) => {
      let most = 0;
      for (let day = 0; day < days; day++) {
        now += DAY;
        do live.now();
        while (live.rolling);
        most = Math.max(most, bytesOf(live.state.tree));
      }
      return most;
    };
    const inTwoYears = mostBytes(800);
    expect(mostBytes(1000)).toBeLessThanOrEqual(inTwoYears);
    expect(live.state.tree.days).toBe(WINDOW.pastDays + 1 + WINDOW.aheadDays);
    expect(openHours(live.state)).toEqual(openHours(new Live(() => now, WINDOW, compile).state));
  });

  it("gets ahead even when a day passes with each use", () => {
    let now = START;
    const live = slowLive(() => now);
    for (let use = 0; use < 300; use++) {
      now += DAY;
      live.now();
      expect(covers(live.state.tree, Math.floor(now / 60_000))).toBe(true);
    }
  });

  it("is not taken back when something is closed or reopened in its midst", () => {
    let now = START;
    const live = slowLive(() => now);
    now += 90 * DAY;
    do live.keep(() => live.closures);
    while (live.rolling);
    expect(openHours(live.state)).toEqual(openHours(new Live(() => now, WINDOW, compile).state));
  });

  it("is dropped when the clock turns out to have been wrong", () => {
    let now = START;
    const live = slowLive(() => now);
    const { firstDay } = live.state.tree;
    now -= 30 * DAY;
    live.now();
    expect(live.rolling).toBe(true);
    now += 30 * DAY;
    live.now();
    expect(live.rolling).toBe(false);
    expect(live.state.tree.firstDay).toBe(firstDay);
  });
});

describe("a roll whose time zones cannot be read", () => {
  it("leaves the window that serves, says why, and succeeds an hour later", () => {
    let now = START;
    let broken = false;
    const zones: ZoneSource = {
      ...ZONES,
      spans(...asked) {
        if (broken) throw new Error("the disk is gone");
        return ZONES.spans(...asked);
      },
    };
    const engine = createEngine(queues, { now: () => now, window: WINDOW, zones: { ...zones, spans: zones.spans } });
    // The engine keeps what it has read; a window two pieces away has to be read anew.
    broken = true;
    now += 1500 * DAY;
    expect(() => engine.status()).not.toThrow();
    expect(engine.status().rollFailure).toEqual({
      at: now,
      message: expect.stringMatching(/^time-zone data \(.*\) cannot be read: the disk is gone$/),
    });
    broken = false;
    now += 3_600_000;
    do engine.status();
    while (engine.status().rolling);
    expect(engine.status().rollFailure).toBeUndefined();
    const fresh = createEngine(queues, { now: () => now, window: WINDOW, zones: ZONES });
    const [from, to] = [now - 2 * DAY, now + 50 * DAY];
    const hours = (of: typeof engine) => of.handoff("default").queues.map((queue) => queue.intervals(from, to));
    expect(hours(engine)).toEqual(hours(fresh));
  });

  it("that there is no memory for fails, and does not throw at whoever asks", () => {
    let now = START;
    let isFull = false;
    const live = new Live(
      () => now,
      WINDOW,
      (window) => {
        const state = compile(window);
        const { schedules } = state.numbers;
        const numbers: State["numbers"] = Object.create(state.numbers, {
          schedules: {
            get() {
              if (isFull) throw new RangeError("Array buffer allocation failed");
              return schedules;
            },
          },
        });
        return { ...state, numbers };
      },
    );
    isFull = true;
    now += DAY;
    expect(live.now()).toBe(now);
    expect(live.rollFailure).toEqual({ at: now, message: "Array buffer allocation failed" });
    isFull = false;
    now += HOUR_MINUTES * 60_000;
    do live.now();
    while (live.rolling);
    expect(live.rollFailure).toBeUndefined();
  });
});
