import { LEAST_WIDTH } from "./leaf.ts";
import { PLACE_WORDS, startIn, widthIn } from "./list.ts";
import { type Days, widthFor, writeLeaf } from "./write-leaves.ts";

/**
 * The leaves of the distinct days of one schedule. Most eras have most of them, so each is written once, and copied to the
 * lists. The memory of one schedule serves the next.
 */
export class DayLeaves {
  #days: Days = { count: 0, starts: new Int32Array(1), values: new Int32Array(0) };
  #widths = new Uint8Array(32);
  /** Of those of the least width, the words. */
  #words = new Int32Array(32 << LEAST_WIDTH);

  read(days: Days): void {
    const { count, starts, values } = days;
    this.#days = days;
    if (this.#widths.length < count) {
      // The widths last: by them it is told whether there is room.
      this.#words = new Int32Array((count * 2) << LEAST_WIDTH);
      this.#widths = new Uint8Array(count * 2);
    }
    for (let number = 0; number < count; number++) {
      const [from, to] = [starts[number] as number, starts[number + 1] as number];
      const width = widthFor(values, from, to);
      this.#widths[number] = width;
      if (width === LEAST_WIDTH) writeLeaf(this.#words, number << LEAST_WIDTH, width, values, from, to);
    }
  }

  /** The least width that holds each of the days of the first `count` of `numbers`. */
  widest(numbers: Int32Array, count: number): number {
    let width = LEAST_WIDTH;
    for (let i = 0; i < count; i++) width = Math.max(width, this.#widths[numbers[i] as number] as number);
    return width;
  }

  /** Writes a list where it begins: the places that it has itself, if it is long, and then the leaves of these days. */
  writeTo(
    words: Int32Array,
    list: number,
    numbers: ArrayLike<number>,
    count: number,
    own: Int32Array | undefined,
  ): void {
    const width = widthIn(list);
    let at = startIn(list);
    if (own !== undefined) {
      words.set(own, at);
      at += PLACE_WORDS;
    }
    for (let i = 0; i < count; i++, at += 1 << width) {
      const number = numbers[i] as number;
      if (width === LEAST_WIDTH) {
        const from = number << LEAST_WIDTH;
        words[at] = this.#words[from] as number;
        words[at + 1] = this.#words[from + 1] as number;
      } else {
        const { starts, values } = this.#days;
        writeLeaf(words, at, width, values, starts[number] as number, starts[number + 1] as number);
      }
    }
  }
}
