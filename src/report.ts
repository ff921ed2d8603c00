export { expect } from "./expect.ts";
export { expectationProblems } from "./report/check-expectations.ts";
export { checkRequirements } from "./report/check-requirements.ts";
export { civilInstants } from "./report/civil-instants.ts";
export { civilMonth, civilWeek } from "./report/civil-range.ts";
export { coverage } from "./report/coverage.ts";
export type * from "./report/coverage-types.ts";
export { diff } from "./report/diff.ts";
export { diffMarkdown } from "./report/diff-markdown.ts";
export type * from "./report/diff-types.ts";
export type * from "./report/expectation-types.ts";
export type * from "./report/export-types.ts";
export { toICalendar } from "./report/icalendar.ts";
export { parseInstant, type ReadInstant } from "./report/instant-text.ts";
export type { Meaning, RangeOptions } from "./report/meaning.ts";
export type { Range } from "./report/range.ts";
export { type RecurringSpans, recurringSpans } from "./report/recurring.ts";
export type * from "./report/request-classes.ts";
export { requestText } from "./report/request-text.ts";
export { parseRequirement } from "./report/requirement.ts";
export { requirementText } from "./report/requirement-text.ts";
export type * from "./report/requirement-types.ts";
export {
  type OpeningHoursSpecification,
  type PropertyValue,
  type QueuePlace,
  type SchemaOrg,
  toSchemaOrg,
} from "./report/schema-org.ts";
export { toSql } from "./report/sql.ts";
export type { ServedStretch, Stretch } from "./report/stretch.ts";
export { timeline } from "./report/timeline.ts";
export type * from "./report/timeline-types.ts";
