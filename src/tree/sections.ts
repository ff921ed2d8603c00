import { checksum } from "./checksum.ts";
import { SnapshotError } from "./snapshot-error.ts";

/**
 * One buffer of many tables. All numbers are little-endian:
 *
 *     bytes 0–7    "HANDOFF" and a line feed
 *     word 2       format version
 *     word 3       bytes in all
 *     word 4       checksum of the words from 5 on
 *     word 5       how many sections
 *     word 6 …     of each section: first byte, bytes
 *
 * and then the sections, each at a multiple of eight bytes, in the order of their table.
 */
const MAGIC = "HANDOFF\n";
const FORMAT_VERSION = 4;

const LENGTH_WORD = 3;
const CHECKSUM_WORD = 4;
const COUNT_WORD = 5;
const TABLE_WORD = 6;
const HEADER_BYTES = 24;

/** Tables of bytes or 32-bit numbers. */
export type Section = Uint8Array | Int32Array;

/** Places in a buffer are words of 32 bits, with a sign. */
const MOST_BYTES = 2 ** 31 - 8;

/** Throws a RangeError for more than a buffer can hold. */
export function writeSections(sections: readonly Section[]): Uint8Array<ArrayBuffer> {
  const size = sections.reduce((sum, { byteLength }) => sum + byteLength + 16, HEADER_BYTES);
  if (size > MOST_BYTES) {
    throw new RangeError(
      `a snapshot holds at most 2 GiB, and this one has ${size} bytes: shorten the window, or make one of each part`,
    );
  }
  let end = aligned(HEADER_BYTES + sections.length * 8);
  const starts = sections.map(({ byteLength }) => {
    const start = end;
    end = aligned(start + byteLength);
    return start;
  });
  const bytes = new Uint8Array(end);
  const words = new Int32Array(bytes.buffer);
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
  words[2] = FORMAT_VERSION;
  words[LENGTH_WORD] = end;
  words[COUNT_WORD] = sections.length;
  sections.forEach(({ buffer, byteOffset, byteLength }, s) => {
    words[TABLE_WORD + 2 * s] = starts[s] as number;
    words[TABLE_WORD + 2 * s + 1] = byteLength;
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), starts[s]);
  });
  words[CHECKSUM_WORD] = checksum(words, COUNT_WORD);
  return bytes;
}

/** The sections of a buffer, as bytes where they lie: nothing is copied. Throws a SnapshotError when it is damaged. */
export function readSections(bytes: Uint8Array, count: number, isTrusted: boolean): readonly Uint8Array[] {
  const { buffer, byteOffset, length } = bytes;
  for (let i = 0; i < Math.min(MAGIC.length, length); i++) {
    if (bytes[i] === MAGIC.charCodeAt(i)) continue;
    throw new SnapshotError("E_SNAPSHOT_MAGIC", "not a snapshot: it does not begin with `HANDOFF`");
  }
  if (length < HEADER_BYTES || length % 8 !== 0) throw cutShort(length, `a multiple of 8 from ${HEADER_BYTES} on`);
  const words = new Int32Array(buffer, byteOffset, length / 4);
  if (words[2] !== FORMAT_VERSION) {
    const message = `snapshot has format version ${words[2]}, this runtime reads version ${FORMAT_VERSION}`;
    throw new SnapshotError("E_SNAPSHOT_VERSION", message);
  }
  if (words[LENGTH_WORD] !== length) throw cutShort(length, `${words[LENGTH_WORD]}`);
  if (!isTrusted && words[CHECKSUM_WORD] !== checksum(words, COUNT_WORD)) {
    throw new SnapshotError("E_SNAPSHOT_CHECKSUM", "snapshot is damaged: its checksum does not match");
  }
  if (words[COUNT_WORD] !== count) throw tableError(`it has ${words[COUNT_WORD]} sections, not ${count}`);
  let end = HEADER_BYTES + count * 8;
  const sections: Uint8Array[] = [];
  for (let s = 0; s < count; s++) {
    const start = words[TABLE_WORD + 2 * s] as number;
    const size = words[TABLE_WORD + 2 * s + 1] as number;
    if (start !== aligned(end) || size < 0 || size > length - start) {
      throw tableError(`section ${s} is ${size} bytes from ${start} on, of ${length}`);
    }
    end = start + size;
    sections.push(new Uint8Array(buffer, byteOffset + start, size));
  }
  if (aligned(end) !== length) throw tableError(`its sections end at ${end}, of ${length}`);
  return sections;
}

/** A table says what cannot be, though the checksum matches. */
export function tableError(what: string): SnapshotError {
  return new SnapshotError("E_SNAPSHOT_TABLE", `snapshot is malformed: ${what}`);
}

function cutShort(length: number, expected: string): SnapshotError {
  return new SnapshotError("E_SNAPSHOT_LENGTH", `snapshot has ${length} bytes, expected ${expected}: is it cut short?`);
}

function aligned(bytes: number): number {
  return (bytes + 7) & ~7;
}
