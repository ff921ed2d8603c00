import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DayPattern, oddPattern } from "../../src/schedule/day-pattern.ts";
import { DistinctDays } from "../../src/schedule/distinct-days.ts";
import { type Compile, TreeBuilder, type Window } from "../../src/tree/tree-builder.ts";
import { holds } from "../properties/holds.ts";

const KINDS = 12;
const kind = fc.nat(KINDS - 1);
const week = fc.array(kind, { minLength: 7, maxLength: 7 });

/** What one schedule's days are, as far as a window reaches. */
const plan = fc.record({
  stretches: fc.array(fc.record({ days: fc.integer({ min: 1, max: 200 }), week }), { maxLength: 12 }),
  odd: fc.array(fc.record({ day: fc.nat(900), kind }), { maxLength: 120 }),
});

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

function patternOf({ stretches, odd }: Plan, count: number): DayPattern {
  const pattern = new DayPattern();
  pattern.clear(count);
  let start = 0;
  for (const { days, week } of stretches) {
    if (start >= count) break;
    pattern.begin(start);
    for (const [weekday, kind] of week.entries()) pattern.setUsual(weekday, kind);
    start += days;
  }
  const odds = new Map(odd.map((each) => [each.day, each.kind]));
  for (let day = 0; day < count; day++) {
    // Without a stretch, no week tells what a day is.
    const kind = odds.get(day) ?? (stretches.length === 0 ? day % KINDS : undefined);
    if (kind !== undefined) pattern.addOdd(day, kind);
  }
  return pattern;
}

/** Some need a wider leaf than others. */
const distinct = new DistinctDays();
for (let k = 0; k < KINDS; k++) {
  const day = Array.from({ length: k % 4 === 3 ? 8 : 2 }, (_, i) => 60 * (k + 1) + 10 * i);
  distinct.add(day, day.length);
}

function wordsOf(window: Window, schedules: number, compile: Compile): Int32Array {
  const builder = new TreeBuilder(window, schedules, compile);
  expect(builder.advance(() => true)).toBe(true);
  return builder.finish().words;
}

describe("days that are told as weeks and odd days", () => {
  it("make the tree that the same days make when each is told", () => {
    const window = fc.record({
      firstDay: fc.integer({ min: 20_000, max: 21_000 }),
      days: fc.integer({ min: 1, max: 500 }),
    });
    holds(fc.tuple(window, fc.array(plan, { minLength: 1, maxLength: 9 })), 150, ([within, plans]) => {
      const told =
        (asWeeks: boolean): Compile =>
        (schedule, _, count) => {
          const pattern = patternOf(plans[schedule] as Plan, count);
          return { distinct, days: asWeeks ? pattern : oddPattern(pattern.numbers()) };
        };
      const [asWeeks, each] = [true, false].map((as) => wordsOf(within, plans.length, told(as)));
      expect(asWeeks).toEqual(each);
    });
  });
});
