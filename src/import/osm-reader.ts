import { quoteName } from "../config/quote.ts";
import type { TextImportProblem, TextPart } from "./import-problem.ts";
import { type OSM_TEXTS, osmProblem } from "./osm-problem.ts";
import type { Token } from "./osm-tokens.ts";

/** The rest of a rule is not to be read: its first problem is found. */
export class OsmRefused extends Error {
  readonly problem: TextImportProblem;

  constructor(problem: TextImportProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

export function refuse<Code extends keyof typeof OSM_TEXTS>(
  code: Code,
  part: TextPart,
  ...args: Parameters<(typeof OSM_TEXTS)[Code]>
): never {
  throw new OsmRefused(osmProblem(code, part, ...args));
}

/** Goes over the tokens of a text. */
export class OsmReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token {
    return (this.#tokens[this.#at + ahead] ?? this.#tokens.at(-1)) as Token;
  }

  take(): Token {
    const token = this.peek();
    if (token.kind !== "end") this.#at++;
    return token;
  }

  isSign(sign: string, ahead = 0): boolean {
    const { kind, text } = this.peek(ahead);
    return kind === "sign" && text === sign;
  }

  takeSign(sign: string): boolean {
    const isIt = this.isSign(sign);
    if (isIt) this.#at++;
    return isIt;
  }

  /** From a token to the last one taken. */
  since(first: Token): TextPart {
    const { end } = this.#tokens[Math.max(0, this.#at - 1)] as Token;
    return {
      text: this.#text.slice(first.start, Math.max(first.end, end)),
      start: first.start,
      end: Math.max(first.end, end),
    };
  }

  /** Refuses what stands next, if anything does. */
  unexpected(expected: string): never {
    const token = this.peek();
    if (token.kind === "comment") refuse("E_OSM_COMMENT", token);
    const value = token.kind === "end" ? "the end" : quoteName(token.text);
    return refuse("E_OSM_SYNTAX", token, value, expected);
  }
}
