import { environment, type FileSystem, fileSystem } from "./file-system.ts";
import { folderZones } from "./folder-zones.ts";
import { checkKnownInstants } from "./known-instants.ts";
import type { ZoneSource } from "./zone.ts";
import { ZoneDataError } from "./zone-data-error.ts";
import { openFolder, type ZoneFolder } from "./zone-folder.ts";

/** Variables that say where this system's zoneinfo is: that of Go's library, and that of the tz database's own code. */
const VARIABLES = ["ZONEINFO", "TZDIR"];

/** Where systems have it: Linux and most others, macOS, NixOS, Solaris. */
const FOLDERS = ["/usr/share/zoneinfo", "/var/db/timezone/zoneinfo", "/etc/zoneinfo", "/usr/share/lib/zoneinfo"];

export const SYSTEM = "system";

/**
 * The time-zone data of the operating system, or of any folder of TZif files such as zic makes: `folder`, else what the
 * environment variable `ZONEINFO` or `TZDIR` names, else where systems have it. A zone is read when it is first asked for.
 * Throws a ZoneDataError when there is no such folder, or when its data does not pass the self-check.
 */
export function systemZones(folder?: string): ZoneSource {
  const files = fileSystem();
  if (files === undefined)
    throw new ZoneDataError("E_TZDATA_FOLDER", "there is no file system to read time zones from");
  if (folder === undefined) return checkedZones(files, SYSTEM, findSystemFolder(files) ?? noFolder(FOLDERS.join(", ")));
  return checkedZones(files, "folder", openFolder(files, folder) ?? noFolder(folder));
}

/** Throws a ZoneDataError when its data does not pass the self-check. */
export function checkedZones(files: FileSystem, name: string, folder: ZoneFolder): ZoneSource {
  const zones = folderZones(files, name, folder, () =>
    checkedZones(files, name, openFolder(files, folder.path) ?? noFolder(folder.path)),
  );
  checkKnownInstants(zones);
  return zones;
}

/** Undefined on a system that has none. Throws a ZoneDataError when the environment names one that is not there. */
export function findSystemFolder(files: FileSystem): ZoneFolder | undefined {
  for (const variable of VARIABLES) {
    const path = environment(variable);
    if (path !== undefined) return openFolder(files, path) ?? noFolder(`${path}, which ${variable} names`);
  }
  for (const path of FOLDERS) {
    const found = openFolder(files, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

function noFolder(path: string): never {
  throw new ZoneDataError("E_TZDATA_FOLDER", `there is no folder of time-zone data at ${path}`);
}
