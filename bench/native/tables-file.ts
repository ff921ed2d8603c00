import { closeSync, openSync, writeSync } from "node:fs";
import type { Lookups } from "../lookups.ts";
import type { Tables } from "../tree-lookup.ts";

/**
 * Writes tables and questions for lookup.c, in the byte order of this machine:
 *
 *     int32   day of the first row, rows, stride, eras, steps, questions
 *     uint8   rows[day][schedule]
 *     int32   lists[era][schedule]
 *     uint16  steps
 *     int32   schedule of each question
 *     double  instant of each question, epoch milliseconds
 *
 * Each table is filled up to a multiple of eight bytes.
 */
export function writeTables(path: string, { tree, schedule }: Tables, { at, count }: Lookups): void {
  const { rowsDay, stride, rows, lists, steps } = tree;
  const header = Int32Array.of(rowsDay, rows.length / stride, stride, lists.length / stride, steps.length, count);
  const file = openSync(path, "w");
  for (const table of [header, rows, lists, steps, schedule, at]) {
    writeSync(file, table);
    writeSync(file, new Uint8Array(-table.byteLength & 7));
  }
  closeSync(file);
}
