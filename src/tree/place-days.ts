import { eraEnd, LOWEST_BYTE } from "./tree.ts";
import type { Day } from "./write-leaves.ts";

/** The days of one schedule: each distinct one, and which day is which. */
export interface CompiledDays {
  readonly distinct: readonly Day[];
  readonly days: ArrayLike<number>;
}

const NO_PLACE = -1;

/** Rows under construction. */
export interface Rows {
  /** The day of the first row. */
  readonly rowsDay: number;
  readonly stride: number;
  /** `rows[((day - rowsDay) * stride + schedule) ^ LOWEST_BYTE]`: the place of the leaf in its list. */
  readonly rows: Uint8Array;
}

/** Takes the leaves of an era, by place: the first `count` of `leaves`, good until it returns. */
export type TakeLeaves = (leaves: readonly Day[], count: number) => void;

// What one schedule is placed with serves the next: their garbage would hold up whoever asks while thousands are placed.
const leaves: Day[] = [];
let places: Int16Array = new Int16Array(64);

/**
 * Writes a schedule's days, from the UTC day `from` to the end of an era, into the rows as far as these reach, and hands on
 * the leaves of each era.
 */
export function placeDays(
  { distinct, days }: CompiledDays,
  schedule: number,
  from: number,
  { rowsDay, stride, rows }: Rows,
  take: TakeLeaves,
): void {
  if (places.length < distinct.length) places = new Int16Array(distinct.length * 2);
  const rowsEnd = rowsDay + rows.length / stride;
  let at = (from - rowsDay) * stride + schedule;
  for (let day = from; day < from + days.length; ) {
    const next = eraEnd(day);
    places.fill(NO_PLACE, 0, distinct.length);
    let count = 0;
    for (; day < next; day++, at += stride) {
      const kind = days[day - from] as number;
      let place = places[kind] as number;
      if (place === NO_PLACE) {
        place = count++;
        places[kind] = place;
        leaves[place] = distinct[kind] as Day;
      }
      if (day < rowsEnd) rows[at ^ LOWEST_BYTE] = place;
    }
    take(leaves, count);
  }
}
