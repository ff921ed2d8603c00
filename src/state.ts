import type { Configuration, HandoffConfiguration } from "./config/types.ts";
import { buildRoutingTable, type RoutingTable } from "./resolve/build-routing-table.ts";
import { compileSchedule } from "./schedule/compile.ts";
import { weekRepeater } from "./schedule/repeats-week.ts";
import type { Schedule } from "./schedule/schedule.ts";
import { ScheduleNumbers } from "./schedule/schedule-numbers.ts";
import type { ZoneSource } from "./time/zone.ts";
import type { Tree } from "./tree/tree.ts";
import { TreeBuilder, type Window } from "./tree/tree-builder.ts";

/** Everything that answers are read from. Never changed: a roll or a replace makes another. */
export interface State {
  readonly revision: number;
  readonly configuration: Configuration;
  readonly zones: ZoneSource;
  readonly schedules: readonly Schedule[];
  readonly table: RoutingTable;
  readonly tree: Tree;
  /** Index of each handoff by name. */
  readonly handoffs: ReadonlyMap<string, number>;
}

export function compileState(configuration: Configuration, zones: ZoneSource, window: Window, revision: number): State {
  const numbers = new ScheduleNumbers();
  const table = buildRoutingTable(configuration.handoffs, (queue) => numbers.numberOf(queue));
  const { schedules } = numbers;
  const handoffs = new Map(configuration.handoffs.map(({ name }: HandoffConfiguration, h) => [name, h]));
  const builder = treeBuilder({ schedules, zones }, window);
  builder.advance(() => true);
  return Object.freeze({ revision, configuration, zones, schedules, table, handoffs, tree: builder.finish() });
}

/**
 * Builds the tree of the same schedules for another window; days that both windows hold are taken over as they are.
 * The state serves on until {@link rolledState} puts the tree in.
 */
export function treeBuilder(
  { schedules, zones }: Pick<State, "schedules" | "zones">,
  window: Window,
  before?: Tree,
): TreeBuilder {
  const repeats = weekRepeater(zones);
  const compiler = {
    days: (number: number, firstDay: number, count: number) =>
      compileSchedule(schedules[number] as Schedule, zones, firstDay, count),
    repeats: (number: number, day: number) => repeats(schedules[number] as Schedule, day),
  };
  return new TreeBuilder(window, schedules.length, compiler, before);
}

/** The same answers, read from another tree. */
export function rolledState(state: State, tree: Tree): State {
  return Object.freeze({ ...state, tree });
}
