import { closeSync, openSync, writeSync } from "node:fs";
import type { Lookups } from "../lookups.ts";
import type { Tables } from "../tree-lookup.ts";

const MOST_ERAS = 16;

/**
 * Writes tables and questions for lookup.c, in the byte order of this machine:
 *
 *     int32   first day, days, stride, eras, questions, steps of each era (at most 16)
 *     uint8   rows[day][schedule], filled up to a multiple of eight
 *     int32   lists[schedule] of each era, then uint16 its steps, filled up likewise
 *     int32   schedule of each question
 *     double  instant of each question, epoch milliseconds
 */
export function writeTables(path: string, { tree, schedule }: Tables, { at, count }: Lookups): void {
  const header = new Int32Array(6 + MOST_ERAS);
  header.set([tree.firstDay, tree.days, tree.stride, tree.eras.length, count]);
  header.set(
    tree.eras.map(({ steps }) => steps.length),
    5,
  );
  const file = openSync(path, "w");
  for (const table of [header, tree.rows, ...tree.eras.flatMap(({ lists, steps }) => [lists, steps]), schedule, at]) {
    writeSync(file, table);
    writeSync(file, new Uint8Array(-table.byteLength & 7));
  }
  closeSync(file);
}
