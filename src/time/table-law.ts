import type { OffsetSpans } from "./zone.ts";
import { ZoneDataError } from "./zone-data-error.ts";
import type { ZoneLaw } from "./zone-law.ts";

/** RFC 9636, 3.2, has no offset of 26 hours. */
const MOST_OFFSET = 26 * 60;

/** A table as a law, copied: it does not change with the table. Throws a ZoneDataError for one that is none. */
export function lawOfTable(table: OffsetSpans, label: string): ZoneLaw {
  const flaw = isTable(table) ? flawOf(table) : "it is neither a Uint8Array of a TZif file nor a table of offset spans";
  if (flaw !== undefined) {
    throw new ZoneDataError("E_TZDATA_ZONE", `time-zone data of ${label} is corrupt: ${flaw}`);
  }
  const { from, to, starts, offsets } = table;
  return { label, from, end: to, starts: [...starts], offsets: [...offsets], rule: undefined, ruleFrom: to };
}

function isTable(given: unknown): boolean {
  const { starts, offsets } = (given ?? {}) as { readonly starts?: unknown; readonly offsets?: unknown };
  return Array.isArray(starts) && Array.isArray(offsets);
}

/** How a table breaks the invariant of offset spans. */
function flawOf({ from, to, starts, offsets }: OffsetSpans): string | undefined {
  if (starts.length === 0 || starts.length !== offsets.length) return "each span has one start and one offset";
  if (starts[0] !== from) return "its first span does not begin where it begins";
  const ascends = [...starts, to].every((start, i, all) => i === 0 || start > (all[i - 1] as number));
  if (!ascends) return "its starts do not ascend to its end";
  if (!starts.every(Number.isInteger)) return "its starts are no whole minutes";
  const isOffset = (offset: number) => Number.isInteger(offset) && Math.abs(offset) < MOST_OFFSET;
  if (!offsets.every(isOffset)) return "its offsets are no whole minutes below 26 hours";
  return offsets.every((offset, i) => offset !== offsets[i - 1]) ? undefined : "two of its spans that touch are equal";
}
