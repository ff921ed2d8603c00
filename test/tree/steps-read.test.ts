import { describe, expect, it } from "vitest";
import { asConfiguration } from "../../src/config/bare-destination.ts";
import type { CivilInterval, QueueConfiguration } from "../../src/config/types.ts";
import { compileState } from "../../src/state.ts";
import { cachedZones } from "../../src/time/cached-zones.ts";
import { runtimeZones } from "../../src/time/runtime-zones.ts";
import { isOpen, type Tree } from "../../src/tree/tree.ts";

const ZONES = cachedZones(runtimeZones());
const FIRST_DAY = Date.UTC(2026, 10, 16) / 86_400_000;
const MINUTES = 1440;

function time(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Open for a minute, closed for the rest of `every` minutes, all day, with some exceptions to make the days differ. */
function treeOfIntervals(every: number, exceptions = 0): Tree {
  const intervals: CivilInterval[] = [];
  for (let minute = 0; minute + 1 < MINUTES; minute += every) {
    intervals.push({ start: time(minute), end: time(minute + 1) });
  }
  const dates = Array.from({ length: exceptions }, (_, i) =>
    new Date((FIRST_DAY + i) * 86_400_000).toISOString().slice(0, 10),
  );
  const queue: QueueConfiguration = {
    name: "Queue",
    type: "Agent_queue",
    enabled: true,
    open_24: false,
    timezone: "Asia/Kolkata",
    transfer_function_name: "transfer",
    weekly_hours: { mon: intervals, tue: intervals, wed: intervals, thu: intervals, fri: intervals },
    date_exceptions: Object.fromEntries(dates.map((date, i) => [date, { intervals: intervals.slice(i % 7) }])),
  };
  return compileState(asConfiguration([queue]), ZONES, { firstDay: FIRST_DAY, days: 400 }, 1).tree;
}

/** The most steps that a lookup reads, over every 7th minute of the window. */
function mostStepsRead(tree: Tree): number {
  let read = 0;
  const steps = new Proxy(tree.steps, {
    get(target, key) {
      read++;
      return Reflect.get(target, key) as unknown;
    },
  });
  let most = 0;
  for (let minute = tree.firstMinute; minute < tree.endMinute; minute += 7) {
    read = 0;
    isOpen({ ...tree, steps }, 0, minute);
    most = Math.max(most, read);
  }
  return most;
}

describe("a lookup reads as many steps as the logarithm of a day's changes, and two more", () => {
  it.each([
    { every: 1440, intervals: 1, most: 4 },
    { every: 240, intervals: 6, most: 6 },
    { every: 24, intervals: 60, most: 9 },
    { every: 4, intervals: 360, most: 12 },
    { every: 2, intervals: 720, most: 13 },
  ])("$intervals intervals a day: $most", ({ every, intervals, most }) => {
    expect(Math.ceil((MINUTES - 1) / every)).toBe(intervals);
    expect(mostStepsRead(treeOfIntervals(every))).toBe(most);
  });

  it("whatever the number of days that differ: 300 exceptions among 360 intervals a day read no more", () => {
    expect(mostStepsRead(treeOfIntervals(4, 300))).toBe(mostStepsRead(treeOfIntervals(4)));
  });
});
