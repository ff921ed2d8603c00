import { describe, expect, it } from "vitest";
import { asConfiguration } from "../../src/config/bare-destination.ts";
import { createEngine, type Progress, type ZoneSource } from "../../src/index.ts";
import { keptZones } from "../../src/kept-zones.ts";
import { type Budget, Live } from "../../src/live.ts";
import { isOpenByRule } from "../../src/schedule/schedule.ts";
import { compileState, type State } from "../../src/state.ts";
import { isOpen } from "../../src/tree/tree.ts";
import type { Window } from "../../src/tree/tree-builder.ts";
import { configuration as configurationOf, queue } from "../law-changes/sample.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-09-01T12:00:00Z");
const NAMES = ["Europe/Paris", "Europe/London", "America/New_York", "Asia/Tokyo"];

const configuration = (hour: number) =>
  asConfiguration(
    NAMES.map((timezone, i) =>
      queue(`Queue ${i}`, timezone, { weekly_hours: { mon: [{ start: `0${i + hour}:00`, end: "17:00" }] } }),
    ),
  );

/** A source of the host's own. */
function mine(spans: ZoneSource["spans"]): ZoneSource {
  return { name: "mine", version: "2026f", has: () => true, names: () => NAMES, spans };
}

/**
 * How many minutes are wrong while the window rolls on, by a source of the host's own: `meanwhile` is done each time that it
 * is read for a roll.
 */
function wrongWhile(meanwhile: (live: Live, compile: (hour: number, window: Window) => State) => void, budget: Budget) {
  let now = START;
  let live: Live | undefined;
  let isBusy = false;
  let wrong = 0;
  const source = mine((timezone, from, to) => {
    if (live?.rolling && !isBusy) {
      isBusy = true;
      meanwhile(live, compile);
      isBusy = false;
    }
    return { from, to, starts: [from], offsets: [60 * NAMES.indexOf(timezone)] };
  });
  const zones = keptZones(source);
  const compile = (hour: number, window: Window) => compileState(configuration(hour), zones, window, 1);
  live = new Live(
    () => now,
    { pastDays: 3, aheadDays: 60 },
    (window) => compile(0, window),
    budget,
  );
  for (const end = START + 400 * DAY; now < end; now += DAY) {
    do live.now();
    while (live.rolling);
    if (now % (8 * DAY) === START % (8 * DAY)) wrong += wrongMinutes(live.state);
  }
  return wrong;
}

function wrongMinutes({ tree, numbers, zones }: State): number {
  let wrong = 0;
  for (const [number, schedule] of numbers.schedules.entries()) {
    for (let minute = tree.firstMinute; minute < tree.endMinute; minute += 60) {
      if (isOpen(tree, number, minute) !== isOpenByRule(schedule, minute, zones)) wrong++;
    }
  }
  return wrong;
}

describe("a source of the host's own that uses the engine while a roll reads it", () => {
  it.each<[string, Budget]>([
    ["a piece at a time", () => () => false],
    ["at once", () => () => true],
  ])("makes no roll leave out a schedule, %s", (_, budget) => {
    let asked = 0;
    const wrong = wrongWhile((one) => {
      one.now();
      asked++;
    }, budget);
    expect(asked).toBeGreaterThan(0);
    expect(wrong).toBe(0);
  });

  it("does not have the days of what it replaced put in place of those that serve", () => {
    let replaced = 0;
    const wrong = wrongWhile(
      (one, compile) => {
        if (replaced++ === 0) one.serve((window) => compile(3, window));
      },
      () => () => true,
    );
    expect(replaced).toBeGreaterThan(0);
    expect(wrong).toBe(0);
  });
});

