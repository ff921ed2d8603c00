import { type Boundaries, sameBoundaries } from "../time/interval.ts";

/** Numbers days by what they look like. */
export class DistinctDays {
  readonly days: Boundaries[] = [];
  /** By hash; where two days have one hash, the other has the next free number. */
  readonly #known = new Map<number, number>();

  add(day: Boundaries): number {
    let hash = day.length;
    for (let i = 0; i < day.length; i++) hash = (Math.imul(hash, 1451) + (day[i] as number)) | 0;
    for (let known = this.#known.get(hash); known !== undefined; known = this.#known.get(++hash)) {
      if (sameBoundaries(this.days[known] as Boundaries, day)) return known;
    }
    this.#known.set(hash, this.days.length);
    return this.days.push(day) - 1;
  }
}
