import type { Boundaries } from "../time/interval.ts";
import { NONE, NumberTable } from "./number-table.ts";

/** Numbers days by what they look like. */
export class DistinctDays {
  /** Good as far as `count`. */
  readonly #days: Boundaries[] = [];
  #count = 0;
  /** By hash and length; where two days have the same of both, the other has the next free hash. */
  readonly #known = new NumberTable();

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
    this.#known.clear();
  }

  /** The number of the day whose boundaries are the first `length` of `values`, which are copied if it is a new one. */
  add(values: readonly number[], length: number): number {
    let hash = boundariesHash(values, length);
    for (let known = this.#known.get(hash, length); known !== NONE; known = this.#known.get(++hash | 0, length)) {
      if (startsWith(values, length, this.#days[known] as Boundaries)) return known;
    }
    const number = this.#count++;
    this.#known.set(hash | 0, length, number);
    this.#days[number] = values.slice(0, length);
    return number;
  }

  day(number: number): Boundaries {
    return this.#days[number] as Boundaries;
  }

  days(): readonly Boundaries[] {
    return this.#days.slice(0, this.#count);
  }
}

export function boundariesHash(values: readonly number[], length: number): number {
  let hash = length;
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, 1451) + (values[i] as number)) | 0;
  return hash;
}

function startsWith(values: readonly number[], length: number, day: Boundaries): boolean {
  if (day.length !== length) return false;
  for (let i = 0; i < length; i++) if (values[i] !== day[i]) return false;
  return true;
}
