import type { QueueConfiguration } from "../config/types.ts";
import { hoursOf } from "./hours.ts";
import { isSameSchedule, type Schedule, scheduleHash } from "./schedule.ts";

/** Numbers the distinct schedules of queues: those with equal hours in the same zone get the same number. */
export class ScheduleNumbers {
  readonly #schedules: Schedule[];
  /** By hash; where two schedules have one hash, the other has the next free number. */
  readonly #known: Map<number, number>;
  /** Most queues of a large configuration share the very objects of another: those are not read again. */
  readonly #parts = new Map<unknown, number>();
  readonly #byParts = new Map<string, number>();

  /** Goes on from those that there are, and leaves these as they are. */
  constructor(before?: ScheduleNumbers) {
    this.#schedules = before === undefined ? [] : [...before.#schedules];
    this.#known = before === undefined ? new Map() : new Map(before.#known);
  }

  get schedules(): readonly Schedule[] {
    return this.#schedules;
  }

  numberOf(queue: QueueConfiguration): number {
    const parts = `${this.#part(queue.weekly_hours)} ${this.#part(queue.date_exceptions)} ${queue.open_24} ${queue.timezone}`;
    let number = this.#byParts.get(parts);
    if (number === undefined) {
      number = this.#add({ timezone: queue.timezone, hours: hoursOf(queue) });
      this.#byParts.set(parts, number);
    }
    return number;
  }

  /** Once all queues have their number: what was kept to find the parts of a configuration again. */
  forgetParts(): void {
    this.#parts.clear();
    this.#byParts.clear();
  }

  #part(part: object | undefined): number {
    let number = this.#parts.get(part);
    if (number === undefined) {
      number = this.#parts.size;
      this.#parts.set(part, number);
    }
    return number;
  }

  #add(schedule: Schedule): number {
    let hash = scheduleHash(schedule);
    for (let known = this.#known.get(hash); known !== undefined; known = this.#known.get(++hash)) {
      if (isSameSchedule(this.#schedules[known] as Schedule, schedule)) return known;
    }
    this.#known.set(hash, this.#schedules.length);
    return this.#schedules.push(schedule) - 1;
  }
}
