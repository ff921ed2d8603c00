import { SECTIONS } from "../../src/resolve/snapshot-tables.ts";
import { loadSnapshot, SnapshotError } from "../../src/runtime.ts";
import { checksum } from "../../src/tree/checksum.ts";
import { writeSections } from "../../src/tree/sections.ts";

export type SectionName = keyof typeof SECTIONS;

type Bytes = Uint8Array<ArrayBuffer>;

/** Words of the header, as they are documented. */
export const LENGTH = 3;
export const CHECKSUM = 4;
export const COUNT = 5;
export const TABLE = 6;

/** All of a snapshot as words, to be read and written. */
export function words(bytes: Bytes): Int32Array<ArrayBuffer> {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}

/** Signs what is there now, as whoever forges a snapshot would: after this only the tables can tell. */
export function sealed(bytes: Bytes): Bytes {
  const all = words(bytes);
  all[CHECKSUM] = checksum(all, COUNT);
  return bytes;
}

/** One section where it lies. */
export function section(bytes: Bytes, name: SectionName): Bytes {
  const [start, size] = words(bytes).subarray(TABLE + 2 * SECTIONS[name]) as unknown as [number, number];
  return bytes.subarray(start, start + size);
}

/** A sealed copy in which the section's numbers are changed: `change` gets 32-bit words, 16-bit for steps. */
export function changed(bytes: Bytes, name: SectionName, change: (numbers: Int32Array | Uint16Array) => void): Bytes {
  const copy = bytes.slice();
  const { buffer, byteOffset, byteLength } = section(copy, name);
  const isSteps = name === "steps";
  change(
    isSteps
      ? new Uint16Array(buffer, byteOffset, byteLength >> 1)
      : new Int32Array(buffer, byteOffset, byteLength >> 2),
  );
  return sealed(copy);
}

/** A sealed copy with another section in the place of one, of whatever length. */
export function replaced(bytes: Bytes, name: SectionName, by: Uint8Array | Uint16Array | Int32Array): Bytes {
  const names = Object.keys(SECTIONS) as SectionName[];
  return writeSections(names.map((each) => (each === name ? by : section(bytes, each))));
}

/** What loading these bytes says: its code and message, or `loaded`. Any other failure is thrown on. */
export function verdict(bytes: Parameters<typeof loadSnapshot>[0]): string {
  try {
    loadSnapshot(bytes);
    return "loaded";
  } catch (error) {
    if (error instanceof SnapshotError) return `${error.code}: ${error.message}`;
    throw error;
  }
}
