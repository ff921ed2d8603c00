import type { TextPart } from "./import-problem.ts";

export interface Token extends TextPart {
  readonly kind: "time" | "number" | "word" | "comment" | "sign" | "end";
}

const TOKEN =
  /\s*(?:(?<time>\d{1,2}:\d{2}(?!\d))|(?<number>\d+)|(?<word>\p{L}+)|(?<comment>"[^"]*"?)|(?<sign>\|\||[^\s]))/uy;

/** The words of a text, the last one its end. Dashes of a typographer count as `-`. */
export function osmTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [kind, word] = Object.entries(match.groups ?? {}).find(([, part]) => part !== undefined) as [
      Token["kind"],
      string,
    ];
    const end = match.index + match[0].length;
    tokens.push({ kind, text: /^[–—−]$/.test(word) ? "-" : word, start: end - word.length, end });
  }
  return [...tokens, { kind: "end", text: "", start: text.length, end: text.length }];
}
