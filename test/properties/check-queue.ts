import type { Queue } from "../../src/index.ts";
import type { Fail } from "./each-instant.ts";
import { gapsOf, samplesOf } from "./samples.ts";

/** The answers of one queue about `[at, horizon)` against each other. */
export function checkQueue(queue: Queue, at: number, horizon: number, fail: Fail): void {
  const open = queue.isOpen(at);
  const next = queue.nextChange(at);
  if (next !== undefined && next.at <= at) throw fail("nextChange goes forward", { next });
  const spans = queue.intervals(at, horizon);
  const [first] = spans;
  if ((first?.start === at) !== open) throw fail("isOpen, intervals", { open, first });

  const edge = open ? first?.end : first?.start;
  const expected = edge === undefined || edge >= horizon ? undefined : { at: edge, open: !open };
  if (JSON.stringify(next) !== JSON.stringify(expected)) throw fail("nextChange, intervals", { next, expected });
  if (next !== undefined && (queue.isOpen(next.at) === open || queue.isOpen(next.at - 1) !== open)) {
    throw fail("nextChange, isOpen", { open, next });
  }

  spans.forEach(({ start, end }, i) => {
    const before = spans[i - 1]?.end ?? at - 1;
    if (start <= before || end <= start || end > horizon) throw fail("intervals in order and apart", { spans });
  });
  for (const { start, end } of spans.slice(0, 8)) {
    if (!samplesOf({ start, end }).every((inside) => queue.isOpen(inside)))
      throw fail("intervals, isOpen", { start, end });
  }
  for (const { start, end } of gapsOf(spans, at, horizon).slice(0, 8)) {
    if (samplesOf({ start, end }).some((inside) => queue.isOpen(inside))) throw fail("gaps, isOpen", { start, end });
  }
}
