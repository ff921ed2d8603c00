import { openSnapshot } from "./resolve/open-snapshot.ts";
import { type LoadOptions, loadSnapshot as load, type Snapshot } from "./runtime.ts";
import { readLaw } from "./snapshot-offsets.ts";
import { compareLaw, type SnapshotZones } from "./snapshot-zones.ts";
import { newestZones } from "./time/newest-zones.ts";
import type { ZoneSource } from "./time/zone.ts";
import { SnapshotError } from "./tree/snapshot-error.ts";

export interface LoadSnapshotOptions extends LoadOptions {
  /** The time-zone data of this host. Default: the newest that can be read. */
  readonly zones?: ZoneSource;
  /** Refuse a snapshot that was compiled by offsets which the host's data does not say. Default: false, that is warn. */
  readonly strict?: boolean;
  /** Given what differs. Default: a warning of the process. */
  readonly onWarning?: (zones: SnapshotZones & { readonly warning: string }) => void;
}

/**
 * As `loadSnapshot` of `handoff-engine/runtime`, on a host that has time-zone data of its own: says so when the snapshot
 * was compiled by other law than that within its window, or throws a SnapshotError where the host is strict.
 */
export function loadSnapshot(
  bytes: ArrayBuffer | SharedArrayBuffer | Uint8Array,
  { zones = newestZones(), strict = false, onWarning = warn, ...options }: LoadSnapshotOptions = {},
): Snapshot {
  const snapshot = load(bytes, options);
  const compared = compareLaw(readLaw(openSnapshot(bytes, true)), zones);
  const { warning } = compared;
  if (warning === undefined) return snapshot;
  if (strict) throw new SnapshotError("E_SNAPSHOT_ZONES", warning);
  onWarning({ ...compared, warning });
  return snapshot;
}

function warn({ warning }: { readonly warning: string }): void {
  const host = globalThis as {
    readonly process?: { readonly emitWarning?: (warning: string, options: object) => void };
  };
  if (host.process?.emitWarning === undefined) console.warn(warning);
  else host.process.emitWarning(warning, { type: "SnapshotWarning", code: "W_SNAPSHOT_ZONES" });
}
