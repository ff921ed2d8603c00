import type { QueueConfiguration } from "../config/types.ts";
import { NONE, NumberTable } from "./number-table.ts";

/** The week of a queue that is open 24 hours, whichever hours stand beside that. */
const ALWAYS: object = Object.freeze({});

/**
 * Schedules by the very objects of which queues are made: most queues of a large configuration share theirs with another,
 * and need not be read.
 *
 * Exceptions that are met for the first time are those of a schedule that is not known by its parts, though one that
 * equals it may be; so the other parts are looked up only when these exceptions come again.
 */
export class QueueParts {
  readonly #exceptions = new Map<object | undefined, number>();
  /** By the number of the exceptions, the first queue that had them, and its schedule. */
  readonly #firsts: QueueConfiguration[] = [];
  readonly #firstSchedules: number[] = [];
  readonly #weeks = new Map<object | undefined, number>();
  /** By the week and the exceptions, a number of the two. */
  readonly #pairs = new NumberTable();
  #pairCount = 0;
  /** By that and the zone. */
  readonly #schedules = new NumberTable();
  readonly #zoneNumbers = new Map<string, number>();
  /**
   * By number. One string for all schedules of a zone that are numbered together: equal strings that are not the same are
   * compared letter by letter.
   */
  readonly #zones: string[] = [];

  /** `make`, with the zone's name, is called for a queue that shares not all its parts with another. */
  scheduleOf(queue: QueueConfiguration, make: (queue: QueueConfiguration, timezone: string) => number): number {
    const exceptions = this.#exceptions.get(queue.date_exceptions);
    const zone = this.#zoneOf(queue.timezone);
    if (exceptions === undefined) {
      const schedule = make(queue, this.#zones[zone] as string);
      this.#exceptions.set(queue.date_exceptions, this.#firsts.length);
      this.#firsts.push(queue);
      this.#firstSchedules.push(schedule);
      return schedule;
    }
    const first = this.#firsts[exceptions] as QueueConfiguration;
    if (weekOf(first) === weekOf(queue) && first.timezone === queue.timezone) {
      return this.#firstSchedules[exceptions] as number;
    }
    const pair = this.#pairOf(weekOf(queue), exceptions);
    const known = this.#schedules.get(pair, zone);
    if (known !== NONE) return known;
    const schedule = make(queue, this.#zones[zone] as string);
    this.#schedules.set(pair, zone, schedule);
    return schedule;
  }

  #pairOf(part: object | undefined, exceptions: number): number {
    const week = numberOf(this.#weeks, part);
    const known = this.#pairs.get(week, exceptions);
    if (known !== NONE) return known;
    this.#pairs.set(week, exceptions, this.#pairCount);
    return this.#pairCount++;
  }

  #zoneOf(timezone: string): number {
    const zone = numberOf(this.#zoneNumbers, timezone);
    if (zone === this.#zones.length) this.#zones.push(timezone);
    return zone;
  }
}

function weekOf({ open_24, weekly_hours }: QueueConfiguration): object | undefined {
  return open_24 ? ALWAYS : weekly_hours;
}

/** The number of what is in the map; of what is not yet, the next. */
function numberOf<T>(numbers: Map<T, number>, what: T): number {
  const known = numbers.get(what);
  if (known !== undefined) return known;
  numbers.set(what, numbers.size);
  return numbers.size - 1;
}
