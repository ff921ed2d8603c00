import { MINUTES_PER_DAY } from "../time/civil.ts";
import { append, type Boundaries } from "../time/interval.ts";
import type { CompiledDays } from "./compile.ts";
import { oddPattern } from "./day-pattern.ts";
import { DistinctDays } from "./distinct-days.ts";

const WHOLE_DAY: Boundaries = Object.freeze([0, MINUTES_PER_DAY]);

/** Days that are open throughout. */
export function openDays(count: number): CompiledDays {
  const distinct = new DistinctDays();
  distinct.add(WHOLE_DAY, WHOLE_DAY.length);
  return { distinct, days: oddPattern(new Uint16Array(count)) };
}

/** The days from the UTC day `firstDay` on without what lies within `closed`, which is in epoch minutes. */
export function cutDays({ distinct, days }: CompiledDays, firstDay: number, closed: Boundaries): CompiledDays {
  const found = new DistinctDays();
  const cut = days.numbers().map((number, d) => {
    const day = distinct.day(number);
    const midnight = (firstDay + d) * MINUTES_PER_DAY;
    const left = without(day, closedOn(closed, midnight));
    return found.add(left, left.length);
  });
  return { distinct: found, days: oddPattern(cut) };
}

/** What of `closed` lies within the day that begins at `midnight`, in minutes of that day. */
function closedOn(closed: Boundaries, midnight: number): Boundaries {
  const minutes = closed.map((boundary) => Math.min(Math.max(boundary - midnight, 0), MINUTES_PER_DAY));
  const kept: number[] = [];
  for (let i = 0; i < minutes.length; i += 2) {
    const [start, end] = [minutes[i] as number, minutes[i + 1] as number];
    if (start < end) append(kept, start, end);
  }
  return kept;
}

/** `open` less `closed`: what lies inside the first alone. */
function without(open: Boundaries, closed: Boundaries): Boundaries {
  if (closed.length === 0) return open;
  const left: number[] = [];
  for (let i = 0; i < open.length; i += 2) {
    let start = open[i] as number;
    const end = open[i + 1] as number;
    for (let c = 0; c < closed.length && start < end; c += 2) {
      const [from, to] = [closed[c] as number, closed[c + 1] as number];
      if (to <= start || from >= end) continue;
      if (from > start) left.push(start, from);
      start = to;
    }
    if (start < end) left.push(start, end);
  }
  return left;
}
