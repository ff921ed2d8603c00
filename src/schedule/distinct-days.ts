import type { Boundaries } from "../time/interval.ts";
import { NONE, NumberTable } from "./number-table.ts";

/** Numbers days by what they look like. They lie side by side: an array for each would be garbage soon. */
export class DistinctDays {
  count = 0;
  /** Day `n` has the boundaries from `starts[n]` to `starts[n + 1]`; good as far as `count`. */
  starts: Int32Array = new Int32Array(64);
  values: Int32Array = new Int32Array(256);
  /** By hash and length; where two days have the same of both, the other has the next free hash. */
  readonly #known = new NumberTable();

  clear(): void {
    this.count = 0;
    this.#known.clear();
  }

  /** The number of the day whose boundaries are the first `length` of `values`, which are copied if it is a new one. */
  add(values: readonly number[], length: number): number {
    let hash = boundariesHash(values, length);
    for (let known = this.#known.get(hash, length); known !== NONE; known = this.#known.get(++hash | 0, length)) {
      if (this.#is(known, values, length)) return known;
    }
    const number = this.count;
    this.#append(values, length);
    this.#known.set(hash | 0, length, number);
    return number;
  }

  day(number: number): Boundaries {
    const day: number[] = [];
    const end = this.starts[number + 1] as number;
    for (let i = this.starts[number] as number; i < end; i++) day.push(this.values[i] as number);
    return day;
  }

  #append(values: readonly number[], length: number): void {
    const start = this.starts[this.count] as number;
    if (this.count + 2 > this.starts.length) this.starts = enlarged(this.starts, this.count + 2);
    if (start + length > this.values.length) this.values = enlarged(this.values, start + length);
    for (let i = 0; i < length; i++) this.values[start + i] = values[i] as number;
    this.starts[++this.count] = start + length;
  }

  #is(number: number, values: readonly number[], length: number): boolean {
    const start = this.starts[number] as number;
    if ((this.starts[number + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.values[start + i] !== values[i]) return false;
    return true;
  }
}

export function boundariesHash(values: readonly number[], length: number): number {
  let hash = length;
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, 1451) + (values[i] as number)) | 0;
  return hash;
}

function enlarged(numbers: Int32Array, least: number): Int32Array {
  const larger = new Int32Array(Math.max(2 * numbers.length, least));
  larger.set(numbers);
  return larger;
}
