import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseAllDocuments, type YAMLMap } from "yaml";
import { fault, named } from "./file-fault.ts";
import type { Finding } from "./finding.ts";
import { MOST_DEPTH, type Source, type SourceDocument, type Span } from "./source.ts";
import { yamlTooDeep } from "./yaml-depth.ts";
import { yamlWords } from "./yaml-words.ts";

/** Values that a file may make, aliases counted each time: no short text becomes a configuration without end. */
const MOST_VALUES = 2_000_000;

/** A collection that an alias stands for. */
interface Anchored {
  readonly node: Node;
  readonly value: unknown;
  /** Values within. */
  readonly size: number;
}

/** As `jsonDocument`. YAML 1.2's core schema: 09:00, no and 2026-12-25 are text. No tags, no merge keys. */
export function yamlDocument(source: Source): {
  readonly findings: readonly Finding[];
  readonly document?: SourceDocument;
} {
  const { text } = source;
  const faultAt = (at: Span, what: string) => fault("E_YAML", source, at, [what]);
  const tooDeep = yamlTooDeep(text, MOST_DEPTH);
  if (tooDeep !== undefined) return { findings: [fault("E_DEPTH", source, spanFrom(tooDeep, " "), [MOST_DEPTH])] };
  const documents = parseAllDocuments(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  const [document, second] = Array.isArray(documents) ? documents : [];
  if (document === undefined) return { findings: [fault("E_EMPTY", source, undefined, [])] };
  const [error] = document.errors;
  if (error !== undefined) {
    const [start, end] = error.pos;
    return { findings: [faultAt({ start, end: Math.max(end, start + 1) }, yamlWords(error))] };
  }
  if (second !== undefined) {
    return { findings: [fault("E_YAML_DOCUMENTS", source, spanFrom(second.range?.[0] ?? 0, "---"), [])] };
  }
  if (document.directives?.yaml.version !== "1.2") {
    const directive = /^%YAML.*$/m.exec(text);
    return {
      findings: [fault("E_YAML_VERSION", source, directive ? spanFrom(directive.index, directive[0]) : undefined, [])],
    };
  }
  const root = document.contents;
  if (root === null) return { findings: [fault("E_EMPTY", source, undefined, [])] };
  const reader = new Reader(source);
  const value = reader.read(root as Node);
  const nodeAt = (keys: readonly string[]) => reader.nodeAt(root as Node, keys);
  const result: SourceDocument = {
    value,
    valueAt: (keys) => spanOf(nodeAt(keys)?.value),
    keyAt: (keys) => spanOf(nodeAt(keys)?.key),
  };
  return reader.isFatal ? { findings: reader.findings } : { findings: reader.findings, document: result };
}

/** Makes plain data of nodes. Not the library's `toJS`: it keeps the last of two equal keys, and counts aliases otherwise. */
class Reader {
  readonly findings: Finding[] = [];
  /** There is nothing left to look at further. */
  isFatal = false;
  readonly #source: Source;
  /** The latest anchor of each name, in the order of the text; undefined while it is being read. */
  readonly #anchors = new Map<string, Anchored | undefined>();
  /** What each alias stands for. */
  readonly #targets = new Map<Node, Node>();
  readonly #members = new Map<Node, ReadonlyMap<string, Pair>>();
  #size = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  read(root: Node): unknown {
    return this.#read(root, 0);
  }

  /** The node at the keys, and the key's own, through aliases. */
  nodeAt(root: Node, keys: readonly string[]): { readonly value: Node; readonly key: Node | undefined } | undefined {
    let value: Node = root;
    let key: Node | undefined;
    for (const name of keys) {
      const held = this.#targets.get(value) ?? value;
      const pair = isMap(held) ? this.#pairs(held).get(name) : undefined;
      key = pair?.key as Node | undefined;
      const next = isSeq(held) ? held.items[Number(name)] : (pair?.value ?? key);
      if (next === undefined || next === null) return undefined;
      value = next as Node;
    }
    return { value, key };
  }

  /** Of equal keys the last: it is the one whose value counts. */
  #pairs(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.#members.get(map);
    const members = known ?? new Map(map.items.map((pair) => [keyText(pair.key ?? {}), pair]));
    if (known === undefined) this.#members.set(map, members);
    return members;
  }

  #read(node: Node, depth: number): unknown {
    this.#size++;
    if (depth > MOST_DEPTH) return this.#stop(fault("E_DEPTH", this.#source, spanOf(node), [MOST_DEPTH]));
    if (this.isFatal) return null;
    if (isAlias(node)) return this.#alias(node);
    const { tag, anchor } = node as { readonly tag?: string; readonly anchor?: string };
    if (tag !== undefined) this.#add(fault("E_YAML_TAG", this.#source, spanOf(node), [named(tag)]));
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const before = this.#size;
    const value = this.#plain(node, depth);
    if (anchor !== undefined) this.#anchors.set(anchor, { node, value, size: this.#size - before + 1 });
    return value;
  }

  #plain(node: Node, depth: number): unknown {
    if (isSeq(node)) return node.items.map((item) => this.#read(item as Node, depth + 1));
    if (!isMap(node)) return isScalar(node) ? node.value : null;
    const object: { [key: string]: unknown } = {};
    const seen = new Map<string, Node>();
    for (const pair of node.items) {
      const name = this.#keyOf(pair);
      if (name === undefined) continue;
      const key = pair.key as Node;
      const first = seen.get(name);
      if (first !== undefined) {
        const related = [{ source: this.#source, span: spanOf(first), says: "first" }];
        this.#add(fault("E_DUP_KEY", this.#source, spanOf(key), [named(name)], related));
      }
      seen.set(name, key);
      const value = pair.value === null ? null : this.#read(pair.value as Node, depth + 1);
      // Assignment would take `__proto__` for the prototype.
      Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
    }
    return object;
  }

  #keyOf({ key }: Pair): string | undefined {
    const node = key as Node | null;
    const span = node === null ? undefined : spanOf(node);
    if (!isScalar(node) || node.value === null) {
      this.#add(fault("E_YAML_KEY", this.#source, span, []));
      return undefined;
    }
    if (node.value === "<<" && node.type === "PLAIN") {
      this.#add(fault("E_YAML_MERGE", this.#source, span, []));
      return undefined;
    }
    if (node.tag !== undefined) this.#add(fault("E_YAML_TAG", this.#source, span, [named(node.tag)]));
    return keyText(node);
  }

  #alias(node: Node & { readonly source: string }): unknown {
    const { source: name } = node;
    const span = spanOf(node);
    if (!this.#anchors.has(name)) return this.#add(fault("E_YAML_ALIAS", this.#source, span, [name]));
    const target = this.#anchors.get(name);
    if (target === undefined) return this.#stop(fault("E_YAML_CYCLE", this.#source, span, [name]));
    this.#size += target.size;
    if (this.#size > MOST_VALUES) {
      return this.#stop(fault("E_YAML_BOMB", this.#source, span, [MOST_VALUES.toLocaleString("en-US")]));
    }
    this.#targets.set(node, target.node);
    return target.value;
  }

  #add(finding: Finding): null {
    this.findings.push(finding);
    return null;
  }

  #stop(finding: Finding): null {
    this.isFatal = true;
    return this.#add(finding);
  }
}

/** As an operator reads it: a key such as 20261225 or 0x10 is text. */
function keyText({ value, source }: { readonly value?: unknown; readonly source?: string }): string {
  return typeof value === "string" ? value : (source ?? String(value));
}

function spanOf(node: Node | undefined): Span | undefined {
  const range = node?.range;
  return range ? { start: range[0], end: Math.max(range[1], range[0] + 1) } : undefined;
}

function spanFrom(start: number, text: string): Span {
  return { start, end: start + text.length };
}
