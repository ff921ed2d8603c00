import { formatInstant, LAST_INSTANT, MS_PER_MINUTE } from "./instant.ts";
import { checkKnownInstants } from "./known-instants.ts";
import { readTzif } from "./tzif.ts";
import type { OffsetSpans, ZoneSource } from "./zone.ts";
import { ZoneDataError } from "./zone-data-error.ts";
import { spansOf } from "./zone-law.ts";

/** Time-zone data that the host brings along. */
export interface InjectedZones {
  /** tz database version, e.g. `2026f`. */
  readonly version: string;
  /** What `status()` calls this source. Default: `injected`. */
  readonly name?: string;
  /**
   * By IANA name: the bytes of a TZif file, or a table of offset spans. A table is refused when it is asked about
   * instants outside it: let it reach 400 days beyond the window on both sides.
   */
  readonly zones: { readonly [timezone: string]: Uint8Array | OffsetSpans };
}

/** RFC 9636, 3.2. */
const MOST_OFFSET = 26 * 60;

type Spans = (from: number, to: number) => OffsetSpans;

/**
 * Zones from memory. All are read at once: throws a ZoneDataError when one is corrupt, or when the data has known
 * instants wrong.
 */
export function injectedZones({ version, name = "injected", zones }: InjectedZones): ZoneSource {
  const known = new Map<string, Spans>();
  for (const [timezone, data] of Object.entries(zones)) {
    known.set(timezone, data instanceof Uint8Array ? spansOfTzif(data, timezone) : spansOfTable(data, timezone));
  }
  const names = [...known.keys()];

  const source: ZoneSource = {
    name,
    version,
    has: (timezone) => known.has(timezone),
    names: () => names,
    spans(timezone, from, to) {
      const spans = known.get(timezone);
      if (spans !== undefined) return spans(from, to);
      throw new ZoneDataError("E_TZDATA_UNKNOWN", `the zones of the host have no time zone \`${timezone}\``);
    },
  };
  checkKnownInstants(source, (timezone, minute) => {
    const data = Object.hasOwn(zones, timezone) ? zones[timezone] : undefined;
    return data !== undefined && (data instanceof Uint8Array || (data.from < minute && minute < data.to));
  });
  return source;
}

function spansOfTzif(bytes: Uint8Array, timezone: string): Spans {
  const law = readTzif(bytes, `\`${timezone}\``);
  return (from, to) => spansOf(law, from, to);
}

/** A copy, so that what the host does with its own changes nothing here. */
function spansOfTable({ from: first, to: end, ...table }: OffsetSpans, timezone: string): Spans {
  const starts = [...table.starts];
  const offsets = [...table.offsets];
  const flaw = flawOf(first, end, starts, offsets);
  if (flaw !== undefined) {
    throw new ZoneDataError("E_TZDATA_ZONE", `time-zone data of \`${timezone}\` is corrupt: ${flaw}`);
  }
  const law = { starts, offsets, rule: undefined, ruleFrom: end };
  return (from, to) => {
    if (from >= first && to <= end) return spansOf(law, from, to);
    throw new RangeError(
      `the table of \`${timezone}\` holds ${shown(first)} to ${shown(end)}, and was asked for ${shown(from)} to ${shown(to)}`,
    );
  };
}

/** What is wrong with a table that does not keep the invariant of offset spans. */
function flawOf(from: number, to: number, starts: readonly number[], offsets: readonly number[]): string | undefined {
  if (starts.length === 0 || starts.length !== offsets.length) return "each span has one start and one offset";
  if (starts[0] !== from) return "its first span does not begin where it begins";
  const ascends = [...starts, to].every((start, i, all) => i === 0 || start > (all[i - 1] as number));
  if (!ascends) return "its starts do not ascend to its end";
  if (!starts.every(Number.isInteger)) return "its starts are no whole minutes";
  const isOffset = (offset: number) => Number.isInteger(offset) && Math.abs(offset) < MOST_OFFSET;
  if (!offsets.every(isOffset)) return "its offsets are no whole minutes below 26 hours";
  return offsets.every((offset, i) => offset !== offsets[i - 1]) ? undefined : "two of its spans that touch are equal";
}

function shown(minute: number): string {
  const at = minute * MS_PER_MINUTE;
  return Math.abs(at) <= LAST_INSTANT ? formatInstant(at) : `${minute} min`;
}
