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

/** A sealed copy in which the section's numbers are changed. */
export function changed(bytes: Bytes, name: SectionName, change: (numbers: Int32Array) => void): Bytes {
  const copy = bytes.slice();
  change(words(section(copy, name)));
  return sealed(copy);
}

/** A sealed copy with another section in the place of one, of whatever length. */
export function replaced(bytes: Bytes, name: SectionName, by: Uint8Array | Int32Array): Bytes {
  const names = Object.keys(SECTIONS) as SectionName[];
  return writeSections(names.map((each) => (each === name ? by : section(bytes, each))));
}

/** The parts of the section `words`: rows, a number for each half of a byte, then lists, then leaves. */
export interface TreeParts {
  readonly rows: Uint8Array;
  readonly lists: Int32Array;
  readonly leaves: Int32Array;
}

/** Schedules side by side in a row: as many as there are, and up to fifteen more. */
export function strideOf(bytes: Bytes): number {
  const [, , schedules = 0] = words(section(bytes, "dimensions"));
  return Math.ceil(schedules / 16) * 16;
}

/** The tree of a snapshot, lists and leaves where they lie. An era is 256 days. */
export function treeParts(bytes: Bytes): TreeParts {
  const [firstDay = 0, days = 0] = words(section(bytes, "dimensions"));
  const stride = strideOf(bytes);
  const eras = Math.floor((firstDay + days - 1) / 256) - Math.floor(firstDay / 256) + 1;
  const all = words(section(bytes, "words"));
  const listsStart = (days * stride) / 8;
  const leavesStart = listsStart + eras * stride;
  return {
    rows: Uint8Array.from({ length: days * stride }, (_, i) => ((all[i >> 3] as number) >>> (4 * (i % 8))) % 16),
    lists: all.subarray(listsStart, leavesStart),
    leaves: all.subarray(leavesStart),
  };
}

/** A sealed copy with another part of the tree in the place of one. */
export function replacedInTree(bytes: Bytes, part: Partial<TreeParts>): Bytes {
  const { rows, lists, leaves } = { ...treeParts(bytes), ...part };
  const packed = new Int32Array(rows.length / 8);
  rows.forEach((place, i) => {
    packed[i >> 3] = (packed[i >> 3] as number) | (place << (4 * (i % 8)));
  });
  return replaced(bytes, "words", new Int32Array([...packed, ...lists, ...leaves]));
}

/** A word of a leaf, as it is documented. */
export function leafWord(first: number, second: number, open: 0 | 1): number {
  return (1 << 24) + (first << 13) + (1 << 12) + (second << 1) + open;
}

/** Stands in a leaf where there is no boundary. */
export const NO_BOUNDARY = 2047;

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
