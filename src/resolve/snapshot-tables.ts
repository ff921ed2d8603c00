import type { Closure } from "./closure.ts";

/** The tables of a snapshot, by the place of their section. */
export const SECTIONS = {
  /** The numbers of {@link DIMENSIONS}. */
  dimensions: 0,
  rows: 1,
  lists: 2,
  steps: 3,
  firstQueue: 4,
  queues: 5,
  /** Texts of each handoff: name, function name, instructions when available, and when not. */
  handoffTexts: 6,
  /** Texts of each queue: name, transfer function name. Of a closure: what is said, and {@link NO_TRANSFER}. */
  queueTexts: 7,
  /** Text of each language set: canonical tags, parted by spaces. */
  setTexts: 8,
  /** Where each text begins, and where the last ends. */
  textStarts: 9,
  /** UTF-8. */
  text: 10,
  /** Handoffs by the hash of their names, one more than their numbers; 0 is free. */
  nameSlots: 11,
  /** JSON: {@link SnapshotInfo} without what the dimensions say. */
  info: 12,
} as const;

export const SECTION_COUNT = 13;

export const DIMENSIONS = { firstDay: 0, days: 1, schedules: 2 } as const;

export const HANDOFF_TEXTS = 4;
export const QUEUE_TEXTS = 2;

/** The texts that are the language tables. */
export const ALIASES_TEXT = 0;
/** No transfer function is called as that text, so this says that there is none. */
export const NO_TRANSFER: number = ALIASES_TEXT;
export const LIKELY_REGIONS_TEXT = 1;

/** What a snapshot was made from. */
export interface SnapshotInfo {
  /** Source and version of the time-zone data. */
  readonly zones: { readonly name: string; readonly version: string };
  /** Tells configurations apart: 16 hexadecimal digits. No protection against forgery. */
  readonly configuration: string;
  /** What was closed by hand when it was made; undefined when nothing was. */
  readonly closures: readonly Omit<Closure, "id">[] | undefined;
  /** What is compiled, half-open, epoch milliseconds. */
  readonly window: { readonly from: number; readonly to: number };
}

export interface SnapshotTables {
  readonly firstDay: number;
  readonly days: number;
  readonly schedules: number;
  readonly rows: Uint8Array;
  readonly lists: Int32Array;
  readonly steps: Uint16Array;
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

/** The sections as what they hold. Throws a SnapshotError when one has a length that its numbers do not fill. */
export function tablesOf(sections: readonly Uint8Array[]): SnapshotTables {
  const at = (name: keyof typeof SECTIONS) => sections[SECTIONS[name]] as Uint8Array;
  const words = (name: keyof typeof SECTIONS) => {
    const { buffer, byteOffset, byteLength } = at(name);
    return new Int32Array(buffer, byteOffset, byteLength >> 2);
  };
  const dimensions = words("dimensions");
  const { buffer, byteOffset, byteLength } = at("steps");
  return {
    firstDay: dimensions[DIMENSIONS.firstDay] ?? 0,
    days: dimensions[DIMENSIONS.days] ?? 0,
    schedules: dimensions[DIMENSIONS.schedules] ?? 0,
    rows: at("rows"),
    lists: words("lists"),
    steps: new Uint16Array(buffer, byteOffset, byteLength >> 1),
    firstQueue: words("firstQueue"),
    queues: words("queues"),
    handoffTexts: words("handoffTexts"),
    queueTexts: words("queueTexts"),
    setTexts: words("setTexts"),
    textStarts: words("textStarts"),
    text: at("text"),
    nameSlots: words("nameSlots"),
    info: at("info"),
  };
}
