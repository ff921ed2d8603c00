import type { ZoneDataError } from "./zone-data-error.ts";

/**
 * A stretch of one zone's UTC offsets.
 *
 * INVARIANT (offset spans): span `i` lasts from `starts[i]` to `starts[i + 1]`, the last one to `to`; `starts[0]` is
 * `from`; `starts` ascends strictly and neighbours differ in their offset, so each inner start is a transition.
 * Civil minute = UTC minute + offset. All values are whole minutes.
 */
export interface OffsetSpans {
  readonly from: number;
  readonly to: number;
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

/** Where time-zone law comes from. */
export interface ZoneSource {
  /** What kind of source this is, e.g. `runtime`. */
  readonly name: string;
  /** tz database version, e.g. `2026c`; `unknown` when the source does not tell. */
  readonly version: string;
  /** The folder that it is read from, where it is one. */
  readonly folder?: string | undefined;
  /** What would have been preferred to this source and cannot be used; of `newestZones`. */
  readonly passedOver?: readonly UnusableZones[] | undefined;
  /** Whether this source's data knows the name. Spelling and IANA's list are checked elsewhere. */
  has(timezone: string): boolean;
  /** The names that this source knows. */
  names(): readonly string[];
  /** Why the data of a zone that it has cannot be used; undefined when it can. Absent where no zone can be corrupt. */
  readonly fault?: ((timezone: string) => string | undefined) | undefined;
  /**
   * The offsets of a zone over `[from, to)` in epoch minutes, from 1972-01-08 on. Throws when the zone is not known or
   * its data is corrupt.
   */
  spans(timezone: string, from: number, to: number): OffsetSpans;
  /** The same place read anew. Absent where the data cannot change while the process runs. */
  readonly reread?: (() => ZoneSource) | undefined;
}

/** A place of time-zone data that cannot be used, and why. */
export interface UnusableZones {
  readonly name: string;
  readonly folder?: string | undefined;
  readonly error: ZoneDataError;
}

/** Index of the span that holds `minute`, which must lie in `[from, to)`. */
export function spanAt(spans: OffsetSpans, minute: number): number {
  let i = spans.starts.length - 1;
  while (i > 0 && (spans.starts[i] as number) > minute) i--;
  return i;
}

/** UTC offset in minutes at an epoch minute in `[from, to)`. */
export function offsetAt(spans: OffsetSpans, minute: number): number {
  return spans.offsets[spanAt(spans, minute)] as number;
}

/** Puts pieces that follow each other without a hole into one; equal offsets at a seam are one span. */
export function joinSpans(pieces: readonly OffsetSpans[]): OffsetSpans {
  const first = pieces[0] as OffsetSpans;
  const last = pieces[pieces.length - 1] as OffsetSpans;
  if (first === last) return first;
  const starts: number[] = [];
  const offsets: number[] = [];
  for (const piece of pieces) {
    piece.starts.forEach((start, i) => {
      const offset = piece.offsets[i] as number;
      if (offset === offsets[offsets.length - 1]) return;
      starts.push(start);
      offsets.push(offset);
    });
  }
  return { from: first.from, to: last.to, starts, offsets };
}
