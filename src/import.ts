export type { DataImportProblem, ImportProblem, TextImportProblem } from "./import/import-problem.ts";
export type { ImportedHours, QueueHours } from "./import/imported-hours.ts";
export { importOpeningHours } from "./import/opening-hours.ts";
export { importSchemaOrg } from "./import/schema-org.ts";
export type { SchemaOrgOptions } from "./import/schema-org-entry.ts";
