import { type Canonical, languageCanonicalizer } from "./config/language-tag.ts";
import { LanguageRows } from "./resolve/language-rows.ts";
import { findName } from "./resolve/name-slots.ts";
import { openSnapshot } from "./resolve/open-snapshot.ts";
import type { Request } from "./resolve/request.ts";
import type { Resolution } from "./resolve/resolution.ts";
import { firstOpen } from "./resolve/resolver.ts";
import type { Routes } from "./resolve/routes.ts";
import {
  ALIASES_TEXT,
  HANDOFF_TEXTS,
  LIKELY_REGIONS_TEXT,
  NO_TRANSFER,
  QUEUE_TEXTS,
  type SnapshotInfo,
  type SnapshotTables,
} from "./resolve/snapshot-tables.ts";
import { formatInstant, instantError, isInstant, MS_PER_MINUTE } from "./time/instant.ts";
import { tableError } from "./tree/sections.ts";
import { type Tree, treeOf } from "./tree/tree.ts";

export type { ChannelType } from "./config/types.ts";
export type { Closure, Scope } from "./resolve/closure.ts";
export type { Request } from "./resolve/request.ts";
export type { Available, Resolution, Unavailable } from "./resolve/resolution.ts";
export type { SnapshotInfo } from "./resolve/snapshot-tables.ts";
export type { ZoneData } from "./time/zone-data.ts";
export { SnapshotError, type SnapshotErrorCode } from "./tree/snapshot-error.ts";

export interface LoadOptions {
  /** Skip the checks: for a buffer that another thread of this process has loaded already. Default: false. */
  readonly trusted?: boolean;
}

/**
 * Opens what `engine.snapshot()` made, where it lies: nothing is copied, unless a view begins at no multiple of eight
 * bytes, and threads may share one SharedArrayBuffer. Throws a SnapshotError when the buffer is not sound.
 */
export function loadSnapshot(
  bytes: ArrayBuffer | SharedArrayBuffer | Uint8Array,
  { trusted = false }: LoadOptions = {},
): Snapshot {
  return new Snapshot(openSnapshot(bytes, trusted));
}

/** A compiled configuration that answers for the instants of its window. */
export class Snapshot {
  readonly info: SnapshotInfo;
  readonly #parts: Parts;
  readonly #handles = new Map<string, SnapshotHandoff>();

  /** @internal */
  constructor(tables: SnapshotTables) {
    const text = textReader(tables);
    const tree = treeOf({ ...tables, rowsDay: tables.firstDay, eraStarts: [] });
    this.info = {
      ...madeFrom(tables),
      window: { from: tree.firstMinute * MS_PER_MINUTE, to: tree.endMinute * MS_PER_MINUTE },
    };
    // The tables of language tags are read when the first tag is asked for.
    let known: Canonical | undefined;
    const canonical: Canonical = (tag) => {
      known ??= languageCanonicalizer({ aliases: text(ALIASES_TEXT), likelyRegions: text(LIKELY_REGIONS_TEXT) });
      return known(tag);
    };
    const sets = Array.from(tables.setTexts, (set) => text(set).split(" "));
    this.#parts = { tables, text, tree, queues: tables.queues, languages: new LanguageRows(sets, canonical) };
  }

