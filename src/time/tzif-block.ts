const MAGIC = 0x545a6966;
const HEADER_BYTES = 44;

/** Offset (4 bytes), whether it is daylight saving time, and where its designation stands. */
export const TYPE_BYTES = 6;

/** Says why a file is refused, and does not come back. */
export type Refuse = (reason: string) => never;

/** A header and the data that follows it. */
export interface TzifBlock {
  readonly version: number;
  readonly transitions: number;
  readonly types: number;
  readonly designationBytes: number;
  readonly leapSeconds: number;
  /** How many types say whether they are standard time, and universal time: all or none. */
  readonly indicators: readonly [number, number];
  readonly start: number;
  readonly end: number;
}

/** `timeBytes`: how many a time of this block has. */
export function readBlock(view: DataView, at: number, timeBytes: 4 | 8, refuse: Refuse): TzifBlock {
  const start = at + HEADER_BYTES;
  if (start > view.byteLength) refuse(`it ends within a header, at byte ${view.byteLength}`);
  if (view.getUint32(at) !== MAGIC) refuse(`\`TZif\` is missing at byte ${at}`);
  const version = view.getUint8(at + 4);
  if (version === 0) refuse("it is of version 1, which has no rule for the future; version 2 or later is needed");
  if (version < 0x32 || version > 0x39) refuse(`its version is the byte ${version}`);
  const [utIndicators, standardIndicators, leapSeconds, transitions, types, designationBytes] = [
    20, 24, 28, 32, 36, 40,
  ].map((field) => view.getUint32(at + field)) as [number, number, number, number, number, number];
  const size =
    transitions * (timeBytes + 1) +
    types * TYPE_BYTES +
    designationBytes +
    leapSeconds * (timeBytes + 4) +
    standardIndicators +
    utIndicators;
  const end = start + size;
  if (end > view.byteLength) refuse(`its counts ask for ${end} bytes, it has ${view.byteLength}`);
  return {
    version,
    transitions,
    types,
    designationBytes,
    leapSeconds,
    indicators: [utIndicators, standardIndicators],
    start,
    end,
  };
}

/** `version`: that of the first block. */
export function checkBlock(view: DataView, block: TzifBlock, version: number, refuse: Refuse): void {
  const { types, designationBytes, leapSeconds, indicators } = block;
  if (block.version !== version) refuse("its two headers differ in their version");
  if (leapSeconds !== 0) refuse("it counts leap seconds, as those of a folder `right` do");
  if (types === 0) refuse("it has no offsets");
  for (const count of indicators) if (count !== 0 && count !== types) refuse("its counts contradict each other");
  const designations = designationsAt(block);
  if (designationBytes === 0 || view.getUint8(designations + designationBytes - 1) !== 0) {
    refuse("its designations have no end");
  }
}

/** Where the types of a block with times of 8 bytes begin. */
export function typesAt({ start, transitions }: TzifBlock): number {
  return start + transitions * 9;
}

function designationsAt(block: TzifBlock): number {
  return typesAt(block) + block.types * TYPE_BYTES;
}
