import { randomUUID } from "node:crypto";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { Failure } from "./failure.ts";
import { whyNotWritten } from "./file-bytes.ts";

/**
 * Beside its place first, so that nobody ever reads half of it, and what is there stays when the content fails. A link
 * stays one, and who may read and write the file stays the same. What is no file, such as a pipe, is written to as it is.
 */
export async function writeWhole(file: string, content: Uint8Array | string | Iterable<string>): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const found = await stat(target).catch(() => undefined);
  const isReplaced = found === undefined || found.isFile();
  const draft = isReplaced ? `${target}.${randomUUID()}` : target;
  try {
    await writeFile(draft, content, found === undefined ? {} : { mode: found.mode & 0o777 });
    if (isReplaced) await rename(draft, target);
  } catch (error) {
    if (isReplaced) await rm(draft, { force: true }).catch(() => {});
    // The content's own complaint is no matter of the file.
    if (error instanceof RangeError) throw error;
    throw new Failure(`${file} cannot be written: ${whyNotWritten(error)}`);
  }
}
