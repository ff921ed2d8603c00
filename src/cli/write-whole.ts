import { randomUUID } from "node:crypto";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { Failure } from "./failure.ts";

/** Beside its place first, so that nobody ever reads half of it. Who may read and write it stays the same. */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    const mode = (await stat(file).catch(() => undefined))?.mode;
    await writeFile(draft, content, mode === undefined ? {} : { mode: mode & 0o777 });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw new Failure(`${file} cannot be written: ${(error as Error).message}`);
  }
}
