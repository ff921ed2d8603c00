import { isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { DateException } from "../index.ts";
import { Failure } from "./failure.ts";
import { exceptionText, placeOf, type QueueEdit } from "./queue-edit.ts";
import type { Source } from "./source.ts";
import { edited, indentAt, lineBreakOf, type TextEdit } from "./text-edit.ts";

/** Writes exceptions into YAML, and leaves every other character where it is. Throws a Failure for a queue behind an alias. */
export function editYaml({ name, text }: Source, queues: readonly QueueEdit[]): string {
  const { contents } = parseDocument(text, { version: "1.2", schema: "core", merge: false, logLevel: "silent" });
  const writer = new Writer(text);
  return edited(
    text,
    queues.flatMap(({ keys, exceptions }) => {
      const queue = keys.reduce<unknown>(childOf, contents);
      const existing = childOf(queue, "date_exceptions");
      if (isMap(existing)) return writer.into(existing, exceptions);
      if (isMap(queue) && existing === undefined) return writer.intoQueue(queue, exceptions);
      throw new Failure(
        `${name}: ${keys.join("/")} stands there by an alias; write it out, so that it can be changed alone`,
      );
    }),
  );
}

class Writer {
  readonly #text: string;
  readonly #eol: string;

  constructor(text: string) {
    this.#text = text;
    this.#eol = lineBreakOf(text);
  }

  into(map: YAMLMap, exceptions: QueueEdit["exceptions"]): readonly TextEdit[] {
    const replaced: TextEdit[] = [];
    const added: { readonly place: number; readonly text: string }[] = [];
    const dates = map.items.map(({ key }) => nameOf(key));
    for (const [date, exception] of inOrder(exceptions)) {
      const value = map.items[dates.indexOf(date)]?.value;
      const line = exceptionText(exception, (word) => word, " ");
      if (isNode(value)) replaced.push({ ...spanOf(this.#text, value), text: line });
      else added.push({ place: placeOf(date, dates), text: `"${date}": ${line}` });
    }
    return [...replaced, ...this.#insert(map, added)];
  }

  intoQueue(queue: YAMLMap, exceptions: QueueEdit["exceptions"]): readonly TextEdit[] {
    const names = queue.items.map(({ key }) => nameOf(key));
    const hours = names.indexOf("weekly_hours");
    const place = hours < 0 ? names.length : hours + 1;
    const lines = inOrder(exceptions).map(
      ([date, exception]) => `"${date}": ${exceptionText(exception, (word) => word, " ")}`,
    );
    if (queue.flow === true) return this.#insert(queue, [{ place, text: `date_exceptions: { ${lines.join(", ")} }` }]);
    const indent = this.#indentOf(queue);
    const nested = lines.map((line) => `${this.#eol}${indent}  ${line}`).join("");
    return this.#insert(queue, [{ place, text: `date_exceptions:${nested}` }]);
  }

  #insert(map: YAMLMap, added: readonly { readonly place: number; readonly text: string }[]): readonly TextEdit[] {
    if (map.flow === true)
      return this.#insertFlow(
        map,
        added.map(({ text }) => text),
        map.items.length === 0,
      );
    const indent = this.#indentOf(map);
    return added.map(({ place, text }) => {
      const previous = map.items[place - 1];
      const first = map.items[0] as Pair;
      if (previous === undefined) {
        // Before the first one, on its line, so that a `- ` before it stays where it is.
        const start = spanOf(this.#text, first.key as Node).start;
        return { start, end: start, text: `${text}${this.#eol}${indent}` };
      }
      const end = this.#lineEnd(spanOf(this.#text, (previous.value ?? previous.key) as Node).end);
      return { start: end, end, text: `${this.#eol}${indent}${text}` };
    });
  }

  /** At the end, behind what is there. */
  #insertFlow(map: YAMLMap, texts: readonly string[], isEmpty: boolean): readonly TextEdit[] {
    if (texts.length === 0) return [];
    const { start, end } = spanOf(this.#text, map);
    if (isEmpty) return [{ start, end, text: `{ ${texts.join(", ")} }` }];
    const last = map.items.at(-1) as Pair;
    const at = spanOf(this.#text, (last.value ?? last.key) as Node).end;
    return [{ start: at, end: at, text: `, ${texts.join(", ")}` }];
  }

  /** Keys stand under each other; a `- ` before the first counts as white space. */
  #indentOf(map: YAMLMap): string {
    const { start } = spanOf(this.#text, map.items[0]?.key as Node);
    const line = this.#text.slice(this.#text.lastIndexOf("\n", start - 1) + 1, start);
    return /^\s*$/.test(line) ? indentAt(this.#text, start) : " ".repeat(line.length);
  }

  /** Behind a comment on the same line. */
  #lineEnd(offset: number): number {
    const end = this.#text.indexOf("\n", offset);
    const stop = end < 0 ? this.#text.length : end;
    return this.#text[stop - 1] === "\r" ? stop - 1 : stop;
  }
}

/** Of equal keys the last, as it is read. */
function childOf(node: unknown, key: string): unknown {
  if (isSeq(node)) return node.items[Number(key)];
  return isMap(node) ? node.items.findLast((pair) => nameOf(pair.key) === key)?.value : undefined;
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : "";
}

/** Without the white space behind it, which is the range's of a block. */
function spanOf(text: string, node: Node): { readonly start: number; readonly end: number } {
  const [start = 0, end = 0] = node.range ?? [];
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function inOrder(exceptions: QueueEdit["exceptions"]): readonly [string, DateException][] {
  return Object.entries(exceptions).sort(([a], [b]) => (a < b ? -1 : 1));
}
