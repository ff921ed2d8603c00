import type { QueueConfiguration } from "../config/types.ts";
import { NONE, NumberTable } from "./number-table.ts";

/** Not the number of a part: the week of a queue that is open 24 hours, whichever hours stand beside that. */
const ALWAYS = -1;

/**
 * Schedules by the very objects of which queues are made: most queues of a large configuration share theirs with another,
 * and need not be read.
 */
export class QueueParts {
  readonly #parts = new Map<object | undefined, number>();
  readonly #zoneNumbers = new Map<string, number>();
  /** By number. One string for all schedules of a zone, for those that are the same are compared and hashed in no time. */
  readonly #zones: string[] = [];
  /** By the week and the exceptions, a number of the two. */
  readonly #pairs = new NumberTable();
  #pairCount = 0;
  /** By that and the zone. */
  readonly #schedules = new NumberTable();

  /** `make`, with the zone's name, is called for a queue that shares not all its parts with another. */
  scheduleOf(queue: QueueConfiguration, make: (queue: QueueConfiguration, timezone: string) => number): number {
    const pair = this.#pairOf(queue);
    const zone = this.#zoneOf(queue.timezone);
    const known = this.#schedules.get(pair, zone);
    if (known !== NONE) return known;
    const schedule = make(queue, this.#zones[zone] as string);
    this.#schedules.set(pair, zone, schedule);
    return schedule;
  }

  #pairOf({ open_24, weekly_hours, date_exceptions }: QueueConfiguration): number {
    const week = open_24 ? ALWAYS : this.#numberOf(weekly_hours);
    const exceptions = this.#numberOf(date_exceptions);
    const known = this.#pairs.get(week, exceptions);
    if (known !== NONE) return known;
    this.#pairs.set(week, exceptions, this.#pairCount);
    return this.#pairCount++;
  }

  #zoneOf(timezone: string): number {
    const known = this.#zoneNumbers.get(timezone);
    if (known !== undefined) return known;
    this.#zoneNumbers.set(timezone, this.#zones.length);
    return this.#zones.push(timezone) - 1;
  }

  #numberOf(part: object | undefined): number {
    const known = this.#parts.get(part);
    if (known !== undefined) return known;
    this.#parts.set(part, this.#parts.size);
    return this.#parts.size - 1;
  }
}
