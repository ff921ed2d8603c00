import { DayLeaves } from "./day-leaves.ts";
import type { DaysToPlace } from "./days-to-place.ts";
import { listOf } from "./leaf.ts";
import { placeDays } from "./place-days.ts";
import { PlaceLine } from "./place-line.ts";
import { eraEnd, LOWEST_BYTE, rowsEnd, rowsIn, type Tree, treeOf } from "./tree.ts";

/** How many days {@link addSchedule} needs: from the first row's to the last of the last era. */
export function daysToAdd(tree: Tree): number {
  return eraEnd(rowsEnd(tree) - 1) - tree.rowsDay;
}

/**
 * The tree with one schedule more; undefined when it has no room for that. Writes only where `tree` does not read: in
 * a column that no schedule has yet, and behind the last leaf. So `tree` stays good, and only the last tree that was made
 * from it may be added to.
 */
export function addSchedule(tree: Tree, schedule: number, compiled: DaysToPlace): Tree | undefined {
  const { rowsDay, stride, words, listsStart, eraStarts } = tree;
  const [before, length] = [eraStarts.slice(0, -1), eraStarts[eraStarts.length - 1] as number];
  if (schedule >= stride) return undefined;
  const leaves = new DayLeaves();
  leaves.read(compiled.distinct);
  const eras: Int32Array[] = [];
  const line = new PlaceLine(compiled.days.count);
  placeDays(compiled, rowsDay, line, (numbers, count) => eras.push(numbers.slice(0, count)));
  const rows = rowsIn(tree);
  for (let at = schedule, day = 0; at < rows.length; at += stride, day++) rows[at ^ LOWEST_BYTE] = line.at(day);
  let end = length;
  for (const [era, numbers] of eras.entries()) {
    const width = leaves.widest(numbers, numbers.length);
    const size = numbers.length << width;
    if (end + size > words.length) return undefined;
    words[listsStart + era * stride + schedule] = listOf(end, width);
    leaves.writeTo(words, end, width, numbers, numbers.length);
    end += size;
  }
  return treeOf({ ...tree, eraStarts: [...before, end] });
}
