import { closeSync, openSync, writeSync } from "node:fs";
import type { Lookups } from "../lookups.ts";
import type { Tables } from "../tree-lookup.ts";

/**
 * Writes tables and questions for lookup.c, in the byte order of this machine:
 *
 *     int32   day of the first row, stride, listsStart, words, questions, 0
 *     int32   words of the tree
 *     int32   schedule of each question
 *     double  instant of each question, epoch milliseconds
 *
 * Each table is filled up to a multiple of eight bytes.
 */
export function writeTables(path: string, { tree, schedule }: Tables, { at, count }: Lookups): void {
  const { rowsDay, stride, listsStart, words } = tree;
  const header = Int32Array.of(rowsDay, stride, listsStart, words.length, count, 0);
  const file = openSync(path, "w");
  for (const table of [header, words, schedule, at]) {
    writeSync(file, table);
    writeSync(file, new Uint8Array(-table.byteLength & 7));
  }
  closeSync(file);
}
