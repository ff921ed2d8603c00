import { listOf } from "./leaf.ts";
import { type CompiledDays, placeDays } from "./place-days.ts";
import { eraEnd, rowsEnd, rowsIn, type Tree, treeOf } from "./tree.ts";
import type { Day } from "./write-leaves.ts";
import { widestOf, writeLeaves } from "./write-leaves.ts";

/** How many days {@link addSchedule} needs: from the first row's to the last of the last era. */
export function daysToAdd(tree: Tree): number {
  return eraEnd(rowsEnd(tree) - 1) - tree.rowsDay;
}

/**
 * The tree with one schedule more; undefined when it has no room for that. Writes only where `tree` does not read: in
 * a column that no schedule has yet, and behind the last leaf. So `tree` stays good, and only the last tree that was made
 * from it may be added to.
 */
export function addSchedule(tree: Tree, schedule: number, compiled: CompiledDays): Tree | undefined {
  const { rowsDay, stride, words, listsStart, eraStarts } = tree;
  const [before, length] = [eraStarts.slice(0, -1), eraStarts[eraStarts.length - 1] as number];
  if (schedule >= stride) return undefined;
  const eras: (readonly Day[])[] = [];
  placeDays(compiled, schedule, rowsDay, { rowsDay, stride, rows: rowsIn(tree) }, (leaves, count) =>
    eras.push(leaves.slice(0, count)),
  );
  let end = length;
  for (const [era, leaves] of eras.entries()) {
    const width = widestOf(leaves, leaves.length);
    const size = leaves.length << width;
    if (end + size > words.length) return undefined;
    words[listsStart + era * stride + schedule] = listOf(end, width);
    writeLeaves(words, end, width, leaves, leaves.length);
    end += size;
  }
  return treeOf({ ...tree, eraStarts: [...before, end] });
}
