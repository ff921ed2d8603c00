import { LOWEST_BYTE } from "./tree.ts";

/**
 * The places of one schedule's days, a byte each, side by side: rows have them far apart, where each would touch a cache
 * line of its own. Byte `i` lies at `i ^ LOWEST_BYTE`, as in rows.
 */
export class PlaceLine {
  /** Four days each. */
  readonly words: Int32Array;
  readonly #bytes: Uint8Array;

  constructor(days: number) {
    this.words = new Int32Array((days + 3) >> 2);
    this.#bytes = new Uint8Array(this.words.buffer);
  }

  at(day: number): number {
    return this.#bytes[day ^ LOWEST_BYTE] as number;
  }

  set(day: number, place: number): void {
    this.#bytes[day ^ LOWEST_BYTE] = place;
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

/** The words of a week of weeks. */
const week = new Int32Array(7);

function fourFrom(places: Uint8Array, day: number): number {
  const [a, b] = [places[day % 7] as number, places[(day + 1) % 7] as number];
  const [c, d] = [places[(day + 2) % 7] as number, places[(day + 3) % 7] as number];
  return a | (b << 8) | (c << 16) | (d << 24);
}
