/** Controls, bidi marks, zero-width and tag characters, lone surrogates: what a terminal or a reader could mistake. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Our own colours: the only controls that are written, and only where a terminal shows colours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what the expression is about.
const COLOUR_OR_UNSEEN = /\u001b\[[0-9;]*m|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text of a configuration as it is shown on one line. */
export function shown(text: string): string {
  return text.replace(UNSEEN, escaped);
}

/** Text of several lines: line breaks stay, and tabs become spaces. */
export function shownProse(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) => shown(line.replaceAll("\t", "    ")))
    .join("\n");
}

/** JSON whose strings hold nothing invisible: the escapes are JSON's own, so that it reads back as the same value. */
export function shownJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSEEN, (c) => (c === "\n" ? c : jsonEscape(c)));
}

/** The last gate before a stream: whatever slipped in, no control character but line breaks and our colours leaves. */
export function safeOutput(text: string, colours: boolean): string {
  return text.replace(COLOUR_OR_UNSEEN, (c) =>
    c === "\n" || (colours && c.length > 1 && c.startsWith("\u001b")) ? c : escaped(c),
  );
}

function escaped(c: string): string {
  if (c.length > 2) return `${escaped("\u001b")}${c.slice(1)}`;
  return `\\u{${(c.codePointAt(0) as number).toString(16)}}`;
}

function jsonEscape(c: string): string {
  return Array.from({ length: c.length }, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, "0")}`).join("");
}
