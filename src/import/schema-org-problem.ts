import { type DataImportProblem, dataProblems } from "./import-problem.ts";

/** What is to be known about hours of schema.org: refusals, and `W_` for what is taken but hardly meant. Arguments come quoted. */
export const SCHEMA_ORG_TEXTS = {
  E_SCHEMA_ORG_NONE: (): string =>
    "holds no `openingHoursSpecification`; give an OpeningHoursSpecification, a list of them, or a place that has them",
  E_SCHEMA_ORG_TEXT: (): string =>
    "gives its hours as a text; read it with `handoff import hours TEXT`, which takes OpenStreetMap's syntax",
  E_SCHEMA_ORG_SEVERAL: (): string => "has hours of its own, as has a place before it; import one place at a time",
  E_SCHEMA_ORG_SHAPE: (value: string): string =>
    `${value} is not an OpeningHoursSpecification, an object with \`opens\` and \`closes\``,
  E_SCHEMA_ORG_DAY: (value: string, hint: string): string =>
    `${value} is not a day of schema.org; write \`Monday\` to \`Sunday\`${hint}`,
  E_SCHEMA_ORG_HOLIDAYS: (): string =>
    "`PublicHolidays` leaves open which dates are meant, and a date exception names its date; leave it out, and bring the dates in with `handoff import holidays`",
  E_SCHEMA_ORG_NO_DAYS: (): string =>
    "names neither days nor dates; add `dayOfWeek`, or `validFrom` and `validThrough`",
  E_SCHEMA_ORG_TIME: (value: string): string =>
    `${value} is not a time of the clock; write HH:MM or HH:MM:00, from 00:00 to 24:00`,
  E_SCHEMA_ORG_ZONE: (value: string): string =>
    `${value} has an offset, and the hours of a queue are times of its own clock; leave the offset out`,
  E_SCHEMA_ORG_HALF: (present: string, missing: string): string =>
    `has ${present} and no ${missing}; give both, or neither for closed`,
  E_SCHEMA_ORG_EMPTY: (time: string): string =>
    `opens and closes at ${time}, which is read as no time and as a whole day; write 00:00 to 24:00, or both as 00:00 for closed`,
  E_SCHEMA_ORG_DATE: (value: string): string => `${value} is not a date of the calendar; write YYYY-MM-DD`,
  E_SCHEMA_ORG_UNBOUNDED: (present: string, missing: string): string =>
    `has ${present} and no ${missing}, and date exceptions name their dates; add ${missing}`,
  E_SCHEMA_ORG_ORDER: (): string => "ends before it begins",
  E_SCHEMA_ORG_MANY: (most: number): string =>
    `makes more than ${most} date exceptions; leave the dates out for what goes on`,
  E_SCHEMA_ORG_BOTH: (what: string): string => `says that ${what} is closed, and another one that it is open; keep one`,
  W_SCHEMA_ORG_CLOSED: (): string =>
    "opens and closes at 00:00, and is taken as closed all day, as search engines take it",
  W_SCHEMA_ORG_NIGHT: (date: string, end: string): string =>
    `opens ${date} until ${end}, for the hours of the evening before run past midnight`,
  W_SCHEMA_ORG_MINUTE: (): string =>
    "closes at 23:59, and stays so: the last minute of the date is closed; `--schema-org-24h` takes it as the end of the date",
} as const;

export const schemaOrgProblem: <Code extends keyof typeof SCHEMA_ORG_TEXTS>(
  code: Code,
  pointer: string,
  value: unknown,
  ...args: Parameters<(typeof SCHEMA_ORG_TEXTS)[Code]>
) => DataImportProblem = dataProblems(SCHEMA_ORG_TEXTS);
