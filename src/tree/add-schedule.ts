import { DayLeaves } from "./day-leaves.ts";
import type { DaysToPlace } from "./days-to-place.ts";
import { listOf, MOST_PLACES, sizeOf } from "./list.ts";
import { placeDays } from "./place-days.ts";
import { PlaceLine } from "./place-line.ts";
import { setPlace } from "./rows.ts";
import { dayOfEra, eraEnd, rowsEnd, type Tree, treeOf } from "./tree.ts";

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
  const eras: { readonly numbers: Int32Array; readonly own: Int32Array | undefined }[] = [];
  const line = new PlaceLine(compiled.days.count);
  placeDays(compiled, rowsDay, line, (numbers, count, from, to) => {
    const own = count > MOST_PLACES ? line.takeOut(from, to, dayOfEra(rowsDay + from)) : undefined;
    eras.push({ numbers: numbers.slice(0, count), own });
  });
  for (let day = 0; day < rowsEnd(tree) - rowsDay; day++) setPlace(words, day * stride + schedule, line.at(day));
  let end = length;
  for (const [era, { numbers, own }] of eras.entries()) {
    const list = listOf(end, leaves.widest(numbers, numbers.length), own !== undefined);
    const size = sizeOf(list, numbers.length);
    if (end + size > words.length) return undefined;
    words[listsStart + era * stride + schedule] = list;
    leaves.writeTo(words, list, numbers, numbers.length, own);
    end += size;
  }
  return treeOf({ ...tree, eraStarts: [...before, end] });
}
