import { MINUTES_PER_DAY } from "./civil.ts";
import { type OffsetSpans, spanAt, type ZoneSource } from "./zone.ts";
import { ZoneDataError } from "./zone-data-error.ts";

/**
 * The same source, of which everything that goes wrong is a ZoneDataError: offsets that cannot be are refused as well. What
 * is checked is a copy: a source may give the same arrays again with other numbers, or such as run its own code when read.
 */
export function guardedZones(source: ZoneSource): ZoneSource {
  return {
    name: source.name,
    version: source.version,
    folder: source.folder,
    passedOver: source.passedOver,
    names: () => source.names(),
    has: (timezone) => guarded(source, () => source.has(timezone)),
    fault: (timezone) => source.fault?.(timezone),
    reread: source.reread && (() => source.reread?.() ?? source),
    spans(timezone, from, to) {
      const spans = guarded(source, () => copied(source.spans(timezone, from, to)));
      const wrong = faultOf(spans, from, to);
      if (wrong === undefined) return spans;
      throw new ZoneDataError("E_TZDATA_ZONE", `${named(source)} is corrupt for \`${timezone}\`: ${wrong}`);
    },
  };
}

/** The place of a source read anew; undefined where that cannot say anything else. */
export function rereadZones(source: ZoneSource): ZoneSource | undefined {
  return guarded(source, () => source.reread?.());
}

function guarded<T>(source: ZoneSource, reading: () => T): T {
  try {
    return reading();
  } catch (error) {
    if (error instanceof ZoneDataError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new ZoneDataError("E_TZDATA_READ", `${named(source)} cannot be read: ${message}`, { cause: error });
  }
}

function copied({ from, to, starts, offsets }: OffsetSpans): OffsetSpans {
  return { from, to, starts: Array.from(starts), offsets: Array.from(offsets) };
}

function named({ name, version }: ZoneSource): string {
  return `time-zone data (${name}, ${version})`;
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
