import { createScanner, type Node } from "jsonc-parser";
import type { DateException } from "../index.ts";
import { plainJson } from "./json-outline.ts";
import { JsonTree } from "./json-tree.ts";
import { exceptionText, placeOf, type QueueEdit } from "./queue-edit.ts";
import { MOST_DEPTH, type Source } from "./source.ts";
import { edited, indentAt, lineBreakOf, type TextEdit } from "./text-edit.ts";

/** Writes exceptions into JSON or JSONC, and leaves every other character where it is. */
export function editJson(source: Source, queues: readonly QueueEdit[]): string {
  const { text } = source;
  const tree = new JsonTree(plainJson(text, source.format === "jsonc", MOST_DEPTH).text);
  const writer = new Writer(text);
  return edited(
    text,
    queues.flatMap(({ keys, exceptions }) => {
      const existing = tree.nodeAt([...keys, "date_exceptions"]);
      const queue = tree.nodeAt(keys);
      if (existing?.type === "object") return writer.into(existing, exceptions);
      return queue === undefined ? [] : writer.intoQueue(queue, exceptions);
    }),
  );
}

class Writer {
  readonly #text: string;
  readonly #eol: string;
  readonly #pad: string;

  constructor(text: string) {
    this.#text = text;
    this.#eol = lineBreakOf(text);
    this.#pad = /\{ "/.test(text) ? " " : "";
  }

  into(object: Node, exceptions: QueueEdit["exceptions"]): readonly TextEdit[] {
    const replaced: TextEdit[] = [];
    const added: { readonly place: number; readonly text: string }[] = [];
    const properties = propertiesOf(object);
    const dates = properties.map(({ name }) => name);
    for (const [date, exception] of inOrder(exceptions)) {
      const value = properties.find(({ name }) => name === date)?.value;
      const text = this.#exception(exception);
      if (value !== undefined) replaced.push({ start: value.offset, end: value.offset + value.length, text });
      else added.push({ place: placeOf(date, dates), text: `"${date}": ${text}` });
    }
    return [...replaced, ...this.#insert(object, added)];
  }

  intoQueue(queue: Node, exceptions: QueueEdit["exceptions"]): readonly TextEdit[] {
    const names = propertiesOf(queue).map(({ name }) => name);
    const hours = names.indexOf("weekly_hours");
    const place = hours < 0 ? names.length : hours + 1;
    const lines = inOrder(exceptions).map(([date, exception]) => `"${date}": ${this.#exception(exception)}`);
    const value = this.#isSpread(queue)
      ? this.#block(lines, this.#indentIn(queue), this.#step(queue))
      : `{${this.#pad}${lines.join(", ")}${this.#pad}}`;
    return this.#insert(queue, [{ place, text: `"date_exceptions": ${value}` }]);
  }

  #exception(exception: DateException): string {
    return exceptionText(exception, (word) => `"${word}"`, this.#pad);
  }

  #block(lines: readonly string[], indent: string, step: string): string {
    return `{${this.#eol}${lines.map((line) => indent + step + line).join(`,${this.#eol}`)}${this.#eol}${indent}}`;
  }

  /** Members behind the ones they follow, each on a line of its own where the object's are. */
  #insert(object: Node, added: readonly { readonly place: number; readonly text: string }[]): readonly TextEdit[] {
    const properties = propertiesOf(object);
    if (added.length === 0) return [];
    if (properties.length === 0)
      return [
        this.#fill(
          object,
          added.map(({ text }) => text),
        ),
      ];
    const isSpread = this.#isSpread(object);
    const before = isSpread ? this.#eol + this.#indentIn(object) : "";
    const after = isSpread ? "" : " ";
    return added.flatMap(({ place, text }, i): TextEdit[] => {
      const previous = properties[place - 1];
      const end = previous === undefined ? object.offset + 1 : previous.value.offset + previous.value.length;
      const comma = previous === undefined ? undefined : this.#commaBehind(end, object);
      const start = this.#lineEnd(comma === undefined ? end : comma + 1);
      if (previous === undefined || comma !== undefined) {
        return [
          {
            start,
            end: start,
            text: isSpread
              ? `${before}${text},`
              : `${previous === undefined ? "" : after}${text},${previous === undefined ? after : ""}`,
          },
        ];
      }
      // The last member has no comma yet; those that follow it here bring their own.
      const isFirst = added.findIndex((other) => other.place === place) === i;
      const isLast = i === added.length - 1;
      const separator: TextEdit[] = isFirst ? [{ start: end, end, text: "," }] : [];
      return [...separator, { start, end: start, text: `${isSpread ? before : after}${text}${isLast ? "" : ","}` }];
    });
  }

  #fill(object: Node, lines: readonly string[]): TextEdit {
    const indent = indentAt(this.#text, object.offset);
    const isSpread = this.#text.includes("\n");
    const text = isSpread ? this.#block(lines, indent, "  ") : `{${lines.join(", ")}}`;
    return { start: object.offset, end: object.offset + object.length, text };
  }

  #isSpread(object: Node): boolean {
    const [first] = propertiesOf(object);
    return first !== undefined && this.#text.slice(object.offset, first.start).includes("\n");
  }

  #indentIn(object: Node): string {
    return indentAt(this.#text, propertiesOf(object)[0]?.start ?? object.offset);
  }

  /** By how much the members of an object stand further in than its end. */
  #step(object: Node): string {
    const inner = this.#indentIn(object);
    const outer = indentAt(this.#text, object.offset + object.length - 1);
    return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : "  ";
  }

  #commaBehind(offset: number, object: Node): number | undefined {
    const scanner = createScanner(this.#text.slice(0, object.offset + object.length), true);
    scanner.setPosition(offset);
    scanner.scan();
    const at = scanner.getTokenOffset();
    return this.#text[at] === "," ? at : undefined;
  }

  /** Behind a comment on the same line, which is about what stands before it. */
  #lineEnd(offset: number): number {
    const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n)/.exec(this.#text.slice(offset));
    return offset + (rest?.[0].trimEnd().length ?? 0);
  }
}

function inOrder(exceptions: QueueEdit["exceptions"]): readonly [string, DateException][] {
  return Object.entries(exceptions).sort(([a], [b]) => (a < b ? -1 : 1));
}

function propertiesOf({
  children = [],
}: Node): readonly { readonly name: string; readonly start: number; readonly value: Node }[] {
  return children.flatMap(({ offset, children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : [{ name: String(key.value), start: offset, value }],
  );
}
