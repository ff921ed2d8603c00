import type { RoutingTable } from "./build-routing-table.ts";
import { firstOpenUnlessClosed, unavailableAt, wholeClosure } from "./closed-routes.ts";
import { type Closures, closuresOf } from "./closures.ts";
import type { LanguageRow } from "./language-rows.ts";
import type { Resolution } from "./resolution.ts";
import { isEligible } from "./resolver.ts";
import { endOfQueues, scheduleOf } from "./routes.ts";
import type { Timeline } from "./timeline.ts";

/** One handoff as one request sees it. */
export interface View {
  readonly table: RoutingTable;
  readonly timeline: Timeline;
  readonly closures: Closures;
  readonly handoff: number;
  readonly channel: number;
  readonly language: LanguageRow;
  /** The request's row of the closures' languages. */
  readonly closedFor: LanguageRow;
  /** Where a search for boundaries ends. */
  readonly limit: number;
  /** The next boundary of each queue, found once and good until it is passed; Infinity when there is none. */
  readonly ahead: Map<number, number>;
}

/** From `minute` on the answer is `resolution`. */
export interface Turn {
  readonly minute: number;
  /** The number of the one that serves, or where NO_QUEUE stands. */
  readonly queue: number;
  readonly resolution: Resolution;
}

export function turnAt(view: View, minute: number): Turn {
  const { table, timeline, closures, handoff, channel, language, closedFor } = view;
  const queue = firstOpenUnlessClosed(table, timeline, closures, handoff, minute, channel, language, closedFor);
  const resolution =
    queue === endOfQueues(table, handoff)
      ? unavailableAt(table, closures, handoff, minute, channel, language, closedFor)
      : (table.answers[queue] as Resolution);
  return { minute, queue, resolution };
}

/** The first turn after `from` to another answer, before the view's limit. Turns of one view are asked for in order. */
export function nextTurn(view: View, from: Turn): Turn | undefined {
  let now = from;
  for (;;) {
    const minute = nextCandidate(view, now);
    if (minute >= view.limit) return undefined;
    now = turnAt(view, minute);
    if (now.resolution !== from.resolution) return now;
  }
}

/** Only closures, the queue that serves and those before it can change the answer; where none serves, all queues can. */
function nextCandidate(view: View, { minute, queue }: Turn): number {
  const { table, closures, handoff, channel, language, closedFor } = view;
  const end = Math.min(queue + 1, endOfQueues(table, handoff));
  let nearest = Number.POSITIVE_INFINITY;
  for (const { since, until } of closuresOf(closures, handoff)) {
    if (since > minute) nearest = Math.min(nearest, since);
    else if (until > minute) nearest = Math.min(nearest, until);
  }
  if (wholeClosure(closures, handoff, minute, channel, closedFor) !== undefined) return nearest;
  for (let q = table.firstQueue[handoff] as number; q < end; q++) {
    if (isEligible(table, q, channel, language)) nearest = Math.min(nearest, nextBoundary(view, q, minute));
  }
  return nearest;
}

function nextBoundary({ table, timeline, limit, ahead }: View, queue: number, minute: number): number {
  const known = ahead.get(queue);
  if (known !== undefined && known > minute) return known;
  const found = timeline.nextBoundary(scheduleOf(table, queue), minute, limit)?.minute ?? Number.POSITIVE_INFINITY;
  ahead.set(queue, found);
  return found;
}
