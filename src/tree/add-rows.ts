import { findLeaf, NOWHERE } from "./find-leaf.ts";
import type { CompiledDays } from "./place-days.ts";
import { eraOf, LOWEST_BYTE, type Tree } from "./tree.ts";
/** Rows under construction. */
export interface Rows {
  /** The day of the first row. */
  readonly rowsDay: number;
  /** The first day that gets no row. */
  readonly end: number;
  readonly stride: number;
  /** As `Tree.words` has them, alone. */
  readonly words: Int32Array;
  /** The same: `bytes[((day - rowsDay) * stride + schedule) ^ LOWEST_BYTE]` is the place of the leaf in its list. */
  readonly bytes: Uint8Array;
}

/**
 * Writes a schedule's days from the UTC day `from` on, all of one era, into the rows: their leaves are in the list that
 * `before` has. Returns false when one is not, that is when the rules now say what they did not say before.
 */
export function addRows(
  { words, stride, listsStart, rowsDay, eraStarts }: Tree,
  { distinct, days }: CompiledDays,
  schedule: number,
  from: number,
  rows: Rows,
): boolean {
  const list = words[listsStart + (eraOf(from) - eraOf(rowsDay)) * stride + schedule] as number;
  // Behind the last era may stand leaves of a tree that was made from this one: those do not go on with it.
  const leavesEnd = eraStarts[eraStarts.length - 1] as number;
  const { values, starts } = distinct;
  const places: number[] = [];
  const kinds = days.kinds();
  for (let d = 0; d < kinds.length; d++) {
    const kind = kinds[d] as number;
    places[kind] ??= findLeaf(words, leavesEnd, list, values, starts[kind], starts[kind + 1]);
    const place = places[kind] as number;
    if (place === NOWHERE) return false;
    rows.bytes[((from + d - rows.rowsDay) * stride + schedule) ^ LOWEST_BYTE] = place;
  }
  return true;
}