  /** The names of all handoffs, in the order of the configuration. */
  get names(): readonly string[] {
    return Array.from({ length: this.#parts.tables.firstQueue.length - 1 }, (_, h) => nameOf(this.#parts, h));
  }

  /** Throws a RangeError when no handoff has that name. */
  handoff(name: string): SnapshotHandoff {
    const known = this.#handles.get(name);
    if (known !== undefined) return known;
    const parts = this.#parts;
    const isName = typeof name === "string";
    const number = isName ? findName(parts.tables.nameSlots, name, (handoff) => nameOf(parts, handoff)) : -1;
    if (number < 0) throw new RangeError(`no handoff is named ${isName ? JSON.stringify(name) : typeof name}`);
    const handle = new SnapshotHandoff(parts, number);
    this.#handles.set(name, handle);
    return handle;
  }
}

/** What the handoffs of a snapshot share. */
interface Parts extends Pick<Routes, "queues" | "languages"> {
  readonly tables: SnapshotTables;
  readonly text: (number: number) => string;
  readonly tree: Tree;
}

const NOW: Request = Object.freeze({});

/** A handoff of a snapshot. */
export class SnapshotHandoff {
  readonly name: string;
  readonly #parts: Parts;
  readonly #number: number;
  readonly #first: number;
  /** By place among its routes, and behind them when none serves; made when first given. */
  readonly #answers: (Resolution | undefined)[] = [];

  /** @internal */
  constructor(parts: Parts, number: number) {
    this.#parts = parts;
    this.#number = number;
    this.#first = parts.tables.firstQueue[number] as number;
    this.name = nameOf(parts, number);
  }

  /**
   * The answer for a request, the same that the engine gives. Throws a RangeError when `at` is no instant or lies outside
   * the snapshot's window.
   */
  resolve(request?: Request): Resolution {
    const { at, channel, language } = request ?? NOW;
    const parts = this.#parts;
    const { tree } = parts;
    const minute = (typeof at === "number" ? at : nowFor(at)) / MS_PER_MINUTE;
    if (minute >= tree.firstMinute && minute < tree.endMinute) {
      const first = this.#first;
      const queue = firstOpen(parts, tree, first, minute | 0, channel, language);
      return this.#answers[queue - first] ?? this.answer(queue);
    }
    throw outside(tree, at);
  }

  /** Not private: that call would be longer than the hot path may be. @internal */
  answer(queue: number): Resolution {
    const { tables, text } = this.#parts;
    const { handoffTexts, queueTexts } = tables;
    const end = text(queueTexts[queue * QUEUE_TEXTS] as number);
    const transfer = queueTexts[queue * QUEUE_TEXTS + 1] as number;
    const answer: Resolution =
      transfer === NO_TRANSFER
        ? Object.freeze({ available: false, handoff: this.name, instructions: end })
        : Object.freeze({
            available: true,
            handoff: this.name,
            function_name: text(handoffTexts[this.#number * HANDOFF_TEXTS + 1] as number),
            queue: end,
            transfer_function_name: text(transfer),
            instructions: text(handoffTexts[this.#number * HANDOFF_TEXTS + 2] as number),
          });
    this.#answers[queue - this.#first] = answer;
    return answer;
  }
}

/** `given`: when it was left out, it is now that lies outside. */
function outside({ firstMinute, endMinute }: Tree, given: number | null | undefined): RangeError {
  const at = given ?? Date.now();
  if (!isInstant(at)) return instantError("at", at);
  const [asked, from, to] = [at, firstMinute * MS_PER_MINUTE, endMinute * MS_PER_MINUTE].map(
    (instant) => `${instant} (${formatInstant(instant)})`,
  );
  return new RangeError(`\`at\` is outside the snapshot's window: ${asked} is not from ${from} up to ${to}`);
}

/** Throws a RangeError for what is no number. */
function nowFor(at: null | undefined): number {
  if (at !== undefined && at !== null) throw instantError("at", at);
  return Date.now();
}

function nameOf({ tables, text }: Parts, handoff: number): string {
  return text(tables.handoffTexts[handoff * HANDOFF_TEXTS] as number);
}

function madeFrom({ info }: SnapshotTables): Omit<SnapshotInfo, "window"> {
  try {
    const { zones, configuration, closures } = JSON.parse(decoded(info)) as SnapshotInfo;
    return { zones: { name: zones.name, version: zones.version }, configuration, closures };
  } catch {
    throw tableError("what it was made from is not told in JSON");
  }
}

function textReader({ text, textStarts }: SnapshotTables): (number: number) => string {
  return (number) => decoded(text.subarray(textStarts[number], textStarts[number + 1]));
}

/** From a copy: decoders need not read memory that threads share. A byte order mark is text like any other. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.slice());
}
