import type { Boundaries } from "../time/interval.ts";
import type { ZoneSource } from "../time/zone.ts";
import { type CompiledDays, compileSchedule } from "./compile.ts";
import { cutDays, openDays } from "./cut-days.ts";
import type { Schedule } from "./schedule.ts";

/** Schedules, and after them those that closures make of them. Spans are in epoch minutes. */
export class CutSchedules {
  readonly #schedules: readonly Schedule[];
  /** `of`: the number of the schedule that is cut; undefined when it is open throughout. */
  readonly #cut: { readonly of: number | undefined; readonly closed: Boundaries }[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(schedules: readonly Schedule[]) {
    this.#schedules = schedules;
  }

  get length(): number {
    return this.#schedules.length + this.#cut.length;
  }

  /** The number of the schedule without what lies within `closed`. */
  cut(schedule: number, closed: Boundaries): number {
    return closed.length === 0 ? schedule : this.#number(schedule, closed);
  }

  /** The number of a schedule that is open within `spans` and at no other time. */
  during(spans: Boundaries): number {
    const edges = [Number.NEGATIVE_INFINITY, ...spans, Number.POSITIVE_INFINITY];
    return this.#number(undefined, spans.at(-1) === Number.POSITIVE_INFINITY ? edges.slice(0, -2) : edges);
  }

  compile(number: number, zones: ZoneSource, firstDay: number, count: number): CompiledDays {
    const cut = this.#cut[number - this.#schedules.length];
    if (cut === undefined) return compileSchedule(this.#schedules[number] as Schedule, zones, firstDay, count);
    const days = cut.of === undefined ? openDays(count) : this.compile(cut.of, zones, firstDay, count);
    return cutDays(days, firstDay, cut.closed);
  }

  #number(of: number | undefined, closed: Boundaries): number {
    const key = `${of} ${closed}`;
    const number = this.#numbers.get(key) ?? this.#schedules.length + this.#cut.push({ of, closed }) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
