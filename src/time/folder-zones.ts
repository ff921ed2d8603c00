import { type FileSystem, readStart, statusOf } from "./file-system.ts";
import { ianaNames } from "./iana.ts";
import { MOST_TZIF_BYTES, readTzif } from "./tzif.ts";
import type { ZoneSource } from "./zone.ts";
import { ZoneDataError, type ZoneDataErrorCode } from "./zone-data-error.ts";
import { newerNames, stampOf, type ZoneFolder } from "./zone-folder.ts";
import { spansOf, type ZoneLaw } from "./zone-law.ts";

/** Zones of a folder, each read when it is first asked for and then kept: they do not change under who uses them. */
export function folderZones(files: FileSystem, name: string, folder: ZoneFolder, reread: () => ZoneSource): ZoneSource {
  const laws = new Map<string, ZoneLaw>();
  let newer: readonly string[] | undefined;
  let names: readonly string[] | undefined;

  const newerThanList = () => (newer ??= newerNames(files, folder));

  function fileOf(timezone: string): string | undefined {
    return pathsOf(timezone, newerThanList)
      .map((path) => `${folder.path}/${path}`)
      .find((path) => statusOf(files, path)?.isFile());
  }

  function lawOf(timezone: string): ZoneLaw {
    const kept = laws.get(timezone);
    if (kept !== undefined) return kept;
    const path = fileOf(timezone) ?? refuse("E_TZDATA_UNKNOWN", `${folder.path} has no time zone \`${timezone}\``);
    const bytes = bytesOf(files, path);
    if (stampOf(files, folder.path) !== folder.stamp) {
      refuse(
        "E_TZDATA_CHANGED",
        `the time-zone data in ${folder.path} is no longer the ${folder.version} that was opened: open it anew`,
      );
    }
    const law = readTzif(bytes, `\`${timezone}\` (${path})`);
    laws.set(timezone, law);
    return law;
  }

  const has = (timezone: string) => laws.has(timezone) || fileOf(timezone) !== undefined;

  return {
    name,
    version: folder.version,
    folder: folder.path,
    has,
    names: () => (names ??= [...[...ianaNames().values()].map((known) => known.name), ...newerThanList()].filter(has)),
    fault(timezone) {
      try {
        lawOf(timezone);
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    spans: (timezone, from, to) => spansOf(lawOf(timezone), from, to),
    reread,
  };
}

/**
 * Where a zone may lie within a folder: names of IANA's list, spelled as there, and of the folder's own where that is
 * newer; nothing else becomes a path. Distributions may leave out deprecated links, which have the law of their target.
 */
function pathsOf(timezone: string, newerThanList: () => readonly string[]): readonly string[] {
  const known = ianaNames().get(timezone.toLowerCase());
  if (known?.name === timezone) return known.instead === undefined ? [timezone] : [timezone, known.instead];
  return newerThanList().includes(timezone) ? [timezone] : [];
}

/** One byte more than a file may have tells that it has too many. */
function bytesOf(files: FileSystem, path: string): Uint8Array {
  try {
    return readStart(files, path, MOST_TZIF_BYTES + 1);
  } catch (error) {
    return refuse("E_TZDATA_ZONE", `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function refuse(code: ZoneDataErrorCode, message: string): never {
  throw new ZoneDataError(code, message);
}
