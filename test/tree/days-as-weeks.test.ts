import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DayPattern, oddPattern } from "../../src/schedule/day-pattern.ts";
import { DistinctDays } from "../../src/schedule/distinct-days.ts";
import { eraEnd, type Tree } from "../../src/tree/tree.ts";
import { type Compile, TreeBuilder, type Window } from "../../src/tree/tree-builder.ts";
import { holds } from "../properties/holds.ts";

const NUMBERS = 12;
const number = fc.nat(NUMBERS - 1);
const week = fc.array(number, { minLength: 7, maxLength: 7 });

/** The days of a plan are counted from this one, which no window begins before. */
const FIRST_DAY = 20_000;

/** What one schedule's days are: the last stretch goes on for good, and odd days are as far as windows move. */
const plan = fc.record({
  stretches: fc.array(fc.record({ days: fc.integer({ min: 1, max: 200 }), week }), { maxLength: 24 }),
  odd: fc.array(fc.record({ day: fc.nat(2500), number }), { maxLength: 300 }),
});

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

const oddNumbers = ({ odd }: Plan) => new Map(odd.map(({ day, number }) => [day, number]));

/** Tells the days from `from` on as weeks and odd days. A run of days may begin anywhere, within a stretch as well. */
function tellByWeeks(pattern: DayPattern, plan: Plan, from: number, count: number): void {
  const { stretches } = plan;
  pattern.clear(count);
  let start = 0;
  for (const [s, { days, week }] of stretches.entries()) {
    const end = s === stretches.length - 1 ? Number.POSITIVE_INFINITY : start + days;
    if (start < from + count && end > from) {
      pattern.begin(Math.max(start - from, 0));
      for (let day = 0; day < 7; day++) pattern.setUsual(day, week[(from + day) % 7] as number);
    }
    start = end;
  }
  const odd = oddNumbers(plan);
  for (let day = 0; day < count; day++) {
    // Without a stretch, no week tells what a day is.
    const number = odd.get(from + day) ?? (stretches.length === 0 ? (from + day) % NUMBERS : undefined);
    if (number !== undefined) pattern.addOdd(day, number);
  }
}

/** The same days, each looked up by itself. */
function dayByDay(plan: Plan, from: number, count: number): readonly number[] {
  const weeks = plan.stretches.flatMap(({ days, week }) => Array.from({ length: days }, () => week));
  const odd = oddNumbers(plan);
  return Array.from({ length: count }, (_, i) => {
    const day = from + i;
    return odd.get(day) ?? (weeks[day] ?? weeks.at(-1))?.[day % 7] ?? day % NUMBERS;
  });
}

/** Some need a wider leaf than others. */
const distinct = new DistinctDays();
for (let k = 0; k < NUMBERS; k++) {
  const day = Array.from({ length: k % 4 === 3 ? 8 : 2 }, (_, i) => 60 * (k + 1) + 10 * i);
  distinct.add(day, day.length);
}

function build(window: Window, schedules: number, compile: Compile, before?: Tree): Tree {
  const builder = new TreeBuilder(window, schedules, compile, { before });
  expect(builder.advance(() => true)).toBe(true);
  return builder.finish();
}

/** The trees of a window that moves on. */
function rolled(windows: readonly Window[], schedules: number, compile: Compile): readonly Int32Array[] {
  let tree: Tree | undefined;
  return windows.map((window) => {
    tree = build(window, schedules, compile, tree);
    return tree.words;
  });
}

describe("days that are told as weeks and odd days", () => {
  it("make the tree that the same days make when each is told, also as it moves on", () => {
    const window = fc.record({
      firstDay: fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 1000 }),
      days: fc.integer({ min: 1, max: 500 }),
    });
    // Further than the rows that were made ahead: some moves end within the era, and some behind it.
    const moves = fc.array(fc.integer({ min: 40, max: 200 }), { maxLength: 4 });
    let rowsAdded = 0;
    holds(fc.tuple(window, moves, fc.array(plan, { minLength: 1, maxLength: 9 })), 150, ([first, moves, plans]) => {
      // As compiling has it, one for all: each schedule is told in what the one before left.
      const pattern = new DayPattern();
      const asWeeks: Compile = (schedule, firstDay, count) => {
        // What is compiled for an era goes to its end.
        if (firstDay + count < eraEnd(firstDay)) rowsAdded++;
        tellByWeeks(pattern, plans[schedule] as Plan, firstDay - FIRST_DAY, count);
        return { distinct, days: pattern };
      };
      const each: Compile = (schedule, firstDay, count) => {
        return { distinct, days: oddPattern(dayByDay(plans[schedule] as Plan, firstDay - FIRST_DAY, count)) };
      };
      const windows = [first];
      for (const days of moves) {
        const { firstDay } = windows.at(-1) as Window;
        windows.push({ ...first, firstDay: firstDay + days });
      }
      expect(rolled(windows, plans.length, asWeeks)).toEqual(rolled(windows, plans.length, each));
    });
    expect(rowsAdded).toBeGreaterThan(0);
  });
});
