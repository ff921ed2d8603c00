import { type FileSystem, readStart, statusOf } from "./file-system.ts";
import { ianaNames } from "./iana.ts";
import { IANA_VERSION } from "./iana-names.ts";
import { compareVersions } from "./version-order.ts";

/** A folder of TZif files, as it stood when it was opened. */
export interface ZoneFolder {
  readonly path: string;
  /** `unknown` when no file of the folder tells. */
  readonly version: string;
  /** Changes when another version is put in the place of this one. */
  readonly stamp: string;
}

const UNKNOWN = "unknown";

/** Where distributions say which version they have: zic's own input, then what macOS and others write. */
const VERSION_FILES: readonly (readonly [name: string, form: RegExp])[] = [
  ["tzdata.zi", /^# version (\d{4}[a-z]+[\w.-]*)\s/],
  ["+VERSION", /^(\d{4}[a-z]+[\w.-]*)\s/],
  ["VERSION", /^(\d{4}[a-z]+[\w.-]*)\s/],
];
const VERSION_BYTES = 64;

/** Five times the present `tzdata.zi`. */
const MOST_LIST_BYTES = 512 * 1024;

/** What is no path of its own: a name cannot lead out of the folder. */
const SAFE_NAME = /^[A-Za-z][\w+-]*(?:\/[A-Za-z][\w+-]*){0,2}$/;

/** Undefined when there is no such folder. */
export function openFolder(files: FileSystem, path: string): ZoneFolder | undefined {
  const status = statusOf(files, path);
  if (status?.isDirectory() !== true) return undefined;
  for (const [name, form] of VERSION_FILES) {
    const version = form.exec(`${textOf(files, `${path}/${name}`, VERSION_BYTES)}\n`)?.[1];
    if (version !== undefined) return { path, version, stamp: stampOf(files, path) };
  }
  return { path, version: UNKNOWN, stamp: stampOf(files, path) };
}

/** Of the files that tell the version, else of the folder itself, in which files are put by renaming. */
export function stampOf(files: FileSystem, path: string): string {
  const told = VERSION_FILES.map(([name]) => statusOf(files, `${path}/${name}`)).filter(
    (status) => status !== undefined,
  );
  const stamped = told.length > 0 ? told : [statusOf(files, path)];
  return stamped.map((status) => `${status?.ino} ${status?.size} ${status?.mtimeMs}`).join(", ");
}

/**
 * The names of zones that the folder lists and that the list carried here is too old for. None in a folder that is no
 * newer than the list: there, a name that the list does not have is none of IANA's.
 */
export function newerNames(files: FileSystem, { path, version }: ZoneFolder): readonly string[] {
  if (compareVersions(version, IANA_VERSION) <= 0) return [];
  const lines = textOf(files, `${path}/tzdata.zi`, MOST_LIST_BYTES).split("\n");
  const names = lines.flatMap((line) => {
    const [kind, first = "", second = ""] = line.split(" ");
    return kind === "Z" ? [first] : kind === "L" ? [second] : [];
  });
  const known = ianaNames();
  return names.filter((name) => SAFE_NAME.test(name) && name !== "Factory" && !known.has(name.toLowerCase()));
}

function textOf(files: FileSystem, path: string, most: number): string {
  try {
    return new TextDecoder("latin1").decode(readStart(files, path, most));
  } catch {
    return "";
  }
}
