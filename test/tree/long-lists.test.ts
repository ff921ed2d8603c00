import { describe, expect, it } from "vitest";
import { addSchedule, daysToAdd } from "../../src/tree/add-schedule.ts";
import type { DaysToPlace } from "../../src/tree/days-to-place.ts";
import { isLong } from "../../src/tree/list.ts";
import { isOpen, nextBoundary, placeIn, type Tree } from "../../src/tree/tree.ts";
import { TreeBuilder } from "../../src/tree/tree-builder.ts";
import { type Day, daysByHand } from "./days-by-hand.ts";
import { wrongAnswers } from "./wrong-answers.ts";

const ERA = 256;
/** From a day within an era to one within the next but one. */
const WINDOW = { firstDay: 81 * ERA + 200, days: 400 };
const STEP = 15;

/** How many different days a schedule has: as many as rows can tell, one more, and as many as there are. */
const PERIODS = [1, 16, 17, 40, 255, 1000];

/** Different on each day of the period. Every other schedule has more boundaries a day than two words hold. */
function dayOf(schedule: number, day: number): Day {
  const turn = day % (PERIODS[schedule % PERIODS.length] as number);
  if (schedule % 2 === 0) return [turn, 1440 - turn - 1];
  return Array.from({ length: 10 }, (_, i) => 100 * i + (turn % 90) + (i === 9 ? Math.floor(turn / 90) + 1 : 1));
}

function compile(schedule: number, firstDay: number, count: number): DaysToPlace {
  const distinct: Day[] = [];
  const known = new Map<string, number>();
  const days = Array.from({ length: count }, (_, i) => {
    const day = dayOf(schedule, firstDay + i);
    const number = known.get(`${day}`) ?? distinct.push(day) - 1;
    known.set(`${day}`, number);
    return number;
  });
  return daysByHand(distinct, days);
}

function build(schedules: number, window = WINDOW, before?: Tree): Tree {
  const builder = new TreeBuilder(window, schedules, compile, { before });
  expect(builder.advance(() => true)).toBe(true);
  return builder.finish();
}

function checkAnswers(tree: Tree, schedules: number): void {
  expect(wrongAnswers(tree, schedules, dayOf, STEP)).toEqual([]);
}

function listsOf(tree: Tree, schedule: number): readonly number[] {
  const { words, listsStart, eraStarts, stride } = tree;
  return eraStarts.slice(1).map((_, era) => words[listsStart + era * stride + schedule] as number);
}

describe("a schedule of more different days in an era than rows can tell", () => {
  const tree = build(PERIODS.length);

  it("has long lists, and only such a one", () => {
    const long = PERIODS.map((_, schedule) => listsOf(tree, schedule).map(isLong));
    expect(long.map((eras) => eras[1])).toEqual(PERIODS.map((period) => period > 16));
    // Of the first era 56 days are compiled.
    expect(long.map((eras) => eras[0])).toEqual(PERIODS.map((period) => period > 16));
    expect(tree.eraStarts).toHaveLength(4);
  });

  it("has nothing in the rows", () => {
    const { words, stride, days } = tree;
    PERIODS.forEach((period, schedule) => {
      const places = Array.from({ length: days }, (_, day) => placeIn(words, day * stride + schedule));
      expect([period, Math.max(...places)]).toEqual([period, period > 16 ? 0 : period - 1]);
    });
  });

  it("is answered like the others", () => {
    checkAnswers(tree, PERIODS.length);
  });

  it("has its next boundaries over the edges of days and eras", () => {
    for (const schedule of [2, 3, 5]) {
      let open = isOpen(tree, schedule, tree.firstMinute);
      let at = tree.firstMinute;
      for (let minute = at + 1; minute < tree.endMinute; minute++) {
        if (isOpen(tree, schedule, minute) === open) continue;
        open = !open;
        expect(nextBoundary(tree, schedule, at)).toEqual({ minute, open });
        at = minute;
      }
    }
  });

  it("shares its lists with another of the same days, and with no other", () => {
    const schedules = 2 * PERIODS.length;
    const twice = build(schedules);
    PERIODS.forEach((_, schedule) => {
      expect(listsOf(twice, schedule + PERIODS.length)).toEqual(listsOf(twice, schedule));
    });
    const all = PERIODS.flatMap((_, schedule) => listsOf(twice, schedule));
    // One whose days are all the same has the same list in each era; the others begin an era with another day.
    expect(new Set(all).size).toBeGreaterThan(PERIODS.length * 2);
    checkAnswers(twice, schedules);
  });

  it("goes on with the window, within an era and into the next", () => {
    let moved = tree;
    for (let days = 30; days < 700; days += 30) {
      const window = { ...WINDOW, firstDay: WINDOW.firstDay + days };
      const builder = new TreeBuilder(window, PERIODS.length, compile, { before: moved });
      while (!builder.advance(() => false));
      moved = builder.finish();
      expect(moved.firstDay).toBe(window.firstDay);
      checkAnswers(moved, PERIODS.length);
    }
  });

  it("is compiled anew when its rules say something else on days that have no row yet", () => {
    const other = (schedule: number, firstDay: number, count: number) =>
      compile(schedule === 3 ? 2 : schedule, firstDay, count);
    const builder = new TreeBuilder({ ...WINDOW, firstDay: WINDOW.firstDay + 100 }, 4, other, { before: build(4) });
    expect(builder.advance(() => true)).toBe(true);
    const moved = builder.finish();
    const wrong: number[] = [];
    for (let minute = moved.firstMinute; minute < moved.endMinute; minute += STEP) {
      if (isOpen(moved, 3, minute) !== isOpen(moved, 2, minute)) wrong.push(minute);
    }
    expect(wrong).toEqual([]);
  });

  it("is added to a tree that has room, and leaves it as it is", () => {
    const added = PERIODS.length;
    const { words, stride, listsStart } = tree;
    const before = words.slice(0, tree.eraStarts.at(-1));
    const larger = addSchedule(tree, added, compile(2, tree.rowsDay, daysToAdd(tree)));
    if (larger === undefined) throw new Error("no room");
    expect(larger.words).toBe(words);
    expect(listsOf(larger, added).map(isLong)).toEqual([true, true, true]);
    const changed = [...before.keys()].filter((i) => before[i] !== words[i]);
    expect(changed.map((i) => (i - listsStart) % stride)).toEqual([added, added, added]);
    checkAnswers(larger, added);
    const wrong: number[] = [];
    for (let minute = larger.firstMinute; minute < larger.endMinute; minute += STEP) {
      if (isOpen(larger, added, minute) !== isOpen(larger, 2, minute)) wrong.push(minute);
    }
    expect(wrong).toEqual([]);
  });
});
