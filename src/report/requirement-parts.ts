import type { Part } from "./requirement-problem.ts";

/** A text cut at a pattern, each part without the white space around it. */
export function partsOf({ text, start }: Part, separator: RegExp): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    parts.push(trimmed(text.slice(from, match.index), start + from));
    from = match.index + match[0].length;
  }
  parts.push(trimmed(text.slice(from), start + from));
  return parts;
}

/** The words of a text. */
export function wordsOf({ text, start }: Part): readonly Part[] {
  return Array.from(text.matchAll(/\S+/g), (match) => ({ text: match[0], start: start + match.index }));
}

function trimmed(text: string, start: number): Part {
  return { text: text.trim(), start: start + (text.length - text.trimStart().length) };
}
