import { stepsOf } from "./leaf.ts";
import { eraEnd, type Tree } from "./tree.ts";

/** The days of one schedule: each distinct one, as sorted boundaries in minutes of the UTC day, and which day is which. */
export interface CompiledDays {
  readonly distinct: readonly (readonly number[])[];
  readonly days: ArrayLike<number>;
}

/**
 * Writes a schedule's days, from the UTC day `from` to the end of an era, into the rows as far as these reach, and hands
 * the leaves of each era to `add`, in the order of their places.
 */
export function placeDays(
  { distinct, days }: CompiledDays,
  schedule: number,
  from: number,
  { rowsDay, stride, rows }: Pick<Tree, "rowsDay" | "stride" | "rows">,
  add: (leaves: readonly (readonly number[])[]) => void,
): void {
  const leaves = distinct.map(stepsOf);
  const places = new Int16Array(distinct.length);
  const end = rowsDay + rows.length / stride;
  for (let day = from; day < from + days.length; ) {
    const next = eraEnd(day);
    places.fill(-1);
    const used: (readonly number[])[] = [];
    for (; day < next; day++) {
      const leaf = days[day - from] as number;
      if ((places[leaf] as number) < 0) places[leaf] = used.push(leaves[leaf] as readonly number[]) - 1;
      if (day < end) rows[(day - rowsDay) * stride + schedule] = places[leaf] as number;
    }
    add(used);
  }
}
