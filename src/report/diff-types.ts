import type { RangeOptions } from "./meaning.ts";
import type { RequestClasses } from "./request-classes.ts";
import type { Stretch } from "./stretch.ts";

export interface DiffOptions extends RangeOptions {
  /** One handoff by its name in the new configuration, or in the old one. Default: all. */
  readonly handoff?: string | undefined;
}

export interface Diff {
  readonly from: number;
  readonly to: number;
  /** Time-zone data of both sides. */
  readonly zones: { readonly before: ZonesNamed; readonly after: ZonesNamed };
  /** No change in meaning: only the text moved, if anything did. All that follows is empty. */
  readonly same: boolean;
  /** Whom any request leads to, and when, is the same within the range: all that follows but `words` and `quiet` is empty. */
  readonly sameHours: boolean;
  /** Handoffs of both sides of which some resolution differs, in the order of the new configuration. */
  readonly handoffs: readonly HandoffDiff[];
  readonly added: readonly LoneHandoff[];
  readonly removed: readonly LoneHandoff[];
  readonly renamed: readonly RenamedHandoff[];
  /** Topics and tasks that lead to other handoffs. */
  readonly scenarios: readonly ScenariosDiff[];
  /** What an agent reads or calls by, and when does not depend on it. */
  readonly words: readonly WordChange[];
  /** Handoffs whose rules differ although every resolution within the range is the same. */
  readonly quiet: readonly string[];
}

export interface ZonesNamed {
  readonly name: string;
  readonly version: string;
}

export interface HandoffDiff {
  readonly handoff: string;
  /** The zone to show civil times in: that of the first queue. */
  readonly timezone: string;
  /** By request: classes with the same spans are together, and those without a difference are left out. */
  readonly changes: readonly ClassChange[];
}

export interface ClassChange extends MinuteTotals {
  readonly requests: readonly RequestClasses[];
  /** In order; what touches with the same change is one span. */
  readonly spans: readonly ChangedSpan[];
}

export interface MinuteTotals {
  /** Unavailable before, available after. */
  readonly gainedMinutes: number;
  /** Available before, unavailable after. */
  readonly lostMinutes: number;
  /** Available before and after, from another queue. */
  readonly movedMinutes: number;
}

/** Within it the queue that serves is another; `null`: the handoff is unavailable. */
export interface ChangedSpan extends Stretch {
  readonly before: string | null;
  readonly after: string | null;
  /** Where a handoff has several queues of the name, by which these are told apart. */
  readonly transferFunctions?: { readonly before: string | null; readonly after: string | null };
  /** The zone of the queue that serves now, or served before: to show civil times in. */
  readonly timezone: string;
}

export interface LoneHandoff {
  readonly handoff: string;
  readonly queues: readonly string[];
  /** Of the range, for requests that name neither channel nor language. */
  readonly servedMinutes: number;
}

export interface RenamedHandoff {
  readonly before: string;
  readonly after: string;
}

export interface ScenariosDiff {
  readonly kind: "topic" | "task";
  readonly name: string;
  /** Names of handoffs in order; undefined: there was no such topic or task, or there is none any more. */
  readonly before: readonly string[] | undefined;
  readonly after: readonly string[] | undefined;
}

export interface WordChange {
  readonly of: "handoff" | "queue" | "transfer_function" | "topic" | "task";
  /** The name now; the name before, for what was removed. */
  readonly name: string;
  /** For a queue: its handoff, by its name now. */
  readonly handoff?: string;
  /**
   * `name` (renamed), `presence` (added or removed), `function_name` (also a derived one), `description`, an instruction
   * block, `transfer_function_name`, `purpose`, `input_parameters`, `set_variables`, `instructions`.
   */
  readonly field: string;
  /** JSON values; undefined where there is none. */
  readonly before: unknown;
  readonly after: unknown;
}
