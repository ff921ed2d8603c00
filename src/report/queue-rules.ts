import type { Destination, QueueConfiguration } from "../config/types.ts";
import type { ScheduleNumbers } from "../schedule/schedule-numbers.ts";
import { canonicalTags } from "./eligible.ts";

/**
 * What decides when a queue is chosen, and for whom, as one text: equal for rules that mean the same. Names and transfer
 * functions are not in it.
 */
export class QueueRules {
  readonly #numbers: ScheduleNumbers;
  readonly #known = new WeakMap<QueueConfiguration, string>();

  constructor(numbers: ScheduleNumbers) {
    this.#numbers = numbers;
  }

  of(queue: QueueConfiguration): string {
    const known = this.#known.get(queue);
    if (known !== undefined) return known;
    const { enabled, supported_channel_types: channels, supported_languages: languages } = queue;
    const sorted = (words: readonly string[]) => [...words].sort().join(" ");
    const served = `${channels && sorted(channels)} ${languages && sorted(canonicalTags(languages))}`;
    const rules = `${enabled} ${this.#numbers.numberOf(queue)} ${served}`;
    this.#known.set(queue, rules);
    return rules;
  }

  /** Whether two queues are open at the same instants, under the same time-zone law. */
  sameHours(one: QueueConfiguration, other: QueueConfiguration): boolean {
    return this.#numbers.numberOf(one) === this.#numbers.numberOf(other);
  }

  /** Whether two destinations lead every request to the same place at any instant, under the same time-zone law. */
  same(one: Destination, other: Destination): boolean {
    if (one === other) return true;
    if (one.length !== other.length) return false;
    return one.every((queue, q) => this.of(queue) === this.of(other[q] as QueueConfiguration));
  }
}
