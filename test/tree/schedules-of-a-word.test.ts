import { describe, expect, it } from "vitest";
import { addSchedule, daysToAdd } from "../../src/tree/add-schedule.ts";
import type { DaysToPlace } from "../../src/tree/days-to-place.ts";
import { isOpen, nextBoundary, placeIn, type Tree } from "../../src/tree/tree.ts";
import { TreeBuilder } from "../../src/tree/tree-builder.ts";
import { type Day, daysByHand } from "./days-by-hand.ts";
import { wrongAnswers } from "./wrong-answers.ts";

const MINUTES = 1440;
/** Over the edge of an era, at a day that is none. */
const WINDOW = { firstDay: 81 * 256 - 20, days: 40 };
const STEP = 30;

/** Open from one minute to another which depend on schedule and day: three days, then the same again. */
function dayOf(schedule: number, day: number): Day {
  const turn = 60 * (1 + (day % 3));
  if (schedule % 3 === 0) return [turn, turn + 30 * (schedule + 1)];
  if (schedule % 3 === 1) return [0, turn, 1440 - 30 * schedule, 1440];
  return Array.from({ length: 6 }, (_, i) => turn + 60 * i + 30 * (schedule % 2));
}

function compile(schedule: number, firstDay: number, count: number): DaysToPlace {
  const distinct = Array.from({ length: 3 }, (_, day) => dayOf(schedule, day));
  return daysByHand(
    distinct,
    Array.from({ length: count }, (_, i) => (firstDay + i) % 3),
  );
}

function build(schedules: number, hasRoom = true): Tree {
  const builder = new TreeBuilder(WINDOW, schedules, compile, { hasRoom });
  expect(builder.advance(() => true)).toBe(true);
  return builder.finish();
}

function checkAnswers(tree: Tree, schedules: number): void {
  expect(wrongAnswers(tree, schedules, dayOf, STEP)).toEqual([]);
}

describe("schedules share the words of rows, eight a word", () => {
  it.each([1, 2, 7, 8, 9, 15, 16, 17])(
    "%i of them are answered each for itself, with room and without",
    (schedules) => {
      checkAnswers(build(schedules), schedules);
      const tight = build(schedules, false);
      expect(tight.stride).toBe([16, 32][Math.floor((schedules - 1) / 16)]);
      expect(tight.listsStart).toBe((tight.stride / 8) * WINDOW.days);
      expect(tight.words).toHaveLength(tight.eraStarts.at(-1) as number);
      checkAnswers(tight, schedules);
    },
  );

  it.each([5, 6, 7, 8])("one that is added beside %i leaves the others' places as they are", (schedules) => {
    let tree = build(schedules);
    const { words, listsStart } = tree;
    const places = () => Array.from({ length: listsStart * 8 }, (_, row) => placeIn(words, row));
    for (let number = schedules; number < schedules + 3; number++) {
      const before = places();
      const larger = addSchedule(tree, number, compile(number, tree.rowsDay, daysToAdd(tree)));
      if (larger === undefined) throw new Error("no room");
      expect(larger.words).toBe(tree.words);
      const after = places();
      const changed = [...after.keys()].filter((i) => after[i] !== before[i]);
      expect(changed.length).toBeGreaterThan(0);
      expect(changed.filter((i) => i % tree.stride !== number)).toEqual([]);
      checkAnswers(tree, number);
      checkAnswers(larger, number + 1);
      tree = larger;
    }
    expect(tree.stride).toBe(16);
    expect(addSchedule(tree, tree.stride, compile(3, tree.rowsDay, daysToAdd(tree)))).toBeUndefined();
  });

  it("those that were added are taken over by the next window, into the next era and after", () => {
    let tree = build(5);
    for (let number = 5; number < 8; number++) {
      const larger = addSchedule(tree, number, compile(number, tree.rowsDay, daysToAdd(tree)));
      if (larger === undefined) throw new Error("no room");
      tree = larger;
    }
    for (let moved = 50; moved < 700; moved += 50) {
      const window = { firstDay: WINDOW.firstDay + moved, days: 60 };
      const builder = new TreeBuilder(window, 8, compile, { before: tree });
      // A stretch at a time, and each time the tree before is whole.
      while (!builder.advance(() => false)) checkAnswers(tree, 8);
      tree = builder.finish();
      expect(tree.firstDay).toBe(window.firstDay);
      checkAnswers(tree, 8);
    }
  });

  it("a leaf that was added to a tree which was given up is taken for none of the tree before", () => {
    const rule = (day: Day) => (_: number, __: number, count: number) => daysByHand([day], new Array(count).fill(0));
    const days: readonly Day[] = [
      [540, 1020],
      [600, 1080],
    ];
    const window = { firstDay: 81 * 256, days: 20 };
    const builder = new TreeBuilder(window, 1, rule(days[0] as Day));
    builder.advance(() => true);
    const tree = builder.finish();
    expect(addSchedule(tree, 1, rule(days[1] as Day)(1, tree.rowsDay, daysToAdd(tree)))).toBeDefined();
    // Moved within the era, beyond the rows: the rules now say what the list of the tree before does not have.
    const next = new TreeBuilder({ firstDay: window.firstDay + 70, days: 20 }, 1, rule(days[1] as Day), {
      before: tree,
    });
    expect(next.advance(() => true)).toBe(true);
    const moved = next.finish();
    const wrong: number[] = [];
    for (let minute = moved.firstMinute; minute < moved.endMinute; minute++) {
      const ofDay = minute % MINUTES;
      if (isOpen(moved, 0, minute) !== (ofDay >= 600 && ofDay < 1080)) wrong.push(minute);
    }
    expect(wrong).toEqual([]);
  });

  it("a next boundary is that of the schedule asked for, over the edges of days and eras", () => {
    const tree = build(7);
    for (let schedule = 0; schedule < 7; schedule++) {
      let at = tree.firstMinute;
      let open = isOpen(tree, schedule, at);
      for (let minute = at + 1; minute < tree.endMinute; minute++) {
        if (isOpen(tree, schedule, minute) === open) continue;
        open = !open;
        expect(nextBoundary(tree, schedule, at)).toEqual({ minute, open });
        expect(nextBoundary(tree, schedule, minute - 1)).toEqual({ minute, open });
        at = minute;
      }
      expect(nextBoundary(tree, schedule, at)).toBeUndefined();
    }
  });
});
