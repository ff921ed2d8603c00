import { fileSystem } from "./file-system.ts";
import { runtimeVersion, runtimeZones } from "./runtime-zones.ts";
import { checkedZones, findSystemFolder, SYSTEM } from "./system-zones.ts";
import type { UnusableZones, ZoneSource } from "./zone.ts";
import { ZoneDataError } from "./zone-data-error.ts";
import type { ZoneFolder } from "./zone-folder.ts";

/** Time-zone data that may be read: its version is known before any zone of it is. */
export interface ZoneCandidate {
  readonly name: string;
  readonly version: string;
  readonly folder?: string | undefined;
  /** Throws a ZoneDataError when the data does not pass the self-check. */
  readonly open: () => ZoneSource;
}

/** What this process may read time zones from, the cheapest first; a broken folder with its error. */
export function zoneCandidates(): readonly (ZoneCandidate | UnusableZones)[] {
  return [...systemCandidate(), { name: "runtime", version: runtimeVersion(), open: runtimeZones }];
}

function systemCandidate(): readonly (ZoneCandidate | UnusableZones)[] {
  const files = fileSystem();
  if (files === undefined) return [];
  try {
    const folder = findSystemFolder(files);
    if (folder === undefined) return [];
    const open = () => keptZones(folder) ?? keep(folder, checkedZones(files, SYSTEM, folder));
    return [{ name: SYSTEM, version: folder.version, folder: folder.path, open }];
  } catch (error) {
    return [{ name: SYSTEM, error: asZoneDataError(error) }];
  }
}

/** What was opened last: engines of one process share its zones, as long as the folder has not changed. */
let kept: { readonly folder: ZoneFolder; readonly zones: ZoneSource } | undefined;

function keptZones({ path, stamp }: ZoneFolder): ZoneSource | undefined {
  return kept?.folder.path === path && kept.folder.stamp === stamp ? kept.zones : undefined;
}

function keep(folder: ZoneFolder, zones: ZoneSource): ZoneSource {
  kept = { folder, zones };
  return zones;
}

/** Forgets what was opened, so that it is read anew. */
export function forgetZones(): void {
  kept = undefined;
}

/** Any other error is not about data, and is thrown on. */
export function asZoneDataError(error: unknown): ZoneDataError {
  if (error instanceof ZoneDataError) return error;
  throw error;
}
