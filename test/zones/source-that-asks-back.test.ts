import { describe, expect, it } from "vitest";
import { asConfiguration } from "../../src/config/bare-destination.ts";
import { createEngine, type ZoneSource } from "../../src/index.ts";
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

/**
 * How many minutes are wrong while the window rolls on, by a source of the host's own: `meanwhile` is done each time that it
 * is read for a roll.
 */
function wrongWhile(meanwhile: (live: Live, compile: (hour: number, window: Window) => State) => void, budget: Budget) {
  let now = START;
  let live: Live | undefined;
  let isBusy = false;
  let wrong = 0;
  const source: ZoneSource = {
    name: "mine",
    version: "2026f",
    has: () => true,
    names: () => NAMES,
    spans(timezone, from, to) {
      if (live?.rolling && !isBusy) {
        isBusy = true;
        meanwhile(live, compile);
        isBusy = false;
      }
      return { from, to, starts: [from], offsets: [60 * NAMES.indexOf(timezone)] };
    },
  };
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
  it("leaves the hours of that alone when the replace that reads it fails", () => {
    const hours = (start: string, end: string) => ({ weekly_hours: { wed: [{ start, end }] } });
    let replaces: (() => void) | undefined;
    const zones: ZoneSource = {
      name: "mine",
      version: "2026f",
      has: () => true,
      names: () => NAMES,
      spans(timezone, from, to) {
        if (timezone === "Asia/Tokyo") throw new Error("the disk is gone");
        if (timezone === "Europe/London") replaces?.();
        return { from, to, starts: [from], offsets: [0] };
      },
    };
    const given = configurationOf(...Array.from({ length: 64 }, () => [queue("Queue", "Europe/Paris")]));
    const engine = createEngine(given, { zones, now: () => START });
    const { configuration } = engine;
    const withQueues = (...zoned: readonly [timezone: string, start: string, end: string][]) => ({
      ...configuration,
      handoffs: configuration.handoffs.map((handoff, h) => {
        const [timezone, start = "", end = ""] = zoned[h] ?? [];
        return timezone === undefined
          ? handoff
          : { ...handoff, destination: [queue("New", timezone, hours(start, end))] };
      }),
    });
    replaces = () => {
      replaces = undefined;
      engine.replace(withQueues(["America/New_York", "20:00", "21:00"]));
    };
    const failing = withQueues(["Europe/London", "01:00", "02:00"], ["Asia/Tokyo", "03:00", "04:00"]);
    expect(() => engine.replace(failing)).toThrow("the disk is gone");
    const open = ["01:30", "20:30"].filter(
      (time) => engine.resolve("Handoff 0", { at: Date.parse(`2026-09-02T${time}Z`) }).available,
    );
    expect(open).toEqual(["20:30"]);
  });
});
