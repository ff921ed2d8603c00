import { MINUTES_PER_DAY, weekdayIndex } from "../time/civil.ts";
import type { Minutes } from "./civil-intervals.ts";
import type { OsmRule } from "./osm-rules.ts";

/** What the rules say of one date. */
export interface OsmDate {
  /** What begins on it. */
  readonly own: readonly Minutes[];
  /** What began the evening before, in minutes of this date. */
  readonly spill: readonly Minutes[];
}

/**
 * As the reference implementation reads rules: one by one, each that is about the date takes the place of all before
 * it, or adds to them; where one was about the date before, what it opens past midnight is added behind it.
 */
export function osmDate(rules: readonly OsmRule[], epochDay: number): OsmDate {
  let own: Minutes[] = [];
  let spill: Minutes[] = [];
  for (const rule of rules) {
    if (isAbout(rule, epochDay)) {
      if (!rule.adds || rule.times.length === 0) [own, spill] = [[], []];
      own.push(...rule.times);
    }
    if (isAbout(rule, epochDay - 1)) spill.push(...rule.times.flatMap(pastMidnight));
  }
  return { own, spill };
}

export function isAbout({ dates, days }: OsmRule, epochDay: number): boolean {
  return dates?.has(epochDay) !== false && days?.has(weekdayIndex(epochDay)) !== false;
}

function pastMidnight({ end }: Minutes): readonly Minutes[] {
  return end > MINUTES_PER_DAY ? [{ start: 0, end: end - MINUTES_PER_DAY }] : [];
}
