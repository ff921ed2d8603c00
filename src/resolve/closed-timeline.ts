import { type Boundaries, contains, union } from "../time/interval.ts";
import { closesQueue } from "./closed-routes.ts";
import { type Closures, closuresOf } from "./closures.ts";
import type { Timeline } from "./timeline.ts";

/** When the queue at that place is closed by hand for every request, in epoch minutes. */
export function closedSpans(closures: Closures, handoff: number, place: number): Boundaries {
  const closing = closuresOf(closures, handoff).filter((closure) => closesQueue(closure, place));
  return union(closing.flatMap(({ since, until }) => [since, until]));
}

/** A timeline on which nothing is open within `closed`. */
export function closedTimeline(hours: Timeline, closed: Boundaries): Timeline {
  if (closed.length === 0) return hours;
  const isOpen = (schedule: number, minute: number) => !contains(closed, minute) && hours.isOpen(schedule, minute);
  return {
    isOpen,
    nextBoundary(schedule, minute, limit) {
      const open = isOpen(schedule, minute);
      for (let at = minute; ; ) {
        const boundary = hours.nextBoundary(schedule, at, limit)?.minute ?? Number.POSITIVE_INFINITY;
        at = Math.min(boundary, edgeAfter(closed, at));
        if (at >= limit) return undefined;
        if (isOpen(schedule, at) !== open) return { minute: at, open: !open };
      }
    },
  };
}

/** The first boundary after `minute`; Infinity when there is none. */
function edgeAfter(boundaries: Boundaries, minute: number): number {
  return boundaries.find((boundary) => boundary > minute) ?? Number.POSITIVE_INFINITY;
}
