import type { QueueConfiguration } from "../config/types.ts";
import { QueueParts } from "./queue-parts.ts";
import { readHours } from "./read-hours.ts";
import { isSameSchedule, type Schedule, scheduleHash } from "./schedule.ts";

/** Numbers the distinct schedules of queues: those with equal hours in the same zone get the same number. */
export class ScheduleNumbers {
  readonly #schedules: Schedule[];
  /** By hash; where two schedules have one hash, the other has the next free number. */
  readonly #known: Map<number, number>;
  #parts = new QueueParts();

  /** Goes on from those that there are, and leaves these as they are. */
  constructor(before?: ScheduleNumbers) {
    this.#schedules = before === undefined ? [] : [...before.#schedules];
    this.#known = before === undefined ? new Map() : new Map(before.#known);
  }

  get schedules(): readonly Schedule[] {
    return this.#schedules;
  }

  numberOf(queue: QueueConfiguration): number {
    return this.#parts.scheduleOf(queue, this.#read);
  }

  /** Once all queues have their number: what was kept to find the parts of a configuration again. */
  forgetParts(): void {
    this.#parts = new QueueParts();
  }

  readonly #read = (queue: QueueConfiguration, timezone: string): number =>
    this.#add({ timezone, hours: readHours(queue) });

  #add(schedule: Schedule): number {
    let hash = scheduleHash(schedule);
    for (let known = this.#known.get(hash); known !== undefined; known = this.#known.get(++hash)) {
      if (isSameSchedule(this.#schedules[known] as Schedule, schedule)) return known;
    }
    this.#known.set(hash, this.#schedules.length);
    return this.#schedules.push(schedule) - 1;
  }
}
