import type { Destination } from "../config/types.ts";
import type { Explanation } from "../resolve/explanation.ts";
import type { RequirementResult, TextProblem } from "./requirement-types.ts";
import type { Stretch } from "./stretch.ts";

/** The content of a file of expectations: `schemas/expectations.schema.json`. */
export interface Expectations {
  readonly $schema?: string;
  readonly title?: string;
  readonly transitions?: true;
  readonly cases?: readonly ExpectationCase[];
  /** As `parseRequirement` reads them. */
  readonly requirements?: readonly (string | { readonly handoff: string; readonly require: string })[];
}

/** One behaviour: answers of a handoff of the configuration, or of a destination that the case brings along. */
export interface ExpectationCase {
  readonly name: string;
  readonly faults?: readonly number[];
  readonly handoff?: string;
  readonly destination?: Destination;
  readonly premises?: readonly Premise[];
  readonly expect: readonly Expectation[];
  readonly open?: ExpectedOpen;
}

export interface Expectation {
  /** An instant with its offset, or a civil time with its zone: `2026-12-24T18:00[America/New_York]`. */
  readonly at: string;
  readonly channel?: string;
  readonly language?: string;
  /** The name of the queue that is chosen; `null`: the handoff is unavailable. */
  readonly queue: string | null;
}

/** Exactly when the first queue of the destination is open in `[from, to)`, by its hours alone. */
export interface ExpectedOpen {
  readonly from: string;
  readonly to: string;
  readonly spans: readonly (readonly [start: string, end: string])[];
}

/** A fact about a time zone without which a case would test nothing. */
export type Premise =
  | {
      readonly kind: "gap" | "fold";
      readonly timezone: string;
      readonly at: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: "skipped_date"; readonly timezone: string; readonly date: string }
  | {
      readonly kind: "repeated_civil_time";
      readonly timezone: string;
      readonly civil: string;
      readonly instants: readonly [string, string];
    }
  | { readonly kind: "skipped_civil_time"; readonly timezone: string; readonly civil: string }
  | { readonly kind: "offset"; readonly timezone: string; readonly at: string; readonly offset: string }
  | { readonly kind: "civil"; readonly timezone: string; readonly at: string; readonly civil: string };

/** One finding in expectations. */
export interface ExpectationProblem {
  readonly code: string;
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly message: string;
  /** The offending value as JSON, shortened, with invisible characters escaped. */
  readonly value: string;
  /** Of a text, such as a requirement: which part of it, in UTF-16 units. */
  readonly within?: Pick<TextProblem, "start" | "end">;
}

export interface ExpectReport {
  /** What is wrong with the expectations themselves; then none of them was tried. */
  readonly problems: readonly ExpectationProblem[];
  readonly passed: number;
  readonly failed: number;
  readonly cases: readonly CaseResult[];
  readonly requirements: readonly RequirementResult[];
}

export interface CaseResult {
  readonly name: string;
  /** The handoff that was asked; undefined for a destination of its own. */
  readonly handoff: string | undefined;
  readonly passed: boolean;
  readonly premises: readonly { readonly premise: Premise; readonly holds: boolean }[];
  readonly results: readonly ExpectationResult[];
  /** Where the first queue is open and should not be, and the other way round. */
  readonly open?: { readonly missing: readonly Stretch[]; readonly surplus: readonly Stretch[] };
}

export interface ExpectationResult {
  readonly expectation: Expectation;
  readonly at: number;
  readonly passed: boolean;
  readonly expected: string | null;
  readonly got: string | null;
  /** Why: every queue, its verdict and the rule. */
  readonly explanation: Explanation;
}
