import type { Configuration, HandoffConfiguration } from "./config/types.ts";
import { buildRoutingTable, type RoutingTable } from "./resolve/build-routing-table.ts";
import { type Closures, compileClosures, type KeptClosure, NO_CLOSURES } from "./resolve/closures.ts";
import { compileSchedule } from "./schedule/compile.ts";
import type { Schedule } from "./schedule/schedule.ts";
import { ScheduleNumbers } from "./schedule/schedule-numbers.ts";
import { PIECE_DAYS } from "./time/cached-zones.ts";
import { MINUTES_PER_DAY } from "./time/civil.ts";
import { FAR_MINUTE } from "./time/instant.ts";
import type { ZoneSource } from "./time/zone.ts";
import { eraEnd, narrowed, rowsEnd, type Tree } from "./tree/tree.ts";
import { TreeBuilder, type Window } from "./tree/tree-builder.ts";

/** Everything that answers are read from. Never changed: a roll or a replace makes another. */
export interface State {
  readonly revision: number;
  readonly configuration: Configuration;
  readonly zones: ZoneSource;
  readonly numbers: ScheduleNumbers;
  readonly table: RoutingTable;
  readonly tree: Tree;
  /** What requests are looked up in first: the tree, less the minutes in which closures may hold. */
  readonly front: Tree;
  readonly closures: Closures;
  /** Index of each handoff by name. */
  readonly handoffs: ReadonlyMap<string, number>;
}

/** `report` is told how many schedules are compiled, and of how many. */
export function compileState(
  configuration: Configuration,
  zones: ZoneSource,
  window: Window,
  revision: number,
  report?: (done: number, total: number) => void,
): State {
  const numbers = new ScheduleNumbers();
  const table = buildRoutingTable(configuration.handoffs, (queue) => numbers.numberOf(queue));
  numbers.forgetParts();
  const tree = compileTree({ numbers, zones }, window, report);
  const rules = { revision, configuration, zones, numbers, table, handoffs: indexes(configuration) };
  return Object.freeze({ ...rules, tree, front: frontOf(tree), closures: NO_CLOSURES });
}

/** What of a tree requests may be looked up in first: their minutes must be 32-bit integers. */
function frontOf(tree: Tree): Tree {
  return tree.endMinute <= FAR_MINUTE ? tree : narrowed(tree, tree.firstMinute, FAR_MINUTE);
}

/** All schedules over a window, at once. `report` as in {@link compileState}. */
export function compileTree(
  { numbers, zones }: Pick<State, "numbers" | "zones">,
  window: Window,
  report?: (done: number, total: number) => void,
): Tree {
  const builder = treeBuilder({ numbers, zones }, window);
  const { length } = numbers.schedules;
  let done = 0;
  builder.advance(() => {
    if (done < length) report?.(++done, length);
    return true;
  });
  return builder.finish();
}

export function indexes({ handoffs }: Configuration): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let h = 0; h < handoffs.length; h++) found.set((handoffs[h] as HandoffConfiguration).name, h);
  return found;
}

/**
 * Builds the tree of the same schedules for another window; days that both windows hold are taken over as they are.
 * The state serves on until {@link rolledState} puts the tree in.
 */
export function treeBuilder(
  { numbers, zones }: Pick<State, "numbers" | "zones">,
  window: Window,
  before?: Tree,
): TreeBuilder {
  const { schedules } = numbers;
  return new TreeBuilder(
    window,
    schedules.length,
    (number, firstDay, count) => compileSchedule(schedules[number] as Schedule, zones, firstDay, count),
    { before, chores: before === undefined ? [] : zoneReadings(schedules, zones, before, window) },
  );
}

/** Reads the zones of the days that `before` may not have, a piece at a time: the source keeps what it has read. */
function zoneReadings(
  schedules: readonly Schedule[],
  zones: ZoneSource,
  before: Tree,
  { firstDay, days }: Window,
): readonly (() => void)[] {
  const from = Math.max(rowsEnd(before), firstDay);
  const end = firstDay + days;
  if (from >= end) return [];
  const pieces: number[] = [];
  for (let day = from; day < eraEnd(end - 1); day += PIECE_DAYS) pieces.push(day * MINUTES_PER_DAY);
  const timezones = [...new Set(schedules.map(({ timezone }) => timezone))];
  return timezones.flatMap((timezone) => pieces.map((start) => () => void zones.spans(timezone, start, start + 1)));
}

/** The same answers, read from another tree. */
export function rolledState(state: State, tree: Tree): State {
  return Object.freeze({ ...state, tree });
}

/**
 * The same rules under these closures. The front covers no minute in which one of them may hold, so that requests about it
 * leave the hot path by themselves and all others take it as ever. `minute` is now: the front covers the side on which it is.
 */
export function closedState(state: State, kept: readonly KeptClosure[], minute: number): State {
  const { configuration, handoffs, tree } = state;
  const closures = compileClosures(kept, configuration, handoffs);
  if (closures === NO_CLOSURES) {
    return state.front === tree ? state : Object.freeze({ ...state, front: frontOf(tree), closures });
  }
  const { since, until } = closures;
  const near = frontOf(tree);
  const front = minute < until ? narrowed(near, near.firstMinute, since) : narrowed(near, until, near.endMinute);
  return Object.freeze({ ...state, front, closures });
}
