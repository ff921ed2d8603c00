import type { ZoneSource } from "../time/zone.ts";
import type { Diff } from "./diff-types.ts";
import type { ExpectReport } from "./expectation-types.ts";
import type { ExportOptions, ICalendarOptions, SqlOptions } from "./export-types.ts";
import type { Meaning } from "./meaning.ts";
import type { Range } from "./range.ts";
import type { TextProblem } from "./requirement-types.ts";

// The surface while it is being built: each moves to a file of its own.
const soon = (): never => {
  throw new Error("not built yet");
};

/** For a pull request. */
export const diffMarkdown: (diff: Diff) => string = soon;
/** Holds an engine against a file of expectations: `engine` is an Engine. */
export const expect: (
  engine: Meaning & {
    handoff(name: string): { resolve(request?: object): unknown; explain(request?: object): unknown };
  },
  expectations: unknown,
) => ExpectReport = soon;
export const toICalendar: (engine: Meaning, options?: ICalendarOptions) => string = soon;
/** JSON-LD: one `Place` a queue. */
export const toSchemaOrg: (engine: Meaning, options?: ExportOptions) => object = soon;
/** Statements, one after the other, each ends with a line break. */
export const toSql: (engine: Meaning, options: SqlOptions) => Iterable<string> = soon;
/** The civil week (from Monday) or month of a zone that holds an instant. */
export const civilWeek: (zones: ZoneSource, timezone: string, at: number) => Range = soon;
export const civilMonth: (zones: ZoneSource, timezone: string, at: number) => Range = soon;
/** The instants at which a zone shows a civil time `YYYY-MM-DDTHH:MM[:SS[.mmm]]`: one as a rule, two in a fold, none in a gap. */
export const civilInstants: (zones: ZoneSource, timezone: string, civil: string) => readonly number[] = soon;
/** An instant with its offset, or `2026-12-24T18:00[America/New_York]`. */
export const parseInstant: (
  text: string,
  zones: ZoneSource,
) => { readonly at: number } | { readonly problem: TextProblem } = soon;
