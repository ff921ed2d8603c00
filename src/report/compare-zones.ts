import type { Configuration } from "../config/types.ts";
import { isQueue, type Routes, scheduleOf } from "../resolve/routes.ts";
import { openBetween } from "../schedule/open-between.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { formatDate } from "../time/civil.ts";
import { datesShown } from "../time/dates-shown.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import { differences } from "../time/interval.ts";
import type { ZoneSource } from "../time/zone.ts";
import { type ZoneDifference, zoneDifferences } from "./zone-differences.ts";

/** What two sources of time-zone law say differently about the queues of a configuration. */
export interface ZonesComparison {
  /** The zones in use whose offsets differ, by name. */
  readonly zones: readonly ZoneDifference[];
  /** The queues that are open at other instants, in the order of the configuration. */
  readonly queues: readonly QueueDifference[];
}

/** A queue that is open at other instants, by its hours alone: what is closed by hand is left out of account. */
export interface QueueDifference {
  readonly handoff: string;
  readonly queue: string;
  /** Place in the destination, from 0. */
  readonly index: number;
  readonly timezone: string;
  /** The dates that the intervals fall on, as a wall clock in the zone shows them by the other source. */
  readonly dates: readonly string[];
  /** In order, and apart unless `open` differs. */
  readonly intervals: readonly OpenDifference[];
}

/** Half-open `[start, end)`, epoch milliseconds. */
export interface OpenDifference {
  readonly start: number;
  readonly end: number;
  /** Whether the queue is open by the other source; by the first it is not, or the other way round. */
  readonly open: boolean;
}

/** The queues of a configuration, as the engine numbers them. */
export interface NumberedQueues {
  readonly configuration: Configuration;
  readonly routes: Routes;
  readonly schedules: readonly Schedule[];
}

/** The zones that a queue has. */
export function zonesInUse(queues: NumberedQueues): ReadonlySet<string> {
  return new Set(schedulesInUse(queues).map(([, { timezone }]) => timezone));
}

/**
 * Compares, of these zones, `[from, to)` in epoch minutes. At an instant at which two sources say one offset, their wall clocks
 * show the same, so a queue is open by both or by neither: only schedules of zones that differ are compiled.
 */
export function compareZones(
  queues: NumberedQueues,
  timezones: Iterable<string>,
  [one, other]: readonly [ZoneSource, ZoneSource],
  from: number,
  to: number,
): ZonesComparison {
  const spansOf = (source: ZoneSource) => (timezone: string) => source.spans(timezone, from, to);
  const zones = zoneDifferences(timezones, spansOf(one), spansOf(other), from, to);
  const byName = new Map(zones.map((zone) => [zone.timezone, zone]));
  const moved = new Map<number, Moved>();
  for (const [number, schedule] of schedulesInUse(queues)) {
    const zone = byName.get(schedule.timezone);
    const found = zone && movedOf(schedule, zone, one, other);
    if (found !== undefined && found.intervals.length > 0) moved.set(number, found);
  }
  return { zones, queues: moved.size === 0 ? [] : movedQueues(queues, moved) };
}

/** What queues of one schedule have in common. */
type Moved = Pick<QueueDifference, "dates" | "intervals">;

/** By number. A replace may have left schedules that no queue has any more. */
export function schedulesInUse({ routes, schedules }: NumberedQueues): readonly (readonly [number, Schedule])[] {
  const used = new Set<number>();
  for (let q = 0; q < routes.queues.length >> 1; q++) if (isQueue(routes, q)) used.add(scheduleOf(routes, q));
  return [...schedules.entries()].filter(([number]) => used.has(number));
}

function movedOf(schedule: Schedule, { first, stretches }: ZoneDifference, one: ZoneSource, other: ZoneSource): Moved {
  const from = first / MS_PER_MINUTE;
  const to = (stretches.at(-1)?.end ?? first) / MS_PER_MINUTE;
  const found = differences(openBetween(schedule, one, from, to), openBetween(schedule, other, from, to));
  const spans = other.spans(schedule.timezone, from, to);
  const dates = new Set(found.flatMap(({ start, end }) => datesShown(spans, start, end)));
  return {
    dates: [...dates].sort((a, b) => a - b).map(formatDate),
    intervals: found.map(({ start, end, inOther }) => ({
      start: start * MS_PER_MINUTE,
      end: end * MS_PER_MINUTE,
      open: inOther,
    })),
  };
}

function movedQueues(
  { configuration, routes }: NumberedQueues,
  moved: ReadonlyMap<number, Moved>,
): readonly QueueDifference[] {
  const found: QueueDifference[] = [];
  for (const [h, { name: handoff, destination }] of configuration.handoffs.entries()) {
    const first = routes.firstQueue[h] as number;
    for (const [index, { name: queue, timezone }] of destination.entries()) {
      const difference = moved.get(scheduleOf(routes, first + index));
      if (difference !== undefined) found.push({ handoff, queue, index, timezone, ...difference });
    }
  }
  return found;
}
