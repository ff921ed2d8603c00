import fc from "fast-check";
import { expect } from "vitest";
import { asConfiguration } from "../../src/config/bare-destination.ts";
import type { Configuration, QueueConfiguration } from "../../src/index.ts";
import { checkSnapshotZones, createEngine, type Engine } from "../../src/index.ts";
import { dateAfter } from "../properties/civil-instants.ts";
import { type QueuePlan, queuePlan } from "../properties/queue-arbitraries.ts";
import {
  datesOf,
  differingZones,
  movedIntervals,
  openIntervals,
  type ReadQueue,
  readByTheMinute,
} from "./by-the-minute.ts";
import { sourceOf } from "./law.ts";
import { type LawPair, lawPair } from "./law-arbitraries.ts";

const NOW = Date.parse("2026-11-27T15:45:00Z");
const WINDOW = { pastDays: 1, aheadDays: 1 };
const ZONES = ["America/Vancouver", "Asia/Beirut", "Pacific/Apia"] as const;
const FIRST_INSTANT = Date.parse("2026-11-26T00:00:00Z");

function queueOf(plan: QueuePlan, index: number): QueueConfiguration {
  const exceptions = plan.exceptions.map(({ days, exception }) => [dateAfter("2026-11-27", days), exception]);
  return {
    name: `Queue ${index}`,
    type: "Agent_queue",
    enabled: plan.enabled,
    open_24: plan.open24,
    timezone: ZONES[plan.zone % ZONES.length] as string,
    transfer_function_name: "transfer",
    weekly_hours: plan.week,
    date_exceptions: Object.fromEntries(exceptions),
  };
}

/** Hours, and a pair of laws. */
export interface Case {
  readonly configuration: Configuration;
  readonly laws: LawPair;
}

export const reportCase: fc.Arbitrary<Case> = fc.record({
  configuration: fc
    .array(queuePlan, { minLength: 1, maxLength: 4, size: "max" })
    .map((plans) => asConfiguration(plans.map(queueOf))),
  laws: lawPair(ZONES, FIRST_INSTANT / 60_000 - 1440, 5),
});

function opens({ handoffs }: Engine, from: number, to: number): unknown {
  return handoffs.flatMap(({ queues }) => queues.map((queue) => queue.intervals(from, to)));
}

function expectedReport(queues: readonly QueueConfiguration[], read: readonly ReadQueue[], laws: LawPair, to: number) {
  const { one, other } = laws;
  const zones = differingZones(new Set(queues.map(({ timezone }) => timezone)), one, other, FIRST_INSTANT, to);
  const moved = queues.flatMap(({ name, timezone }, index) => {
    const intervals = movedIntervals(read[index] as ReadQueue, FIRST_INSTANT);
    const dates = datesOf(timezone, intervals, other);
    return intervals.length === 0 ? [] : [{ handoff: "default", queue: name, index, timezone, dates, intervals }];
  });
  return { zones, queues: moved };
}

/** What was compared, so that a test can tell that it was anything. */
export interface Seen {
  zones: number;
  queues: number;
  intervals: number;
  same: number;
}

/** Throws where a comparison, a snapshot's check, a refresh, or the engine before or after it, is not the reference. */
export function checkReport({ configuration, laws }: Case, seen: Seen): void {
  const { one, other } = laws;
  const engine = createEngine(configuration, { now: () => NOW, window: WINDOW, zones: sourceOf(one, "2026a") });
  const { from, to } = engine.status().window;
  expect(from).toBe(FIRST_INSTANT);
  const destination = configuration.handoffs[0]?.destination ?? [];
  const read = readByTheMinute(destination, one, other, from, to);
  const expected = expectedReport(destination, read, laws, to);
  const next = sourceOf(other, "2026b");
  expect(engine.zones([next]).others[0]).toMatchObject({ ...expected, missing: [], error: undefined });
  expect(checkSnapshotZones(engine.snapshot(), next).zones).toEqual(expected.zones);
  expect(opens(engine, from, to)).toEqual(read.map((queue) => openIntervals(queue.one, from)));
  const { zones, queues } = engine.refreshZones(next);
  expect({ zones, queues }).toEqual(expected);
  expect(opens(engine, from, to)).toEqual(read.map((queue) => openIntervals(queue.other, from)));
  seen.zones += zones.length;
  seen.queues += queues.length;
  seen.intervals += queues.flatMap(({ intervals }) => intervals).length;
  if (zones.length === 0) seen.same++;
}
