import { PLACE_WORDS } from "./list.ts";

/**
 * The places of one schedule's days, a byte each, side by side: rows have them far apart, where each would touch a cache
 * line of its own.
 */
export class PlaceLine {
  /** Four days each, the first in the lowest byte. */
  readonly words: Int32Array;

  constructor(days: number) {
    this.words = new Int32Array((days + 3) >> 2);
  }

  at(day: number): number {
    return ((this.words[day >> 2] as number) >> (day << 3)) & 0xff;
  }

  set(day: number, place: number): void {
    setByte(this.words, day, place);
  }

  /** Takes the days `[from, end)` out, all of one era, as a long list has their places; `dayOfEra` is that of `from`. */
  takeOut(from: number, end: number, dayOfEra: number): Int32Array {
    const places = new Int32Array(PLACE_WORDS);
    for (let day = from; day < end; day++) {
      setByte(places, dayOfEra + day - from, this.at(day));
      this.set(day, 0);
    }
    return places;
  }

  /**
   * From `from` on, `places[day % 7]` on each day: a word at a time, which come again after seven. May go on beyond `end` to
   * the end of a word, so days are filled in order.
   */
  fill(from: number, end: number, places: Uint8Array): void {
    const { words } = this;
    for (let i = 0, day = 0; i < 7; i++, day += 4) week[i] = fourFrom(places, day);
    let w = from >> 2;
    const kept = ~(-1 << ((from & 3) << 3));
    words[w] = ((words[w] as number) & kept) | ((week[w % 7] as number) & ~kept);
    for (w++; w < (end + 3) >> 2; w++) words[w] = week[w % 7] as number;
  }
}

function setByte(words: Int32Array, at: number, value: number): void {
  const shift = (at & 3) << 3;
  words[at >> 2] = ((words[at >> 2] as number) & ~(0xff << shift)) | (value << shift);
}

/** The words of a week of weeks. */
const week = new Int32Array(7);

function fourFrom(places: Uint8Array, day: number): number {
  const [a, b] = [places[day % 7] as number, places[(day + 1) % 7] as number];
  const [c, d] = [places[(day + 2) % 7] as number, places[(day + 3) % 7] as number];
  return a | (b << 8) | (c << 16) | (d << 24);
}
