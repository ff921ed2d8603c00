import type { DaysToPlace } from "./days-to-place.ts";
import { findLeaf, isLeafOf, NOWHERE } from "./find-leaf.ts";
import { isLong } from "./list.ts";
import { type Rows, setPlace } from "./rows.ts";
import { eraOf, type Tree } from "./tree.ts";

/**
 * Writes a schedule's days from the UTC day `from` on, all of one era, into the rows: their leaves are in the list that
 * `before` has. Returns false when one is not, that is when the rules now say what they did not say before.
 */
export function addRows(
  { words, stride, listsStart, rowsDay, eraStarts }: Tree,
  { distinct, days }: DaysToPlace,
  schedule: number,
  from: number,
  rows: Rows,
): boolean {
  const list = words[listsStart + (eraOf(from) - eraOf(rowsDay)) * stride + schedule] as number;
  // Behind the last era may stand leaves of a tree that was made from this one: those do not go on with it.
  const leavesEnd = eraStarts[eraStarts.length - 1] as number;
  const { values, starts } = distinct;
  const places: number[] = [];
  const numbers = days.numbers();
  for (let d = 0; d < numbers.length; d++) {
    const number = numbers[d] as number;
    const [start, end] = [starts[number] as number, starts[number + 1] as number];
    if (isLong(list)) {
      // It tells the places of the whole era itself.
      if (!isLeafOf(words, list, from + d, values, start, end)) return false;
      continue;
    }
    places[number] ??= findLeaf(words, leavesEnd, list, values, start, end);
    const place = places[number] as number;
    if (place === NOWHERE) return false;
    setPlace(rows.words, (from + d - rows.rowsDay) * stride + schedule, place);
  }
  return true;
}
