import { type Canonical, languageCanonicalizer } from "./config/language-tag.ts";
import { channelPlace } from "./resolve/channels.ts";
import { checkTables } from "./resolve/check-tables.ts";
import { LanguageRows } from "./resolve/language-rows.ts";
import { findName } from "./resolve/name-slots.ts";
import type { Request } from "./resolve/request.ts";
import type { Resolution, Unavailable } from "./resolve/resolution.ts";
import { firstOpen, NONE, OUTSIDE } from "./resolve/resolver.ts";
import type { Routes } from "./resolve/routes.ts";
import {
  ALIASES_TEXT,
  HANDOFF_TEXTS,
  LIKELY_REGIONS_TEXT,
  NO_TRANSFER,
  QUEUE_TEXTS,
  SECTION_COUNT,
  type SnapshotInfo,
  type SnapshotTables,
  tablesOf,
} from "./resolve/snapshot-tables.ts";
import { formatInstant, instantError, isInstant, MS_PER_DAY, MS_PER_MINUTE } from "./time/instant.ts";
import { readSections, tableError } from "./tree/sections.ts";
import { SnapshotError } from "./tree/snapshot-error.ts";
import { type Tree, treeOf } from "./tree/tree.ts";

export type { Request } from "./resolve/request.ts";
export type { Available, Resolution, Unavailable } from "./resolve/resolution.ts";
export type { SnapshotInfo } from "./resolve/snapshot-tables.ts";
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
  const tables = tablesOf(readSections(asBytes(bytes), SECTION_COUNT, trusted));
  if (!trusted) checkTables(tables);
  return new Snapshot(tables);
}

/** By what they are called: the buffers of another realm, such as a test runner's, are instances of other classes. */
function asBytes(bytes: ArrayBuffer | SharedArrayBuffer | Uint8Array): Uint8Array {
  const kind = Object.prototype.toString.call(bytes);
  if (kind === "[object Uint8Array]") {
    const view = bytes as Uint8Array;
    // Not `slice`: Node's buffers have one of their own, which does not copy.
    return view.byteOffset % 8 === 0 ? view : new Uint8Array(view);
  }
  // A buffer that was transferred to another thread has no bytes, and takes no view.
  if (kind.endsWith("ArrayBuffer]"))
    return bytes.byteLength === 0 ? new Uint8Array() : new Uint8Array(bytes as ArrayBuffer);
  throw new SnapshotError("E_SNAPSHOT_TYPE", "a snapshot is an ArrayBuffer, a SharedArrayBuffer or a Uint8Array");
}

/** A compiled configuration that answers for the instants of its window. */
export class Snapshot {
  readonly info: SnapshotInfo;
  readonly #tables: SnapshotTables;
  readonly #tree: Tree;
  readonly #routes: Routes;
  readonly #handles = new Map<string, SnapshotHandoff>();

  /** @internal */
  constructor(tables: SnapshotTables) {
    const text = textReader(tables);
    this.#tables = tables;
    this.#tree = treeOf({ ...tables, stride: tables.schedules, rowsDay: tables.firstDay, eraStarts: [] });
    const { firstMinute, endMinute } = this.#tree;
    this.info = {
      ...madeFrom(tables),
      window: { from: firstMinute * MS_PER_MINUTE, to: endMinute * MS_PER_MINUTE },
    };
    // The tables of language tags are read when the first tag is asked for.
    let known: Canonical | undefined;
    const canonical: Canonical = (tag) => {
      known ??= languageCanonicalizer({ aliases: text(ALIASES_TEXT), likelyRegions: text(LIKELY_REGIONS_TEXT) });
      return known(tag);
    };
    const sets = Array.from(tables.setTexts, (set) => text(set).split(" "));
    const { firstQueue, queues } = tables;
    this.#routes = { firstQueue, queues, languages: new LanguageRows(sets, canonical) };
  }

  /** The names of all handoffs, in the order of the configuration. */
  get names(): readonly string[] {
    const text = textReader(this.#tables);
    return Array.from({ length: this.#tables.firstQueue.length - 1 }, (_, h) => text(nameOf(this.#tables, h)));
  }

  /** Throws a RangeError when no handoff has that name. */
  handoff(name: string): SnapshotHandoff {
    const known = this.#handles.get(name);
    if (known !== undefined) return known;
    const text = textReader(this.#tables);
    const isName = typeof name === "string";
    const number = isName
      ? findName(this.#tables.nameSlots, name, (handoff) => text(nameOf(this.#tables, handoff)))
      : -1;
    if (number < 0) throw new RangeError(`no handoff is named ${isName ? JSON.stringify(name) : typeof name}`);
    const handle = new SnapshotHandoff(this.#tables, this.#tree, this.#routes, number);
    this.#handles.set(name, handle);
    return handle;
  }
}

const NOW: Request = Object.freeze({});

/** A handoff of a snapshot. */
export class SnapshotHandoff {
  readonly name: string;
  readonly #tables: SnapshotTables;
  readonly #tree: Tree;
  readonly #routes: Routes;
  readonly #number: number;
  readonly #first: number;
  /** By place in the destination; made when first given. */
  readonly #answers: (Resolution | undefined)[] = [];
  readonly #unavailable: Unavailable;

  /** @internal */
  constructor(tables: SnapshotTables, tree: Tree, routes: Routes, number: number) {
    const text = textReader(tables);
    this.#tables = tables;
    this.#tree = tree;
    this.#routes = routes;
    this.#number = number;
    this.#first = tables.firstQueue[number] as number;
    this.name = text(nameOf(tables, number));
    this.#unavailable = this.#unavailableWith(text(tables.handoffTexts[number * HANDOFF_TEXTS + 3] as number));
  }

  /**
   * The answer for a request, the same that the engine gives. Throws a RangeError when `at` is no instant or lies outside
   * the snapshot's window.
   */
  resolve(request?: Request): Resolution {
    const asked = request ?? NOW;
    const at = asked.at ?? Date.now();
    if (!isInstant(at)) throw instantError("at", at);
    const language = this.#routes.languages.rowFor(asked.language);
    const minute = Math.floor(at / MS_PER_MINUTE);
    const queue = firstOpen(this.#routes, this.#tree, this.#number, minute, channelPlace(asked.channel), language);
    if (queue === NONE) return this.#unavailable;
    if (queue === OUTSIDE) throw this.#outside(at);
    return this.#answers[queue - this.#first] ?? this.#answer(queue);
  }

  #answer(queue: number): Resolution {
    const { handoffTexts, queueTexts } = this.#tables;
    const text = textReader(this.#tables);
    const end = text(queueTexts[queue * QUEUE_TEXTS] as number);
    const transfer = queueTexts[queue * QUEUE_TEXTS + 1] as number;
    const answer: Resolution =
      transfer === NO_TRANSFER
        ? this.#unavailableWith(end)
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

  #unavailableWith(instructions: string): Unavailable {
    return Object.freeze({ available: false, handoff: this.name, instructions });
  }

  #outside(at: number): RangeError {
    const [from, to] = [this.#tree.firstDay, this.#tree.firstDay + this.#tree.days].map((day) => day * MS_PER_DAY);
    const window = `${from} (${formatInstant(from as number)}) up to ${to} (${formatInstant(to as number)})`;
    return new RangeError(
      `\`at\` is outside the snapshot's window: ${at} (${formatInstant(at)}) is not from ${window}`,
    );
  }
}

function nameOf({ handoffTexts }: SnapshotTables, handoff: number): number {
  return handoffTexts[handoff * HANDOFF_TEXTS] as number;
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
