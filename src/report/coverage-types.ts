import type { DateException, Weekday } from "../config/types.ts";
import type { RangeOptions } from "./meaning.ts";
import type { RequestClasses } from "./request-classes.ts";
import type { Requirement, RequirementResult } from "./requirement-types.ts";
import type { Stretch } from "./stretch.ts";

export interface CoverageOptions extends RangeOptions {
  /** One handoff by name. Default: all. */
  readonly handoff?: string | undefined;
  /** The zone of the civil week. Default: for each handoff, that of its first queue. */
  readonly timezone?: string | undefined;
  readonly requirements?: readonly Requirement[] | undefined;
}

export interface Coverage {
  readonly from: number;
  readonly to: number;
  readonly zones: { readonly name: string; readonly version: string };
  readonly handoffs: readonly HandoffCoverage[];
  readonly requirements: readonly RequirementResult[];
}

export interface HandoffCoverage {
  readonly handoff: string;
  /** The zone of the civil week. */
  readonly timezone: string;
  /** Every request falls into exactly one of these, in the product of channels and languages. */
  readonly classes: readonly ClassCoverage[];
  readonly neverChosen: readonly NeverChosen[];
  /** In order of dates. */
  readonly unusual: readonly UnusualDay[];
}

/** What requests of some classes, which the handoff treats alike throughout the range, get. */
export interface ClassCoverage {
  readonly requests: readonly RequestClasses[];
  /** Length of the range, and how much of it some queue serves. */
  readonly minutes: number;
  readonly servedMinutes: number;
  /** When no queue serves. */
  readonly unserved: readonly Stretch[];
  /** The same by the civil week. */
  readonly week: readonly WeekStretch[];
  /** By place in the destination, those that serve at all. */
  readonly shares: readonly QueueShare[];
}

/** A stretch of one weekday, in civil minutes 0 to 1440: of the times that it is `shown`, so many are not served. */
export interface WeekStretch {
  readonly weekday: Weekday;
  readonly civilStart: number;
  readonly civilEnd: number;
  readonly unserved: number;
  readonly shown: number;
}

export interface QueueShare {
  readonly queue: string;
  readonly index: number;
  readonly minutes: number;
  /** Of the served minutes, 0 to 1. */
  readonly share: number;
}

/** A queue that no request reaches within the range. */
export interface NeverChosen {
  readonly queue: string;
  readonly index: number;
  /**
   * `disabled`; `never_open`: it has no open minute in the range; `behind`: whenever it is open, queues before it serve.
   */
  readonly reason: "disabled" | "never_open" | "behind";
  /** `behind`: queues that by their rules win over it at any time, not only within the range, where that is known. */
  readonly always: readonly string[];
}

/** A civil date of a queue's zone on which something happens that the weekly hours do not tell. */
export interface UnusualDay {
  readonly date: string;
  readonly weekday: Weekday;
  readonly timezone: string;
  readonly happenings: readonly Happening[];
}

export type Happening =
  | {
      readonly kind: "date_exception";
      readonly queue: string;
      readonly index: number;
      readonly exception: DateException;
      /** Open minutes by the exception, and what the date would have had without it. */
      readonly minutes: number;
      readonly usualMinutes: number;
    }
  | {
      readonly kind: "cut_spill";
      readonly queue: string;
      readonly index: number;
      readonly from: string;
      readonly by: "weekly_hours" | "date_exception";
      readonly stretches: readonly Stretch[];
    }
  | {
      readonly kind: "gap" | "fold";
      readonly at: number;
      /** Offsets from UTC in minutes. */
      readonly before: number;
      readonly after: number;
    };
