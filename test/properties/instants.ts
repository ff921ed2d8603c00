import fc from "fast-check";
import type { QueueConfiguration } from "../../src/config/types.ts";
import type { Engine } from "../../src/engine.ts";
import { FIRST_INSTANT } from "../../src/time/instant.ts";
import type { Scenario } from "./arbitraries.ts";
import { boundariesOf } from "./boundaries.ts";
import { dateAt, instantNear } from "./civil-instants.ts";

const MS_PER_DAY = 86_400_000;
const LAST = Date.UTC(2090, 0, 1);

/** Names an instant of a scenario, whose boundaries are known only when it has been compiled. */
export interface Pick {
  readonly kind: "boundary" | "transition" | "endpoint" | "window" | "far";
  readonly which: number;
  /** From 0 to 1. */
  readonly part: number;
  /** Milliseconds beside a boundary. */
  readonly beside: number;
}

export const pick: fc.Arbitrary<Pick> = fc.record({
  kind: fc.constantFrom("boundary", "boundary", "transition", "endpoint", "window", "window", "window", "far"),
  which: fc.nat({ max: 99_999 }),
  part: fc.noBias(fc.integer({ min: 0, max: 2 ** 30 })).map((n) => n / 2 ** 30),
  beside: fc.oneof(
    fc.constantFrom(-1, 0, 1, 0, -60_000, 60_000, 59_999, -60_001),
    fc.integer({ min: -120_000, max: 120_000 }),
  ),
});

/** The instants that the scenario's picks name, within the range that the engine answers for. */
export function instantsOf(scenario: Scenario, engine: Engine): readonly number[] {
  const { picks, now, window, anchors, configuration } = scenario;
  const from = now - window.pastDays * MS_PER_DAY;
  const length = (window.pastDays + window.aheadDays) * MS_PER_DAY;
  const boundaries = boundariesOf(engine, anchors);
  const queues = configuration.handoffs.flatMap(({ destination }) => destination);

  function instantOf({ kind, which, part, beside }: Pick): number {
    const anchor = anchors[which % anchors.length] as number;
    if (kind === "window" || (kind === "boundary" && boundaries.length === 0)) return from + part * length;
    if (kind === "far") return anchor + (part - 0.5) * 30 * MS_PER_DAY;
    if (kind === "transition") return anchor + beside;
    if (kind === "boundary") return (boundaries[Math.floor(part * (boundaries.length - 1))] as number) + beside;
    return endpointNear(queues[which % queues.length] as QueueConfiguration, anchor, part) + beside;
  }

  return picks.map((pick) => Math.min(Math.max(Math.floor(instantOf(pick)), FIRST_INSTANT), LAST));
}

/** Where a configured endpoint would fall on a date near the anchor: found without the engine, so it cannot hide one. */
function endpointNear(queue: QueueConfiguration, anchor: number, part: number): number {
  const week = Object.values(queue.weekly_hours ?? {}).flat();
  const exceptions = Object.values(queue.date_exceptions ?? {});
  const listed = [...week, ...exceptions.flatMap((exception) => ("intervals" in exception ? exception.intervals : []))];
  const times = ["00:00", ...listed.flatMap(({ start, end }) => [start, end])];
  const place = Math.floor(part * times.length * 7 - 1e-9);
  const date = dateAt(queue.timezone, anchor, (Math.max(place, 0) % 7) - 3);
  return instantNear(queue.timezone, date, times[Math.floor(Math.max(place, 0) / 7)] as string);
}
