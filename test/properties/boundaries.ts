import type { Engine, Queue } from "../../src/index.ts";
import { FIRST_INSTANT } from "../../src/time/instant.ts";

const REACH = 3 * 86_400_000;

/** The boundaries of all queues in the days around each anchor, as the engine sees them. */
export function boundariesOf(engine: Engine, anchors: readonly number[]): readonly number[] {
  const found = new Set<number>();
  const { from, to } = engine.status().window;
  for (const queue of engine.handoffs.flatMap(({ queues }) => queues)) {
    for (const anchor of anchors) {
      const [start, end] = [Math.max(anchor - REACH, FIRST_INSTANT), anchor + REACH];
      addByIntervals(found, queue, start, Math.min(end, from));
      addByChanges(found, queue, Math.max(start, from), Math.min(end, to));
      addByIntervals(found, queue, Math.max(start, to), end);
    }
  }
  return [...found];
}

function addByIntervals(found: Set<number>, queue: Queue, from: number, to: number): void {
  if (from >= to) return;
  for (const { start, end } of queue.intervals(from, to)) found.add(start).add(end);
}

/** A broken index may not move on, and then `intervals` would never end: a test that hangs has no message. */
function addByChanges(found: Set<number>, queue: Queue, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const next = queue.nextChange(at);
    if (next === undefined) return;
    found.add(next.at);
    if (next.at <= at) return;
    at = next.at;
  }
}
