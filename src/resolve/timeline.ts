import { compileDay } from "../schedule/compile-day.ts";
import { isOpenByRule, type Schedule } from "../schedule/schedule.ts";
import { MINUTES_PER_DAY } from "../time/civil.ts";
import type { ZoneSource } from "../time/zone.ts";
import { type Boundary, covers, isOpen, nextBoundary, type Tree } from "../tree/tree.ts";

/** When schedules are open, for any instant: from the index inside the window, from the rules outside it. */
export interface Timeline {
  isOpen(schedule: number, minute: number): boolean;
  /** The first boundary after `minute` and before `limit`. */
  nextBoundary(schedule: number, minute: number, limit: number): Boundary | undefined;
}

export function timeline(tree: Tree, schedules: readonly Schedule[], zones: ZoneSource): Timeline {
  /** Days of the law, one after the other: exact, and as slow as the stretch is long. */
  function nextByRule(schedule: Schedule, minute: number, limit: number): Boundary | undefined {
    const open = isOpenByRule(schedule, minute, zones);
    for (let day = Math.floor(minute / MINUTES_PER_DAY); day * MINUTES_PER_DAY < limit; day++) {
      const start = day * MINUTES_PER_DAY;
      const spans = zones.spans(schedule.timezone, start, start + MINUTES_PER_DAY);
      const boundaries = compileDay(schedule.hours, spans, day);
      // A day that is open, or closed, at its start differs from the day before: midnight is a candidate as well.
      const candidates = [0, ...boundaries.filter((boundary) => boundary > 0 && boundary < MINUTES_PER_DAY)];
      for (const candidate of candidates) {
        const at = start + candidate;
        const openThere = boundaries.filter((boundary) => boundary <= candidate).length % 2 === 1;
        if (at > minute && openThere !== open) return at < limit ? { minute: at, open: openThere } : undefined;
      }
    }
    return undefined;
  }

  return {
    isOpen(number, minute) {
      if (covers(tree, minute)) return isOpen(tree, number, minute);
      return isOpenByRule(schedules[number] as Schedule, minute, zones);
    },
    nextBoundary(number, minute, limit) {
      const schedule = schedules[number] as Schedule;
      if (!covers(tree, minute)) return nextByRule(schedule, minute, limit);
      const found = nextBoundary(tree, number, minute);
      if (found !== undefined) return found.minute < limit ? found : undefined;
      const end = tree.endMinute;
      return end < limit ? nextByRule(schedule, end - 1, limit) : undefined;
    },
  };
}
