import type { Configuration, HandoffConfiguration } from "./config/types.ts";
import { amendRoutingTable, NEW } from "./resolve/amend-routing-table.ts";
import { compileSchedule } from "./schedule/compile.ts";
import { ScheduleNumbers } from "./schedule/schedule-numbers.ts";
import { indexes, type State } from "./state.ts";
import { MINUTES_PER_DAY } from "./time/civil.ts";
import { addSchedule, daysToAdd } from "./tree/add-schedule.ts";

/** Where more than one handoff of so many is new, building anew is as quick. */
const MOST_NEW = 1 / 16;

/**
 * The state of a configuration that differs from the one before in a few handoffs, for the same window: what they share
 * is taken over, the revision as well. Undefined where the tables have no room for that, or `before` no longer serves.
 *
 * Handoffs are the same when they are the same object: the door hands on its own copies.
 */
export function amendState(before: State, configuration: Configuration, isServing: () => boolean): State | undefined {
  const { handoffs } = configuration;
  const origins = originsOf(before.configuration.handoffs, handoffs);
  if (origins.filter((origin) => origin === NEW).length > handoffs.length * MOST_NEW) return undefined;
  const numbers = new ScheduleNumbers(before.numbers);
  const table = amendRoutingTable(before.table, handoffs, origins, (queue) => numbers.numberOf(queue));
  numbers.forgetParts();
  let { tree } = before;
  const { zones } = before;
  const [firstDay, count, known] = [tree.rowsDay, daysToAdd(tree), before.numbers.schedules.length];
  const added = numbers.schedules.slice(known);
  // All before the tree is written to: a source of the host's own may throw, or replace what serves, which then has the room.
  for (const { timezone } of added) {
    zones.spans(timezone, firstDay * MINUTES_PER_DAY, (firstDay + count) * MINUTES_PER_DAY);
  }
  if (!isServing()) return undefined;
  for (const [i, schedule] of added.entries()) {
    const larger = addSchedule(tree, known + i, compileSchedule(schedule, zones, firstDay, count));
    if (larger === undefined) return undefined;
    tree = larger;
  }
  const names = handoffs.every(({ name }, h) => name === before.configuration.handoffs[h]?.name);
  const isSameNames = names && handoffs.length === before.configuration.handoffs.length;
  const handoffsByName = isSameNames ? before.handoffs : indexes(configuration);
  return Object.freeze({ ...before, configuration, numbers, table, tree, handoffs: handoffsByName });
}

/** Of each handoff, where it stood before: where it stands now, or as far from the end. */
function originsOf(before: readonly HandoffConfiguration[], after: readonly HandoffConfiguration[]): Int32Array {
  const origins = new Int32Array(after.length).fill(NEW);
  const shift = before.length - after.length;
  for (let h = 0; h < after.length; h++) {
    if (after[h] === before[h]) origins[h] = h;
    else if (after[h] === before[h + shift]) origins[h] = h + shift;
  }
  return origins;
}
