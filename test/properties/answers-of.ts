import type { Engine, Request } from "../../src/index.ts";

/** All that an engine answers about one instant, to be compared with another engine's. */
export function answersOf(engine: Pick<Engine, "handoffs">, request: Request & { readonly at: number }): string {
  const { at } = request;
  const answers = engine.handoffs.map((handoff) => ({
    resolution: handoff.resolve(request),
    verdicts: handoff.explain(request).queues.map(({ text }) => text),
    open: handoff.queues.map((queue) => queue.isOpen(at)),
  }));
  return JSON.stringify(answers);
}

/** The opening hours of all queues, and who serves, over a range. */
export function hoursOf(engine: Pick<Engine, "handoffs">, from: number, to: number): string {
  const hours = engine.handoffs.map((handoff) => ({
    queues: handoff.queues.map((queue) => queue.intervals(from, to)),
    served: handoff.intervals({ from, to }),
  }));
  return JSON.stringify(hours);
}
