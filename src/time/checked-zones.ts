import { MINUTES_PER_DAY } from "./civil.ts";
import { type OffsetSpans, spanAt, type ZoneSource } from "./zone.ts";
import { ZoneDataError } from "./zone-data-error.ts";

/** The same source, of which everything that goes wrong is a ZoneDataError: offsets that cannot be are refused as well. */
export function checkedZones(source: ZoneSource): ZoneSource {
  function read<T>(timezone: string, reading: () => T): T {
    try {
      return reading();
    } catch (error) {
      if (error instanceof ZoneDataError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      const cannot = `time-zone data (${source.name}, ${source.version}) cannot be read for \`${timezone}\`: ${message}`;
      throw new ZoneDataError("E_TZDATA_READ", cannot, { cause: error });
    }
  }

  return {
    name: source.name,
    version: source.version,
    names: () => source.names(),
    has: (timezone) => read(timezone, () => source.has(timezone)),
    spans(timezone, from, to) {
      const spans = read(timezone, () => source.spans(timezone, from, to));
      const wrong = faultOf(spans, from, to);
      if (wrong === undefined) return spans;
      const corrupt = `time-zone data (${source.name}, ${source.version}) is corrupt for \`${timezone}\`: ${wrong}`;
      throw new ZoneDataError("E_TZDATA_ZONE", corrupt);
    },
  };
}

/** What breaks INVARIANT (offset spans) within `[from, to)`. */
function faultOf(spans: OffsetSpans, from: number, to: number): string | undefined {
  const { starts, offsets } = spans;
  if (starts.length === 0 || starts.length !== offsets.length)
    return `${starts.length} spans, ${offsets.length} offsets`;
  const first = spanAt(spans, from);
  if (!((starts[first] as number) <= from)) return `its first span starts at ${starts[first]}, after ${from}`;
  for (let i = first; i < starts.length; i++) {
    const [start, offset] = [starts[i] as number, offsets[i] as number];
    if (i > first && start >= to) return undefined;
    if (!Number.isInteger(start)) return `a transition at minute ${start}`;
    if (i > first && start <= (starts[i - 1] as number))
      return `a transition at ${start} after one at ${starts[i - 1]}`;
    if (!Number.isInteger(offset) || Math.abs(offset) >= MINUTES_PER_DAY) return `an offset of ${offset} minutes`;
  }
  return undefined;
}
