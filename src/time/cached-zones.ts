import { MINUTES_PER_DAY } from "./civil.ts";
import { FIRST_INSTANT, MS_PER_MINUTE } from "./instant.ts";
import { joinSpans, type OffsetSpans, type ZoneSource } from "./zone.ts";

/** 64 days: reading a piece takes well under a millisecond, so that no roll is held up by its zones. */
export const PIECE_DAYS = 64;

const PIECE_MINUTES: number = PIECE_DAYS * MINUTES_PER_DAY;

/** Before this some offsets are no whole minutes. */
const FIRST_MINUTE = FIRST_INSTANT / MS_PER_MINUTE;

/** Enough for every zone of the world over any window; a bound for requests at instants all over the calendar. */
const MOST_KEPT = 32_768;

/** The pieces `first` to `last` of a zone. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly spans: OffsetSpans;
}

/**
 * A source whose answers are kept. The first touch of a zone costs milliseconds, and windows, rolls and
 * configurations ask for the same zones again, so a zone is read in fixed pieces and each piece once.
 */
export function cachedZones(source: ZoneSource): ZoneSource {
  const pieces = new Map<string, OffsetSpans>();
  /** Pieces put together: windows ask for the same ones over and over. */
  const runs = new Map<string, OffsetSpans>();
  /** Of each zone, what was last asked: the schedules of a window all ask the same. */
  const lately = new Map<string, Run>();
  const known = new Map<string, boolean>();

  function piece(timezone: string, index: number): OffsetSpans {
    const key = `${timezone} ${index}`;
    const kept = pieces.get(key);
    if (kept !== undefined) return kept;
    if (pieces.size >= MOST_KEPT) pieces.clear();
    const read = source.spans(timezone, Math.max(index * PIECE_MINUTES, FIRST_MINUTE), (index + 1) * PIECE_MINUTES);
    pieces.set(key, read);
    return read;
  }

  function run(timezone: string, first: number, last: number): OffsetSpans {
    const key = `${timezone} ${first} ${last}`;
    const kept = runs.get(key);
    if (kept !== undefined) return kept;
    const parts: OffsetSpans[] = [];
    for (let i = first; i <= last; i++) parts.push(piece(timezone, i));
    const joined = joinSpans(parts);
    if (runs.size >= MOST_KEPT) runs.clear();
    runs.set(key, joined);
    return joined;
  }

  return {
    name: source.name,
    version: source.version,
    folder: source.folder,
    passedOver: source.passedOver,
    names: () => source.names(),
    fault: (timezone) => source.fault?.(timezone),
    reread: source.reread && (() => source.reread?.() ?? source),
    has(timezone) {
      const kept = known.get(timezone);
      if (kept !== undefined) return kept;
      const has = source.has(timezone);
      known.set(timezone, has);
      return has;
    },
    spans(timezone, from, to) {
      const first = Math.floor(from / PIECE_MINUTES);
      const last = Math.max(Math.ceil(to / PIECE_MINUTES) - 1, first);
      const before = lately.get(timezone);
      if (before !== undefined && before.first === first && before.last === last) return before.spans;
      const spans = first === last ? piece(timezone, first) : run(timezone, first, last);
      lately.set(timezone, { first, last, spans });
      return spans;
    },
  };
}
