/** A TZif file as bytes, sound or not: the 32-bit block is empty, as that of `zic -b slim`. */
export interface TzifFile {
  readonly version?: string;
  readonly transitions?: readonly (readonly [second: number, type: number])[];
  readonly types?: readonly (readonly [offset: number, isDst: number, designation: number])[];
  readonly designations?: string;
  readonly footer?: string;
  /** Written in place of the counts of the 64-bit block: universal, standard, leap seconds, transitions, types, characters. */
  readonly counts?: readonly number[];
}

export function tzifFile({
  version = "2",
  transitions = [],
  types = [[0, 0, 0]],
  designations = "UTC\0",
  footer = "\nUTC0\n",
  counts = [0, 0, 0, transitions.length, types.length, designations.length],
}: TzifFile = {}): Uint8Array {
  const data = Buffer.alloc(transitions.length * 9 + types.length * 6);
  transitions.forEach(([second, type], i) => {
    data.writeBigInt64BE(BigInt(second), i * 8);
    data.writeUInt8(type, transitions.length * 8 + i);
  });
  types.forEach(([offset, isDst, designation], i) => {
    const at = transitions.length * 9 + i * 6;
    data.writeInt32BE(offset, at);
    data.writeUInt8(isDst, at + 4);
    data.writeUInt8(designation, at + 5);
  });
  const empty = Buffer.concat([header(version, [0, 0, 0, 0, 1, 1]), Buffer.alloc(7)]);
  const text = Buffer.from(`${designations}${footer}`, "latin1");
  return new Uint8Array(Buffer.concat([empty, header(version, counts), data, text]));
}

function header(version: string, counts: readonly number[]): Buffer {
  const bytes = Buffer.alloc(44);
  bytes.write(`TZif${version}`, "latin1");
  counts.forEach((count, i) => {
    bytes.writeUInt32BE(count, 20 + i * 4);
  });
  return bytes;
}
