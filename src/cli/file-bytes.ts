import { open } from "node:fs/promises";
import { STDIN } from "./source.ts";
import type { Terminal } from "./terminal.ts";

const PIECE = 1_048_576;

/** All that a file, a pipe or standard input holds; undefined when that is more than `most` bytes. Throws as `open` does. */
export function readBytes(name: string, terminal: Terminal, most: number): Promise<Uint8Array | undefined> {
  return upTo(name === STDIN ? terminal.input() : fileInPieces(name), most);
}

async function upTo(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) return undefined;
    read.push(piece);
  }
  return Buffer.concat(read);
}

/** A pipe or a device as well: what there is, piece by piece. */
async function* fileInPieces(name: string): AsyncIterable<Uint8Array> {
  const file = await open(name, "r");
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: "there is no such file",
  EACCES: "you have no permission",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is no folder",
  ELOOP: "its links lead round in a circle",
  EMFILE: "too many files are open",
  EROFS: "its file system is read-only",
  ENOSPC: "there is no room left",
};

/** Why a file could not be read, in plain words. */
export function whyNot({ code, message }: NodeJS.ErrnoException): string {
  return REASONS[code ?? ""] ?? message;
}

/** Why it could not be written. */
export function whyNotWritten(error: unknown): string {
  const reason = error as NodeJS.ErrnoException;
  return reason.code === "ENOENT" ? "there is no such folder" : whyNot(reason);
}
