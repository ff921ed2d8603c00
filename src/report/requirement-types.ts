import type { WeeklyHours } from "../config/types.ts";
import type { Stretch } from "./stretch.ts";

/** Hours as policy: whenever the wall clock of the zone is inside them, some queue must serve such a request. */
export interface Requirement {
  /** Left out: a request that names none. */
  readonly channel?: string | undefined;
  readonly language?: string | undefined;
  readonly weekly_hours: WeeklyHours;
  readonly timezone: string;
  /** Civil dates, `YYYY-MM-DD`, on which nothing is required, nor what the evening before would reach into. */
  readonly except?: readonly string[] | undefined;
  /** The handoff that it is about. Left out: every one. */
  readonly handoff?: string | undefined;
}

/** One finding in a text. Positions count UTF-16 units from 0; `[start, end)`. */
export interface TextProblem {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** The offending part as JSON, shortened, with invisible characters escaped. */
  readonly value: string;
}

export type ParsedRequirement =
  | { readonly requirement: Requirement; readonly problems: readonly [] }
  | { readonly requirement?: undefined; readonly problems: readonly TextProblem[] };

/** One requirement held against one handoff. */
export interface RequirementResult {
  readonly requirement: Requirement;
  /** As text, in the form that is parsed. */
  readonly text: string;
  readonly handoff: string;
  readonly met: boolean;
  /** Minutes of the range in which it asks for a queue, and in which none serves. */
  readonly requiredMinutes: number;
  readonly brokenMinutes: number;
  /** In order, apart; a stretch through several dates is one. */
  readonly broken: readonly Stretch[];
}
