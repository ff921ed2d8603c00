import { isOpen, type Tree } from "../../src/tree/tree.ts";
import type { Day } from "./days-by-hand.ts";

const MINUTES = 1440;

/** Where the tree says otherwise than the days, every `step` minutes of what it covers. */
export function wrongAnswers(
  tree: Tree,
  schedules: number,
  dayOf: (schedule: number, day: number) => Day,
  step: number,
): readonly string[] {
  const wrong: string[] = [];
  for (let schedule = 0; schedule < schedules; schedule++) {
    for (let minute = tree.firstMinute; minute < tree.endMinute; minute += step) {
      const boundaries = dayOf(schedule, Math.floor(minute / MINUTES));
      const isOpenBy = boundaries.filter((boundary) => boundary <= minute % MINUTES).length % 2 === 1;
      if (isOpen(tree, schedule, minute) !== isOpenBy) wrong.push(`schedule ${schedule}, minute ${minute}`);
    }
  }
  return wrong;
}
