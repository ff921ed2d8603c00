import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLeaf, NOWHERE } from "../../src/tree/find-leaf.ts";
import { boundaryAfter, keyOf, openIn } from "../../src/tree/leaf.ts";
import { leafAt, listOf } from "../../src/tree/list.ts";
import { widthFor, writeLeaf } from "../../src/tree/write-leaves.ts";
import { holds } from "../properties/holds.ts";
import type { Day } from "./days-by-hand.ts";

const MINUTES = 1440;
const NO_BOUNDARY = 2047;
/** Words of which each has a boundary at 00:00, which no leaf has: a lookup that reads beside its leaf shows. */
const GARBAGE = (1 << 24) | (1 << 12) | 1;

/** Whether it is open, from interval to interval. */
function isWithin(day: Day, minute: number): boolean {
  for (let i = 0; i < day.length; i += 2) {
    if (minute >= (day[i] as number) && minute < (day[i + 1] as number)) return true;
  }
  return false;
}

/** The minutes of the day, but its first, at which it is not what it was the minute before. */
function turnsOf(day: Day): readonly number[] {
  const minutes = Array.from({ length: MINUTES }, (_, minute) => minute).slice(1);
  return minutes.filter((minute) => isWithin(day, minute) !== isWithin(day, minute - 1));
}

/** First and second boundary of each word, as it is documented. */
function boundariesIn(words: Int32Array): readonly number[] {
  return [...words].flatMap((word) => [(word >> 13) & 2047, (word >> 1) & 2047]);
}

/** The leaf as the third of a list, among garbage. */
function checkLeaf(day: Day, width: number): void {
  const [start, size] = [6, 1 << width];
  const words = new Int32Array(start + 4 * size).fill(GARBAGE);
  const list = listOf(start, width, false);
  const leaf = leafAt(words, list, 2, 0);
  expect(leaf).toBe(start + 2 * size);
  writeLeaf(words, leaf, width, day, 0, day.length);
  expect(words.subarray(0, leaf).every((word) => word === GARBAGE)).toBe(true);
  expect(words.subarray(leaf + size).every((word) => word === GARBAGE)).toBe(true);

  const turns = turnsOf(day);
  const padding = new Array<number>(2 * size - turns.length).fill(NO_BOUNDARY);
  expect(boundariesIn(words.subarray(leaf, leaf + size))).toEqual([...turns, ...padding]);
  expect(findLeaf(words, words.length, list, day, 0, day.length)).toBe(2);

  const wrong: string[] = [];
  for (let minute = 0, next = 0; minute < MINUTES; minute++) {
    while ((turns[next] ?? MINUTES) <= minute) next++;
    const said = [openIn(words, list, 2, 0, keyOf(minute)), boundaryAfter(words, leaf, width, minute)];
    const wanted = [isWithin(day, minute) ? 1 : 0, turns[next] ?? NO_BOUNDARY];
    if (`${said}` !== `${wanted}`) wrong.push(`minute ${minute}: ${said}, not ${wanted}`);
  }
  expect(wrong).toEqual([]);
}

/** Intervals of `length` minutes, one in each `every`, from minute `first` on. */
function intervals(count: number, first: number, every: number, length: number): Day {
  return Array.from({ length: count }, (_, i) => [first + i * every, first + i * every + length]).flat();
}

const DAYS: readonly (readonly [string, Day, width: number])[] = [
  ["closed all day", [], 1],
  ["open all day", [0, 1440], 1],
  ["one boundary, open at first", [0, 1], 1],
  ["one boundary, open at last", [1439, 1440], 1],
  ["two boundaries", [540, 1020], 1],
  ["two boundaries, closed between", [0, 540, 1020, 1440], 1],
  ["three boundaries, open at first", [0, 60, 540, 1020], 1],
  ["three boundaries, open at last", [60, 120, 540, 1440], 1],
  ["four boundaries", [1, 2, 1438, 1439], 1],
  ["four boundaries, open at both ends", [0, 1, 2, 3, 4, 1440], 1],
  ["five boundaries, open at first", [0, 60, 120, 180, 240, 300], 2],
  ["five boundaries, open at last", [60, 120, 180, 240, 300, 1440], 2],
  ["eight boundaries", intervals(4, 100, 300, 50), 2],
  ["nine boundaries", [0, 50, ...intervals(4, 100, 300, 50)], 3],
  ["256 boundaries", intervals(128, 3, 11, 4), 7],
  ["257 boundaries", [0, 1, ...intervals(128, 3, 11, 4)], 8],
  ["hundreds", intervals(360, 1, 4, 2), 9],
  ["1024", intervals(512, 1, 2, 1), 9],
  ["1025", [0, 1, ...intervals(512, 2, 2, 1)], 10],
  ["one at every minute", intervals(720, 0, 2, 1), 10],
];

const day: fc.Arbitrary<Day> = fc
  .oneof(
    fc.uniqueArray(fc.integer({ min: 0, max: MINUTES }), { maxLength: 12 }),
    fc.uniqueArray(fc.integer({ min: 0, max: MINUTES }), { maxLength: 400, size: "max" }),
    fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 4, 1436, 1437, 1438, 1439, 1440)),
  )
  .map((minutes) => minutes.sort((a, b) => a - b).slice(0, minutes.length - (minutes.length % 2)));

describe("a leaf is found exactly at every minute of its day", () => {
  it.each(DAYS)("%s", (_, day, width) => {
    expect(widthFor(day, 0, day.length)).toBe(width);
    checkLeaf(day, width);
  });

  it.each(DAYS)("in a wider leaf than it needs: %s", (_, day, width) => {
    for (let wider = width + 1; wider <= 10; wider++) checkLeaf(day, wider);
  });

  it("whatever the day", () => {
    holds(fc.tuple(day, fc.nat({ max: 2 })), 300, ([day, more]) => {
      const width = widthFor(day, 0, day.length);
      expect(2 << width).toBeGreaterThanOrEqual(turnsOf(day).length);
      if (width > 1) expect(1 << width).toBeLessThan(turnsOf(day).length);
      checkLeaf(day, Math.min(width + more, 10));
    });
  });

  it("and no other day's leaf is taken for it", () => {
    holds(fc.tuple(day, day), 500, ([one, other]) => {
      const width = Math.max(widthFor(one, 0, one.length), widthFor(other, 0, other.length));
      const words = new Int32Array(1 << width);
      writeLeaf(words, 0, width, one, 0, one.length);
      const list = listOf(0, width, false);
      expect(findLeaf(words, words.length, list, other, 0, other.length)).toBe(`${one}` === `${other}` ? 0 : NOWHERE);
      expect(findLeaf(words, words.length - 1, list, one, 0, one.length)).toBe(NOWHERE);
    });
  });
});
