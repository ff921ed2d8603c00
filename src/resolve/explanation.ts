import type { Weekday } from "../config/types.ts";
import type { ZoneData } from "../time/zone-data.ts";
import type { Closure } from "./closure.ts";
import type { HoursRule } from "./hours-rule.ts";
import type { Resolution } from "./resolution.ts";

/** What the wall clock in the queue's zone shows at the instant. */
export interface CivilReading {
  readonly timezone: string;
  readonly date: string;
  readonly weekday: Weekday;
  /** `HH:MM`. */
  readonly time: string;
  /** `+01:00`. */
  readonly offset: string;
}

/** What became of a queue: `closure` is closed by hand, `later` is open behind the one that is chosen. */
export type Verdict = "chosen" | "disabled" | "channel" | "language" | "closure" | "closed" | "later";

export type Rule =
  | { readonly kind: "enabled" }
  | { readonly kind: "supported_channel_types"; readonly supported: readonly string[]; readonly requested: unknown }
  | { readonly kind: "supported_languages"; readonly supported: readonly string[]; readonly requested: unknown }
  | { readonly kind: "closure"; readonly closure: Closure }
  | HoursRule;

export interface QueueExplanation {
  readonly queue: string;
  /** Place in the destination, from 0. */
  readonly index: number;
  /** `closure`: eligible, but closed by hand, whatever its hours. `later`: eligible and open, but a queue before it is chosen. */
  readonly verdict: Verdict;
  /** The rule that decided. */
  readonly rule: Rule;
  readonly civil: CivilReading;
  /** Verdict and rule as a sentence. */
  readonly text: string;
}

/** Why an answer is what it is. */
export interface Explanation {
  readonly handoff: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly resolution: Resolution;
  /** The closure whose message the resolution's instructions are; undefined where they are the configuration's. */
  readonly told: Closure | undefined;
  /** The time-zone data that the civil times were read from. */
  readonly zones: ZoneData;
  readonly queues: readonly QueueExplanation[];
}
