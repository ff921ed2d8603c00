import type { Configuration, HandoffConfiguration, QueueConfiguration } from "./config/types.ts";
import type { RoutingTable } from "./resolve/routing-table.ts";
import { buildRoutingTable } from "./resolve/routing-table.ts";
import { compileSchedule } from "./schedule/compile.ts";
import { hoursOf } from "./schedule/hours.ts";
import { type Schedule, scheduleKey } from "./schedule/schedule.ts";
import type { ZoneSource } from "./time/zone.ts";
import { LeafPool } from "./tree/leaf-pool.ts";
import type { Tree } from "./tree/tree.ts";
import { TreeBuilder, type Window } from "./tree/tree-builder.ts";

/** Everything that answers are read from. Never changed: a roll or a replace makes another. */
export interface State {
  readonly revision: number;
  readonly configuration: Configuration;
  readonly zones: ZoneSource;
  readonly schedules: readonly Schedule[];
  readonly table: RoutingTable;
  readonly pool: LeafPool;
  readonly tree: Tree;
  /** Index of each handoff by name. */
  readonly handoffs: ReadonlyMap<string, number>;
}

export function compileState(configuration: Configuration, zones: ZoneSource, window: Window, revision: number): State {
  const schedules: Schedule[] = [];
  const table = buildRoutingTable(configuration.handoffs, scheduleNumbers(schedules));
  const pool = new LeafPool();
  const handoffs = new Map(configuration.handoffs.map(({ name }: HandoffConfiguration, h) => [name, h]));
  const fixed = { revision, configuration, zones, schedules, table, pool, handoffs };
  const builder = treeBuilder(fixed, window);
  builder.advance(() => true);
  return Object.freeze({ ...fixed, tree: builder.finish() });
}

/**
 * Numbers the distinct schedules of queues and collects them. Most queues of a large configuration repeat one, word for
 * word, so the words are compared before they are read.
 */
function scheduleNumbers(schedules: Schedule[]): (queue: QueueConfiguration) => number {
  const byWords = new Map<string, number>();
  const byMeaning = new Map<string, number>();
  return (queue) => {
    const words = JSON.stringify([queue.timezone, queue.open_24, queue.weekly_hours, queue.date_exceptions]);
    const known = byWords.get(words);
    if (known !== undefined) return known;
    const schedule: Schedule = { timezone: queue.timezone, hours: hoursOf(queue) };
    const key = scheduleKey(schedule);
    const number = byMeaning.get(key) ?? schedules.push(schedule) - 1;
    byMeaning.set(key, number);
    byWords.set(words, number);
    return number;
  };
}

/**
 * Builds the tree of the same schedules for another window; days that both windows hold are taken over as they are.
 * The state serves on until {@link rolledState} puts the tree in.
 */
export function treeBuilder(
  { schedules, zones, pool }: Pick<State, "schedules" | "zones" | "pool">,
  window: Window,
  before?: Tree,
): TreeBuilder {
  const leafOf = pool.add.bind(pool);
  return new TreeBuilder(
    window,
    schedules.length,
    pool,
    (schedule, firstDay, days) => compileSchedule(schedules[schedule] as Schedule, zones, firstDay, days, leafOf),
    before,
  );
}

/** The same answers, read from another tree. */
export function rolledState(state: State, tree: Tree): State {
  return Object.freeze({ ...state, tree });
}
