import type { QueueConfiguration } from "../config/types.ts";
import { compileSchedule } from "../schedule/compile.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { ScheduleNumbers } from "../schedule/schedule-numbers.ts";
import { MS_PER_DAY, MS_PER_MINUTE } from "../time/instant.ts";
import type { Boundaries } from "../time/interval.ts";
import type { ZoneSource } from "../time/zone.ts";
import type { Range } from "./range.ts";

/**
 * When queues are open within a range, by their hours alone: sorted boundaries in epoch milliseconds. Compiled as the
 * index of an engine is, so the range need not lie in its window; queues with equal hours in the same zone share theirs.
 */
export class OpenTimes {
  readonly #zones: ZoneSource;
  readonly #range: Range;
  readonly #numbers: ScheduleNumbers;
  readonly #known: Boundaries[] = [];

  constructor(zones: ZoneSource, range: Range, numbers: ScheduleNumbers = new ScheduleNumbers()) {
    this.#zones = zones;
    this.#range = range;
    this.#numbers = numbers;
  }

  of(queue: QueueConfiguration): Boundaries {
    const number = this.#numbers.numberOf(queue);
    const known = this.#known[number];
    if (known !== undefined) return known;
    const times = openTimes(this.#numbers.schedules[number] as Schedule, this.#zones, this.#range);
    this.#known[number] = times;
    return times;
  }
}

export function openTimes(schedule: Schedule, zones: ZoneSource, { from, to }: Range): Boundaries {
  const firstDay = Math.floor(from / MS_PER_DAY);
  const count = Math.ceil(to / MS_PER_DAY) - firstDay;
  const { distinct, days } = compileSchedule(schedule, zones, firstDay, count);
  const numbers = days.numbers();
  const { starts, values } = distinct;
  const times: number[] = [];
  for (let day = 0; day < count; day++) {
    const start = (firstDay + day) * MS_PER_DAY;
    const number = numbers[day] as number;
    for (let i = starts[number] as number; i < (starts[number + 1] as number); i++) {
      const at = Math.min(Math.max(start + (values[i] as number) * MS_PER_MINUTE, from), to);
      // What ends where the next begins goes on: at midnight, and where the range cuts both to nothing.
      if (times.length > 0 && times[times.length - 1] === at) times.pop();
      else times.push(at);
    }
  }
  return times;
}
