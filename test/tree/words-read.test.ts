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

/** How many words lookups read, ascending, over every 7th minute of the window. */
function wordsRead(tree: Tree): readonly number[] {
  let read = 0;
  const words = new Proxy(tree.words, {
    get(target, key) {
      read++;
      return Reflect.get(target, key) as unknown;
    },
  });
  const counts = new Set<number>();
  for (let minute = tree.firstMinute; minute < tree.endMinute; minute += 7) {
    read = 0;
    isOpen({ ...tree, words }, 0, minute);
    counts.add(read);
  }
  return [...counts].sort((a, b) => a - b);
}

describe("a lookup reads a row, a list, and as many words of a leaf as the logarithm of its boundaries", () => {
  it.each([
    { every: 1440, intervals: 1, reads: 4 },
    { every: 720, intervals: 2, reads: 4 },
    { every: 480, intervals: 3, reads: 5 },
    { every: 240, intervals: 6, reads: 6 },
    { every: 24, intervals: 60, reads: 9 },
    { every: 4, intervals: 360, reads: 12 },
    { every: 2, intervals: 720, reads: 13 },
  ])("$intervals intervals a day: $reads words, whatever the minute", ({ every, intervals, reads }) => {
    expect(Math.ceil((MINUTES - 1) / every)).toBe(intervals);
    // Two words hold four boundaries; each doubling of that is one word more.
    expect(reads).toBe(2 + 1 + Math.max(1, Math.ceil(Math.log2(intervals))));
    expect(wordsRead(treeOfIntervals(every))).toEqual([reads]);
  });

  it("whatever the number of days that differ: 300 exceptions among 360 intervals a day read no more", () => {
    expect(wordsRead(treeOfIntervals(4, 300))).toEqual([12]);
  });
});
