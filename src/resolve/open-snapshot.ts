import { asBytes } from "../tree/as-bytes.ts";
import { readSections } from "../tree/sections.ts";
import { checkTables } from "./check-tables.ts";
import { SECTION_COUNT, type SnapshotTables, tablesOf } from "./snapshot-tables.ts";

/** The tables of a snapshot where they lie. Throws a SnapshotError when the buffer is not sound, unless that is trusted. */
export function openSnapshot(bytes: ArrayBuffer | SharedArrayBuffer | Uint8Array, trusted: boolean): SnapshotTables {
  const tables = tablesOf(readSections(asBytes(bytes), SECTION_COUNT, trusted));
  if (!trusted) checkTables(tables);
  return tables;
}
