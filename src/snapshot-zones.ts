import { keptZones } from "./kept-zones.ts";
import { dataText, differenceText } from "./report/difference-text.ts";
import { type ZoneDifference, zoneDifferences } from "./report/zone-differences.ts";
import { openSnapshot } from "./resolve/open-snapshot.ts";
import { readLaw, type SnapshotLaw } from "./snapshot-offsets.ts";
import { MS_PER_MINUTE } from "./time/instant.ts";
import { newestZones } from "./time/newest-zones.ts";
import { compareVersions } from "./time/version-order.ts";
import type { OffsetSpans, ZoneSource } from "./time/zone.ts";
import { type ZoneData, zoneData } from "./time/zone-data.ts";

/** The time-zone data that a snapshot was compiled by, beside that of a host. */
export interface SnapshotZones {
  readonly snapshot: ZoneData;
  readonly host: ZoneData;
  /** What the snapshot holds, half-open, epoch milliseconds. */
  readonly window: { readonly from: number; readonly to: number };
  /** The zones of its queues whose offsets differ within its window, by name. `other` is the host's data. */
  readonly zones: readonly ZoneDifference[];
  /** The zones of its queues that the host's data does not know, or cannot read: of these nothing is compared. */
  readonly missing: readonly string[];
  /** What differs, and what to do, as a sentence; undefined when nothing does, whatever the versions. */
  readonly warning: string | undefined;
}

/**
 * Compares the offsets that a snapshot was compiled by with those of the host's time-zone data: the newest that can be
 * read, where none is given. Throws a SnapshotError when the buffer is not sound.
 */
export function checkSnapshotZones(
  bytes: ArrayBuffer | SharedArrayBuffer | Uint8Array,
  zones: ZoneSource = newestZones(),
): SnapshotZones {
  return compareLaw(readLaw(openSnapshot(bytes, false)), zones);
}

export function compareLaw({ zones: snapshot, from, to, spans }: SnapshotLaw, zones: ZoneSource): SnapshotZones {
  const host = zoneData(zones);
  const known = new Map<string, OffsetSpans>();
  const source = keptZones(zones);
  for (const timezone of spans.keys()) {
    const read = spansOrNone(source, timezone, from, to);
    if (read !== undefined) known.set(timezone, read);
  }
  const missing = [...spans.keys()].filter((timezone) => !known.has(timezone));
  const differing = zoneDifferences(
    known.keys(),
    (timezone) => spans.get(timezone) as OffsetSpans,
    (timezone) => known.get(timezone) as OffsetSpans,
    from,
    to,
  );
  const window = { from: from * MS_PER_MINUTE, to: to * MS_PER_MINUTE };
  const warning = warningOf(snapshot, host, differing, missing);
  return { snapshot, host, window, zones: differing, missing, warning };
}

function spansOrNone(source: ZoneSource, timezone: string, from: number, to: number): OffsetSpans | undefined {
  try {
    return source.has(timezone) ? source.spans(timezone, from, to) : undefined;
  } catch {
    return undefined;
  }
}

function warningOf(
  snapshot: ZoneData,
  host: ZoneData,
  zones: readonly ZoneDifference[],
  missing: readonly string[],
): string | undefined {
  if (zones.length === 0 && missing.length === 0) return undefined;
  const said = [
    `the snapshot was compiled by time-zone data ${dataText(snapshot)}, this host has ${dataText(host)}`,
    ...(zones.length > 0 ? [`they differ in ${differenceText(zones)}`] : []),
    ...(missing.length > 0 ? [`this host's cannot tell ${missing.map((name) => `\`${name}\``).join(", ")}`] : []),
  ];
  const isHostOlder = compareVersions(host.version, snapshot.version) < 0;
  return `${said.join("; ")}; ${isHostOlder ? "update the data of this host" : "make the snapshot anew"}`;
}
