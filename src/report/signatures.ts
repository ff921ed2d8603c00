import type { Diff } from "./diff-types.ts";
import type { ExportOptions, ICalendarOptions, SqlOptions } from "./export-types.ts";
import type { Meaning } from "./meaning.ts";

// The surface while it is being built: each moves to a file of its own.
const soon = (): never => {
  throw new Error("not built yet");
};

/** For a pull request. */
export const diffMarkdown: (diff: Diff) => string = soon;
export const toICalendar: (engine: Meaning, options?: ICalendarOptions) => string = soon;
/** JSON-LD: one `Place` a queue. */
export const toSchemaOrg: (engine: Meaning, options?: ExportOptions) => object = soon;
/** Statements, one after the other, each ends with a line break. */
export const toSql: (engine: Meaning, options: SqlOptions) => Iterable<string> = soon;
