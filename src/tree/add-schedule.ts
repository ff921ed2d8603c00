import { listOf, widthFor, writeLeaves } from "./leaf.ts";
import { type CompiledDays, placeDays } from "./place-days.ts";
import { eraEnd, rowsEnd, type Tree, treeOf } from "./tree.ts";

/** How many days {@link addSchedule} needs: from the first row's to the last of the last era. */
export function daysToAdd(tree: Tree): number {
  return eraEnd(rowsEnd(tree) - 1) - tree.rowsDay;
}

/**
 * The tree with one schedule more; undefined when it has no room for that. Writes only where `tree` does not read: in
 * a column that no schedule has yet, and behind the last step. So `tree` stays good, and only the last tree that was made
 * from it may be added to.
 */
export function addSchedule(tree: Tree, schedule: number, compiled: CompiledDays): Tree | undefined {
  const { rowsDay, stride, lists, steps, eraStarts } = tree;
  const [before, length] = [eraStarts.slice(0, -1), eraStarts[eraStarts.length - 1] as number];
  if (schedule >= stride) return undefined;
  const eras: (readonly (readonly number[])[])[] = [];
  placeDays(compiled, schedule, rowsDay, tree, (leaves) => eras.push(leaves));
  let end = length;
  for (const [era, leaves] of eras.entries()) {
    const width = widthFor(leaves);
    const size = leaves.length << width;
    if (end + size > steps.length) return undefined;
    lists[era * stride + schedule] = listOf(end, width);
    writeLeaves(steps, end, width, leaves);
    end += size;
  }
  return treeOf({ ...tree, eraStarts: [...before, end] });
}
