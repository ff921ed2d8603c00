import { printParseErrorCode, visit } from "jsonc-parser";
import type { Span } from "./source.ts";

const QUOTE = 34;
const BACKSLASH = 92;
const SLASH = 47;
const STAR = 42;
const NEWLINE = 10;
const COMMA = 44;
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [91, 93, 123, 125];

export interface PlainJson {
  /** The text with comments and trailing commas as spaces, so that every offset stays what it was. */
  readonly text: string;
  /** Offset of the first bracket that is nested too deep. */
  readonly tooDeep: number | undefined;
}

/** Makes JSON of JSONC, and counts brackets before anything that would recurse sees the text. */
export function plainJson(text: string, comments: boolean, mostDepth: number): PlainJson {
  const blanks: Span[] = [];
  let depth = 0;
  let comma: number | undefined;
  let hasValue = false;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c <= 32) continue;
    if (c === SLASH && comments) {
      const end = commentEnd(text, at);
      if (end === undefined) continue;
      blanks.push({ start: at, end });
      at = end - 1;
      continue;
    }
    if (c === QUOTE) at = stringEnd(text, at);
    const isOpening = c === OPEN_BRACKET || c === OPEN_BRACE;
    const isClosing = c === CLOSE_BRACKET || c === CLOSE_BRACE;
    if (isOpening && ++depth > mostDepth) return { text, tooDeep: at };
    if (isClosing) {
      depth--;
      if (comments && comma !== undefined) blanks.push({ start: comma, end: comma + 1 });
    }
    comma = c === COMMA && hasValue ? at : undefined;
    hasValue = !isOpening && c !== COMMA;
  }
  return { text: blanked(text, blanks), tooDeep: undefined };
}

/** Behind a comment; undefined when there is none, or it does not end. */
function commentEnd(text: string, at: number): number | undefined {
  const next = text.charCodeAt(at + 1);
  if (next === SLASH) {
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
  }
  if (next !== STAR) return undefined;
  const end = text.indexOf("*/", at + 2);
  return end < 0 ? undefined : end + 2;
}

/** At the closing quote, or at the end of a text that has none. */
function stringEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE || c === NEWLINE) return i;
    if (c === BACKSLASH) i++;
  }
  return text.length;
}

function blanked(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  // A comma may be found after the comments that follow it.
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\n\r]/g, " "));
    from = end;
  }
  return [...parts, text.slice(from)].join("");
}

export interface JsonOutline {
  readonly duplicates: readonly { readonly key: string; readonly first: Span; readonly again: Span }[];
  /** Codes by the library's names, such as `CommaExpected`. */
  readonly errors: readonly { readonly code: string; readonly span: Span }[];
}

/** What `JSON.parse` does not tell: keys that stand twice, escapes decoded, and the places of syntax errors. */
export function jsonOutline(text: string): JsonOutline {
  const duplicates: { key: string; first: Span; again: Span }[] = [];
  const errors: { code: string; span: Span }[] = [];
  const objects: Map<string, number>[] = [];
  const spanOf = (start: number, length: number): Span => ({ start, end: start + length });
  visit(
    text,
    {
      onObjectBegin: () => void objects.push(new Map()),
      onObjectEnd: () => void objects.pop(),
      onObjectProperty: (key, offset, length) => {
        const keys = objects.at(-1);
        const first = keys?.get(key);
        if (first === undefined) keys?.set(key, offset);
        else duplicates.push({ key, first: spanOf(first, length), again: spanOf(offset, length) });
      },
      onError: (code, offset, length) =>
        void errors.push({ code: printParseErrorCode(code), span: spanOf(offset, length) }),
    },
    { disallowComments: true },
  );
  return { duplicates, errors };
}
