import type { DaysToPlace, PatternToPlace } from "./days-to-place.ts";
import type { PlaceLine } from "./place-line.ts";
import { eraEnd } from "./tree.ts";

/**
 * Takes what the leaves of an era show, by place: the first `count` of `numbers`, good until it returns. The days of the
 * era are `[from, end)` of the line.
 */
export type TakeLeaves = (numbers: Int32Array, count: number, from: number, end: number) => void;

const NO_PLACE = -1;

const WHOLE_WEEK = 0b1111111;

// What one schedule is placed with serves the next: their garbage would hold up whoever asks while thousands are placed.
/** By the number of a day, its place in the list of the era; NO_PLACE where it has none yet. */
let places: Int16Array = new Int16Array(64);
/** The other way: by place, the number. */
let numbers: Int32Array = new Int32Array(64);
/** How many places the era has so far. */
let placed = 0;
/** By weekday, the place of its days in the stretch. */
const usual = new Uint8Array(7);

/**
 * Writes the places of a schedule's days, from the UTC day `from` to the end of an era, into `line`, and hands on the leaves
 * of each era. Leaves have their places in the order in which they come, so only the days are gone through that may show
 * one for the first time: those of a first week, and odd ones.
 *
 * The last of `days` is the last of an era.
 */
export function placeDays({ distinct, days }: DaysToPlace, from: number, line: PlaceLine, take: TakeLeaves): void {
  if (places.length < distinct.count) {
    // The places last: by them it is told whether there is room.
    numbers = new Int32Array(distinct.count * 2);
    places = new Int16Array(distinct.count * 2);
  }
  let stretch = 0;
  let odd = 0;
  for (let day = 0; day < days.count; ) {
    const start = day;
    const next = eraEnd(from + day) - from;
    places.fill(NO_PLACE, 0, distinct.count);
    placed = 0;
    while (day < next) {
      const stretchEnd = stretch + 1 < days.stretches ? (days.starts[stretch + 1] as number) : days.count;
      const end = Math.min(stretchEnd, next);
      odd = placeStretch(days, 7 * stretch, odd, day, end, line);
      if (end === stretchEnd) stretch++;
      day = end;
    }
    take(numbers, placed, start, next);
  }
}

/** Places the days `[from, end)`, all of one stretch and one era. `odd`: the first odd day among them. Returns the next. */
function placeStretch(
  { weeks, odds, oddDays, oddNumbers }: PatternToPlace,
  week: number,
  odd: number,
  from: number,
  end: number,
  line: PlaceLine,
): number {
  let o = odd;
  for (let day = from, seen = 0; day < end && seen !== WHOLE_WEEK; day++) {
    if (o < odds && oddDays[o] === day) placeOf(oddNumbers[o++] as number);
    else {
      const weekday = day % 7;
      usual[weekday] = placeOf(weeks[week + weekday] as number);
      seen |= 1 << weekday;
    }
  }
  // Of a weekday whose days are all odd here, `usual` has what a stretch or schedule before put there. It need not be
  // cleared: the odd days that are written next cover each day that was filled with it.
  line.fill(from, end, usual);
  for (o = odd; o < odds && (oddDays[o] as number) < end; o++) {
    line.set(oddDays[o] as number, placeOf(oddNumbers[o] as number));
  }
  return o;
}

/** The place of the day of that number in the list of the era, where it is put in if it is new. */
function placeOf(number: number): number {
  const known = places[number] as number;
  if (known !== NO_PLACE) return known;
  const place = placed++;
  places[number] = place;
  numbers[place] = number;
  return place;
}
