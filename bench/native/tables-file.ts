import { closeSync, openSync, writeSync } from "node:fs";
import type { Lookups } from "../lookups.ts";
import type { Tables } from "../tree-lookup.ts";

/**
 * Writes tables and questions for lookup.c, in the byte order of this machine:
 *
 *     int32  first day, days, schedules, steps, questions
 *     int32  rows[day][schedule]
 *     int32  steps
 *     int32  schedule of each question
 *     double instant of each question, epoch milliseconds
 */
export function writeTables(path: string, { tree, schedules, schedule }: Tables, { at, count }: Lookups): void {
  const header = Int32Array.of(tree.firstDay, tree.rows.length, schedules, tree.steps.length, count);
  const file = openSync(path, "w");
  for (const column of [header, ...tree.rows, tree.steps, schedule, at]) writeSync(file, column);
  closeSync(file);
}
