import type { ZoneData } from "../time/zone-data.ts";
import { strideFor } from "../tree/tree.ts";
import type { Closure } from "./closure.ts";

/** The tables of a snapshot, by the place of their section. */
export const SECTIONS = {
  /** First day, days, schedules. */
  dimensions: 0,
  /** As `Tree.words`, without room. */
  words: 1,
  firstQueue: 2,
  queues: 3,
  /** Texts of each handoff: name, function name, and the instructions when available. */
  handoffTexts: 4,
  /** Texts of each queue: name, transfer function name. Of a closure and of NO_QUEUE: what is said, {@link NO_TRANSFER}. */
  queueTexts: 5,
  /** Text of each language set: canonical tags, parted by spaces. */
  setTexts: 6,
  /** Where each text begins, and where the last ends. */
  textStarts: 7,
  /** UTF-8. */
  text: 8,
  /** Handoffs by the hash of their names, one more than their numbers; 0 is free. */
  nameSlots: 9,
  /** JSON: {@link SnapshotInfo} without what the dimensions say, and {@link SnapshotOffsets}. */
  info: 10,
} as const;

export const SECTION_COUNT = 11;

export const HANDOFF_TEXTS = 3;
export const QUEUE_TEXTS = 2;

/** The texts that are the language tables. */
export const ALIASES_TEXT = 0;
/** No transfer function is called as that text, so this says that there is none. */
export const NO_TRANSFER: number = ALIASES_TEXT;
export const LIKELY_REGIONS_TEXT = 1;

/** What a snapshot was made from. */
export interface SnapshotInfo {
  /** Source and version of the time-zone data. */
  readonly zones: ZoneData;
  /** Tells configurations apart: 16 hexadecimal digits. No protection against forgery. */
  readonly configuration: string;
  /** What was closed by hand when it was made; undefined when nothing was. */
  readonly closures: readonly Omit<Closure, "id">[] | undefined;
  /** What is compiled, half-open, epoch milliseconds. */
  readonly window: { readonly from: number; readonly to: number };
}

/**
 * What the zones in use were compiled by, over the window: the offset in minutes, and then, of each transition, its epoch
 * minute and the offset from there on.
 */
export interface SnapshotOffsets {
  readonly offsets: { readonly [timezone: string]: readonly number[] };
}

export interface SnapshotTables {
  readonly firstDay: number;
  readonly days: number;
  readonly schedules: number;
  /** As the tree has it. */
  readonly stride: number;
  readonly words: Int32Array;
  /** As the tree has it. */
  readonly listsStart: number;
  readonly firstQueue: Int32Array;
  readonly queues: Int32Array;
  readonly handoffTexts: Int32Array;
  readonly queueTexts: Int32Array;
  readonly setTexts: Int32Array;
  readonly textStarts: Int32Array;
  readonly text: Uint8Array;
  readonly nameSlots: Int32Array;
  readonly info: Uint8Array;
}

/**
 * The sections as what they hold: in the order of {@link SECTIONS}, whose names would fill a part of the runtime's five
 * kilobytes.
 */
export function tablesOf(sections: readonly Uint8Array[]): SnapshotTables {
  const [dimensions, tree, firstQueue, queues, handoffTexts, queueTexts, setTexts, textStarts, text, nameSlots, info] =
    sections as Sections;
  const [firstDay = 0, days = 0, schedules = 0] = words(dimensions);
  const stride = strideFor(schedules);
  return {
    firstDay,
    days,
    schedules,
    stride,
    words: words(tree),
    listsStart: (days * stride) >> 3,
    firstQueue: words(firstQueue),
    queues: words(queues),
    handoffTexts: words(handoffTexts),
    queueTexts: words(queueTexts),
    setTexts: words(setTexts),
    textStarts: words(textStarts),
    text,
    nameSlots: words(nameSlots),
    info,
  };
}

type Bytes = Uint8Array;
type Sections = readonly [Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes];

function words({ buffer, byteOffset, byteLength }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, byteLength >> 2);
}
