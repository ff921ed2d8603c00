import { quote } from "../config/quote.ts";

/** Why something cannot be imported, or what to know about it when it is. */
export interface ImportProblem {
  readonly code: string;
  readonly message: string;
  /** The offending part as JSON, shortened, with invisible characters escaped. */
  readonly value: string;
}

/** Found in a text: UTF-16 units from 0, `[start, end)`. */
export interface TextImportProblem extends ImportProblem {
  readonly start: number;
  readonly end: number;
}

/** Found in data: the JSON pointer of the part. */
export interface DataImportProblem extends ImportProblem {
  readonly pointer: string;
}

/** A part of a text. */
export interface TextPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type MessageTexts = { readonly [code: string]: (...args: never[]) => string };

/** Makes problems of one table of messages, found in a text. */
export function textProblems<Texts extends MessageTexts>(
  texts: Texts,
): <Code extends keyof Texts & string>(
  code: Code,
  part: TextPart,
  ...args: Parameters<Texts[Code]>
) => TextImportProblem {
  return (code, { text, start, end }, ...args) => {
    const message = (texts[code] as (...args: readonly unknown[]) => string)(...args);
    return { code, message, value: quote(text), start, end };
  };
}

/** As {@link textProblems}, found in data. */
export function dataProblems<Texts extends MessageTexts>(
  texts: Texts,
): <Code extends keyof Texts & string>(
  code: Code,
  pointer: string,
  value: unknown,
  ...args: Parameters<Texts[Code]>
) => DataImportProblem {
  return (code, pointer, value, ...args) => {
    const message = (texts[code] as (...args: readonly unknown[]) => string)(...args);
    return { code, message, value: quote(value), pointer };
  };
}
