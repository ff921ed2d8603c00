import type { SnapshotOffsets, SnapshotTables } from "./resolve/snapshot-tables.ts";
import { MINUTES_PER_DAY } from "./time/civil.ts";
import { type OffsetSpans, spanAt, type ZoneSource } from "./time/zone.ts";
import type { ZoneData } from "./time/zone-data.ts";
import { tableError } from "./tree/sections.ts";
import type { Window } from "./tree/tree-builder.ts";
import { endOf } from "./window.ts";

/** Names in order, so that equal zones give equal bytes. */
export function writeOffsets(
  timezones: Iterable<string>,
  zones: ZoneSource,
  window: Window,
): SnapshotOffsets["offsets"] {
  const { from, to } = minutesOf(window);
  const listed = [...timezones].sort().map((timezone) => {
    const { starts, offsets } = zones.spans(timezone, from, to);
    const first = spanAt({ from, to, starts, offsets }, from);
    const numbers = [offsets[first] as number];
    for (let i = first + 1; i < starts.length && (starts[i] as number) < to; i++) {
      numbers.push(starts[i] as number, offsets[i] as number);
    }
    return [timezone, numbers] as const;
  });
  return Object.fromEntries(listed);
}

/** What a snapshot says about the zones that it was compiled by. */
export interface SnapshotLaw {
  readonly zones: ZoneData;
  /** Epoch minutes. */
  readonly from: number;
  readonly to: number;
  readonly spans: ReadonlyMap<string, OffsetSpans>;
}

/** The inverse, of text that anyone may have written. Throws a SnapshotError when it is not what a snapshot holds. */
export function readLaw({ info, firstDay, days }: SnapshotTables): SnapshotLaw {
  const { from, to } = minutesOf({ firstDay, days });
  const { zones, offsets } = parsed(info);
  const listed = Object.entries(offsets).map(([timezone, numbers]) => [timezone, spansOf(numbers, from, to)] as const);
  return { zones: { name: String(zones.name), version: String(zones.version) }, from, to, spans: new Map(listed) };
}

function parsed(info: Uint8Array): { readonly zones: object & Partial<ZoneData>; readonly offsets: object } {
  try {
    const { zones, offsets } = JSON.parse(new TextDecoder().decode(info.slice()));
    if (typeof zones === "object" && typeof offsets === "object" && zones && offsets) return { zones, offsets };
  } catch {
    // Said below.
  }
  throw malformed();
}

function spansOf(numbers: unknown, from: number, to: number): OffsetSpans {
  if (!Array.isArray(numbers) || numbers.length % 2 === 0 || !numbers.every(Number.isInteger)) throw malformed();
  const all: readonly number[] = [from, ...numbers];
  const starts = all.filter((_, i) => i % 2 === 0);
  const offsets = all.filter((_, i) => i % 2 === 1);
  const isSound = starts.every((start, i) => i === 0 || (start > (starts[i - 1] as number) && start < to));
  if (!isSound || offsets.some((offset) => Math.abs(offset) >= MINUTES_PER_DAY)) throw malformed();
  return { from, to, starts, offsets };
}

function minutesOf(window: Window): { readonly from: number; readonly to: number } {
  return { from: window.firstDay * MINUTES_PER_DAY, to: endOf(window) * MINUTES_PER_DAY };
}

function malformed() {
  return tableError("the offsets of its time zones are not told in JSON");
}
