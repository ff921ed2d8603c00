import { END, MINUTES_PER_DAY } from "./leaf.ts";

/**
 * The store of all leaves: a day that looks the same is kept once, for all dates and all schedules.
 *
 * Only ever grows, and a step that was written never changes, so trees built earlier go on reading the array they know.
 */
export class LeafPool {
  #steps = new Int32Array(1024);
  #length = 0;
  readonly #known = new Map<string, number>();

  /** The steps of all leaves added so far, with room at the end. */
  get steps(): Int32Array {
    return this.#steps;
  }

  get leaves(): number {
    return this.#known.size;
  }

  /** `open`: sorted boundaries in minutes of the day, 0 to 1440. Returns the id of the leaf. */
  add(open: readonly number[]): number {
    const key = open.join(" ");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const steps: number[] = open[0] === 0 ? [] : [0];
    open.forEach((minute, i) => {
      if (minute < MINUTES_PER_DAY) steps.push((minute << 16) | (i % 2 === 0 ? 1 : 0));
    });
    this.#reserve(steps.length + 2);
    const leaf = this.#length + 1;
    this.#steps[leaf - 1] = steps.length;
    this.#steps.set(steps, leaf);
    this.#steps[leaf + steps.length] = END;
    this.#length = leaf + steps.length + 1;
    this.#known.set(key, leaf);
    return leaf;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#steps.length) return;
    const larger = new Int32Array(Math.max(this.#steps.length * 2, this.#length + more));
    larger.set(this.#steps);
    this.#steps = larger;
  }
}
