import type { PlaceLine } from "./place-line.ts";
import { eraEnd } from "./tree.ts";
import type { Days } from "./write-leaves.ts";

/** Which day is which, as `DayPattern` has it. */
export interface DayPattern {
  readonly count: number;
  readonly stretches: number;
  readonly starts: ArrayLike<number>;
  readonly weeks: ArrayLike<number>;
  readonly odds: number;
  readonly oddDays: ArrayLike<number>;
  readonly oddKinds: ArrayLike<number>;
  kinds(): ArrayLike<number>;
}

/** The days of one schedule: each distinct one, and which day is which. */
export interface CompiledDays {
  readonly distinct: Days;
  readonly days: DayPattern;
}

/** Takes what the leaves of an era show, by place: the first `count` of `kinds`, good until it returns. */
export type TakeLeaves = (kinds: Int32Array, count: number) => void;

const NO_PLACE = -1;

const WHOLE_WEEK = 0b1111111;

// What one schedule is placed with serves the next: their garbage would hold up whoever asks while thousands are placed.
/** Of the era: by kind, and of each weekday of a stretch. */
let places: Int16Array = new Int16Array(64);
/** By place. */
let kinds: Int32Array = new Int32Array(64);
const usual = new Uint8Array(7);
let placed = 0;

/**
 * Writes the places of a schedule's days, from the UTC day `from` to the end of an era, into `line`, and hands on the leaves
 * of each era. Leaves have their places in the order in which they come, so only the days are gone through that may show
 * one for the first time: those of a first week, and odd ones.
 */
export function placeDays({ distinct, days }: CompiledDays, from: number, line: PlaceLine, take: TakeLeaves): void {
  if (places.length < distinct.count) {
    // The places last: by them it is told whether there is room.
    kinds = new Int32Array(distinct.count * 2);
    places = new Int16Array(distinct.count * 2);
  }
  let stretch = 0;
  let odd = 0;
  for (let day = 0; day < days.count; ) {
    const next = Math.min(eraEnd(from + day) - from, days.count);
    places.fill(NO_PLACE, 0, distinct.count);
    placed = 0;
    while (day < next) {
      const stretchEnd = stretch + 1 < days.stretches ? (days.starts[stretch + 1] as number) : days.count;
      const end = Math.min(stretchEnd, next);
      odd = placeStretch(days, 7 * stretch, odd, day, end, line);
      if (end === stretchEnd) stretch++;
      day = end;
    }
    take(kinds, placed);
  }
}

/** Places the days `[from, end)`, all of one stretch and one era. `odd`: the first odd day among them. Returns the next. */
function placeStretch(
  { weeks, odds, oddDays, oddKinds }: DayPattern,
  week: number,
  odd: number,
  from: number,
  end: number,
  line: PlaceLine,
): number {
  let o = odd;
  for (let day = from, seen = 0; day < end && seen !== WHOLE_WEEK; day++) {
    if (o < odds && oddDays[o] === day) placeOf(oddKinds[o++] as number);
    else {
      const weekday = day % 7;
      usual[weekday] = placeOf(weeks[week + weekday] as number);
      seen |= 1 << weekday;
    }
  }
  line.fill(from, end, usual);
  for (o = odd; o < odds && (oddDays[o] as number) < end; o++) {
    line.set(oddDays[o] as number, placeOf(oddKinds[o] as number));
  }
  return o;
}

/** The place of a day of that kind in the list of the era, where it is put in if it is new. */
function placeOf(kind: number): number {
  const known = places[kind] as number;
  if (known !== NO_PLACE) return known;
  const place = placed++;
  places[kind] = place;
  kinds[place] = kind;
  return place;
}
