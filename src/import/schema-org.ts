import { formatDate, formatMinute, MINUTES_PER_DAY, weekdayIndex } from "../time/civil.ts";
import { civilIntervals, dateException, isWholeDate, type Minutes, weeklyHours } from "./civil-intervals.ts";
import type { DataImportProblem } from "./import-problem.ts";
import type { ImportedHours } from "./imported-hours.ts";
import { MOST_DATES } from "./most-dates.ts";
import { type Findings, readEntry, type SchemaOrgEntry, type SchemaOrgOptions } from "./schema-org-entry.ts";
import { specificationsIn } from "./schema-org-parts.ts";
import { schemaOrgProblem } from "./schema-org-problem.ts";

const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * Reads schema.org's OpeningHoursSpecification: one, a list, or a place that has them, in JSON-LD that was parsed.
 * Entries with `validFrom` and `validThrough` take the place of the weekly ones on their dates. What a queue cannot
 * express is refused, with its pointer and the reason.
 */
export function importSchemaOrg(data: unknown, options: SchemaOrgOptions = {}): ImportedHours<DataImportProblem> {
  const { parts, problems } = specificationsIn(data);
  const found: Findings = { problems: [...problems], warnings: [] };
  const entries = parts.flatMap((part) => readEntry(part, found, options) ?? []);
  const weekly = entries.filter(({ dates }) => dates === undefined);
  const week = DAY_NAMES.map((name, day) =>
    openOn(
      weekly.filter((entry) => isAbout(entry, day)),
      name,
      found,
    ),
  );
  const dated = exceptionsOf(entries, found);
  const { problems: refusals, warnings } = found;
  if (refusals.length > 0) return { problems: refusals, warnings };
  const exceptions = [...dated].map(([date, entriesOf]) => {
    const own = openOn(entriesOf, formatDate(date), found);
    const before = dated.has(date - 1)
      ? openOn(dated.get(date - 1) ?? [], "", found)
      : (week[weekdayIndex(date - 1)] ?? []);
    const spill = before.flatMap(({ end }) =>
      end > MINUTES_PER_DAY ? [{ start: 0, end: end - MINUTES_PER_DAY }] : [],
    );
    warnNight(entriesOf[0], date, spill, found);
    return [formatDate(date), dateException(civilIntervals([...spill, ...own]))] as const;
  });
  if (refusals.length > 0) return { problems: refusals, warnings };
  const intervals = week.map(civilIntervals);
  const always = intervals.every(isWholeDate);
  const hours = {
    open_24: always,
    ...(always ? {} : { weekly_hours: weeklyHours(intervals) }),
    ...(exceptions.length === 0 ? {} : { date_exceptions: Object.fromEntries(exceptions) }),
  };
  return { hours, problems: [], warnings };
}

function isAbout({ days }: SchemaOrgEntry, weekday: number): boolean {
  return days?.has(weekday) !== false;
}

/** The dates that entries name, in order, each with its entries. */
function exceptionsOf(
  entries: readonly SchemaOrgEntry[],
  { problems }: Findings,
): ReadonlyMap<number, readonly SchemaOrgEntry[]> {
  const dated = new Map<number, SchemaOrgEntry[]>();
  for (const entry of entries) {
    if (entry.dates === undefined) continue;
    const { first, last } = entry.dates;
    // As far as any weekdays of it can be taken.
    const end = Math.min(last, first + 7 * MOST_DATES);
    for (let date = first; date <= end; date++) {
      if (!isAbout(entry, weekdayIndex(date))) continue;
      if (dated.size >= MOST_DATES && !dated.has(date)) {
        problems.push(schemaOrgProblem("E_SCHEMA_ORG_MANY", entry.part.pointer, entry.part.value, MOST_DATES));
        return new Map();
      }
      dated.set(date, [...(dated.get(date) ?? []), entry]);
    }
  }
  return new Map([...dated].sort(([a], [b]) => a - b));
}

/** What entries of one day open, taken together. */
function openOn(entries: readonly SchemaOrgEntry[], day: string, { problems }: Findings): readonly Minutes[] {
  const open = entries.flatMap(({ times }) => times ?? []);
  const closed = entries.find(({ times }) => times === undefined);
  if (closed !== undefined && open.length > 0 && problems.every(({ pointer }) => pointer !== closed.part.pointer)) {
    problems.push(schemaOrgProblem("E_SCHEMA_ORG_BOTH", closed.part.pointer, closed.part.value, day));
  }
  return open;
}

/** It may not be what was meant by a date with hours of its own. */
function warnNight(
  entry: SchemaOrgEntry | undefined,
  date: number,
  spill: readonly Minutes[],
  { warnings }: Findings,
): void {
  const end = Math.max(0, ...spill.map((night) => night.end));
  if (entry === undefined || end === 0) return;
  const { pointer, value } = entry.part;
  warnings.push(schemaOrgProblem("W_SCHEMA_ORG_NIGHT", pointer, value, formatDate(date), formatMinute(end)));
}
