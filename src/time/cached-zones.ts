import { MINUTES_PER_DAY } from "./civil.ts";
import { FIRST_INSTANT, MS_PER_MINUTE } from "./instant.ts";
import { joinSpans, type OffsetSpans, type ZoneSource } from "./zone.ts";

/** Two years: a window touches one or two pieces, and a zone is read for no more than it is asked. */
const PIECE_MINUTES = 730 * MINUTES_PER_DAY;

/** Before this some offsets are no whole minutes. */
const FIRST_MINUTE = FIRST_INSTANT / MS_PER_MINUTE;

/** Enough for every zone of the world over any window; a bound for requests at instants all over the calendar. */
const MAX_PIECES = 4096;

/**
 * A source whose answers are kept. The first touch of a zone costs milliseconds, and windows, rolls and
 * configurations ask for the same zones again, so a zone is read in fixed pieces and each piece once.
 */
export function cachedZones(source: ZoneSource): ZoneSource {
  const pieces = new Map<string, OffsetSpans>();
  const known = new Map<string, boolean>();

  function piece(timezone: string, index: number): OffsetSpans {
    const key = `${timezone} ${index}`;
    const kept = pieces.get(key);
    if (kept !== undefined) return kept;
    if (pieces.size >= MAX_PIECES) pieces.clear();
    const read = source.spans(timezone, Math.max(index * PIECE_MINUTES, FIRST_MINUTE), (index + 1) * PIECE_MINUTES);
    pieces.set(key, read);
    return read;
  }

  return {
    name: source.name,
    version: source.version,
    has(timezone) {
      const kept = known.get(timezone);
      if (kept !== undefined) return kept;
      const has = source.has(timezone);
      known.set(timezone, has);
      return has;
    },
    spans(timezone, from, to) {
      const parts: OffsetSpans[] = [];
      for (let i = Math.floor(from / PIECE_MINUTES); i * PIECE_MINUTES < to; i++) parts.push(piece(timezone, i));
      return joinSpans(parts);
    },
  };
}
