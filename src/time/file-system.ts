/** The part of `node:fs` that time-zone data is read with. */
export interface FileSystem {
  statSync(path: string, options: { readonly throwIfNoEntry: false }): FileStatus | undefined;
  openSync(path: string, flags: "r"): number;
  fstatSync(file: number): FileStatus;
  readSync(file: number, into: Uint8Array, offset: number, length: number, position: number): number;
  closeSync(file: number): void;
}

export interface FileStatus {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ino: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

interface Host {
  readonly process?: {
    readonly getBuiltinModule?: (id: string) => unknown;
    readonly env?: { readonly [name: string]: string | undefined };
  };
}

const host = (): Host["process"] => (globalThis as Host).process;

/** Undefined in browsers and at the edge. Never imported: bundles for places without one must not need it. */
export function fileSystem(): FileSystem | undefined {
  return host()?.getBuiltinModule?.("node:fs") as FileSystem | undefined;
}

/** An environment variable that is set and not empty. */
export function environment(name: string): string | undefined {
  const value = host()?.env?.[name];
  return value === "" ? undefined : value;
}

/** Undefined when there is nothing, or nothing that may be looked at. */
export function statusOf(files: FileSystem, path: string): FileStatus | undefined {
  try {
    return files.statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** At most `most` bytes from the start of a regular file: a device or a pipe has no end, and would be waited for. */
export function readStart(files: FileSystem, path: string, most: number): Uint8Array {
  if (files.statSync(path, { throwIfNoEntry: false })?.isFile() === false) throw new Error("it is no regular file");
  const file = files.openSync(path, "r");
  try {
    const status = files.fstatSync(file);
    if (!status.isFile()) throw new Error("it is no regular file");
    const bytes = new Uint8Array(Math.min(status.size, most));
    let length = 0;
    while (length < bytes.length) {
      const read = files.readSync(file, bytes, length, bytes.length - length, length);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    files.closeSync(file);
  }
}