describe("a source of the host's own that replaces what serves while a replace reads it", () => {
  const hours = (start: string, end: string) => ({ weekly_hours: { wed: [{ start, end }] } });

  /** An engine whose source replaces with one queue more, open from 20:00 to 21:00, when it reads London. */
  function engineThatAsksBack(onProgress?: (progress: Progress) => void) {
    let replaces: (() => void) | undefined;
    const zones = mine((timezone, from, to) => {
      if (timezone === "Asia/Tokyo") throw new Error("the disk is gone");
      if (timezone === "Europe/London") replaces?.();
      return { from, to, starts: [from], offsets: [0] };
    });
    const given = configurationOf(...Array.from({ length: 64 }, () => [queue("Queue", "Europe/Paris")]));
    const engine = createEngine(given, { zones, now: () => START, ...(onProgress && { onProgress }) });
    const { configuration } = engine;
    const withQueues = (...made: readonly ReturnType<typeof queue>[]) => ({
      ...configuration,
      handoffs: configuration.handoffs.map((handoff, h) => {
        const [other] = made.slice(h, h + 1);
        return other === undefined ? handoff : { ...handoff, destination: [other] };
      }),
    });
    replaces = () => {
      replaces = undefined;
      engine.replace(withQueues(queue("New", "America/New_York", hours("20:00", "21:00"))));
    };
    const open = () =>
      ["01:30", "20:30"].filter(
        (time) => engine.resolve("Handoff 0", { at: Date.parse(`2026-09-02T${time}Z`) }).available,
      );
    return { engine, withQueues, open };
  }

  const LONDON = queue("New", "Europe/London", hours("01:00", "02:00"));

  it("leaves the hours of that alone when the replace that reads it fails", () => {
    const { engine, withQueues, open } = engineThatAsksBack();
    const failing = withQueues(LONDON, queue("New", "Asia/Tokyo", hours("03:00", "04:00")));
    expect(() => engine.replace(failing)).toThrow("the disk is gone");
    expect(open()).toEqual(["20:30"]);
  });

  it("leaves them alone also when it fails later, for there is no room", () => {
    let fails = false;
    const { engine, withQueues, open } = engineThatAsksBack(({ phase }) => {
      if (fails && phase === "compile") throw new Error("no more");
    });
    const intervals = Array.from({ length: 720 }, (_, i) => {
      const time = (minute: number) =>
        `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
      return { start: time(2 * i), end: time(2 * i + 1) };
    });
    const wide = queue("Wide", "Europe/Paris", { weekly_hours: { mon: intervals, tue: intervals } });
    const large = withQueues(LONDON, wide);
    fails = true;
    expect(() => engine.replace(large)).toThrow("no more");
    expect(open()).toEqual(["20:30"]);
  });

  it("is replaced in turn, under the next revision", async () => {
    const { engine, withQueues, open } = engineThatAsksBack();
    const told: number[] = [];
    engine.on("replace", ({ revision }) => told.push(revision));
    engine.replace(withQueues(LONDON));
    expect(open()).toEqual(["01:30"]);
    expect(engine.status().revision).toBe(3);
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toEqual([2, 3]);
  });
});

describe("a source of the host's own that gives the same arrays for each answer", () => {
  it("is read at once: what it says next does not change what it has said", () => {
    const starts: number[] = [];
    const offsets: number[] = [];
    const zones = mine((timezone, from, to) => {
      starts.splice(0, starts.length, from);
      offsets.splice(0, offsets.length, 60 * NAMES.indexOf(timezone));
      return { from, to, starts, offsets };
    });
    const given = configurationOf(
      NAMES.map((zone, i) => queue(`Queue ${i}`, zone, { weekly_hours: { wed: [{ start: "10:00", end: "11:00" }] } })),
    );
    const engine = createEngine(given, { zones, now: () => START, window: { pastDays: 0, aheadDays: 30 } });
    const opens = engine.handoff("Handoff 0").queues.map((each) => each.intervals(START, START + 7 * DAY));
    expect(opens).toEqual(
      NAMES.map((_, i) => {
        const start = Date.parse("2026-09-02T10:00:00Z") - i * 3_600_000;
        return [{ start, end: start + 3_600_000 }];
      }),
    );
  });
});
