import { open } from "node:fs/promises";
import { fault } from "./file-fault.ts";
import { type Finding, Refused } from "./finding.ts";
import { type Format, formatOf, guessedFormat, type Source, STDIN } from "./source.ts";
import type { Terminal } from "./terminal.ts";
import { decodeUtf8 } from "./utf8.ts";

const MIB = 1_048_576;
/** More than the largest fleet; a device that never ends is left there. */
const MOST_BYTES = 256 * MIB;
/** YAML takes thirty times as long to read as JSON, and as much more memory. */
const MOST_YAML_BYTES = 16 * MIB;

/** Throws Refused when the file cannot be read as text. */
export async function readSource(name: string, terminal: Terminal, format?: Format): Promise<Source> {
  const known = format ?? formatOf(name);
  const refuse = (finding: (source: Source) => Finding) =>
    new Refused([finding({ name, text: "", format: known ?? "json" })]);
  const most = known === "yaml" ? MOST_YAML_BYTES : MOST_BYTES;
  const hint = known === "yaml" ? "; write JSON, which is read faster" : "";
  let bytes: Uint8Array;
  try {
    const pieces = name === STDIN ? terminal.input() : fileInPieces(name);
    const whole = await upTo(pieces, most);
    if (whole === undefined) throw refuse((source) => fault("E_SIZE", source, undefined, [`${most / MIB} MiB`, hint]));
    bytes = whole;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw refuse((source) => fault("E_READ", source, undefined, [whyNot(error as NodeJS.ErrnoException)]));
  }
  const decoded = decodeUtf8(bytes);
  const source: Source = { name, text: decoded.text, format: known ?? guessedFormat(decoded.text) };
  if (decoded.fault === undefined) return source;
  const span = { start: decoded.text.length, end: decoded.text.length + 1 };
  throw new Refused([
    decoded.fault === "utf-16"
      ? fault("E_UTF16_FILE", source, undefined, [])
      : fault("E_UTF8", source, span, [decoded.fault]),
  ]);
}

/** Undefined when there is more. */
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
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(MIB), 0, MIB, null);
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
};

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  return REASONS[code ?? ""] ?? message;
}
