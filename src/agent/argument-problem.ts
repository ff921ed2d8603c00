import { quote } from "../config/quote.ts";

/** One finding in the arguments of a call, for the agent to read and to call again. */
export interface ArgumentProblem {
  /** Stable. */
  readonly code: ArgumentProblemCode;
  /** JSON pointer (RFC 6901) into the arguments. */
  readonly pointer: string;
  /** What is wrong, the rule, and the fix. */
  readonly message: string;
  /** The offending value as JSON, shortened, with invisible characters escaped. */
  readonly value: string;
}

export type ArgumentProblemCode = keyof typeof ARGUMENT_TEXTS;

/** Every message text. Arguments come quoted: names in backticks, values as JSON. */
export const ARGUMENT_TEXTS = {
  E_ARGUMENTS_JSON: (): string => "are no JSON; write one object of arguments",
  E_ARGUMENTS_SIZE: (length: number, most: number): string =>
    `take ${length} characters as JSON, more than ${most}; shorten them`,
  E_ARGUMENTS_DEPTH: (): string => "are too many or too deeply nested to be checked; write fewer of them, and flat",
  E_ARGUMENT_MISSING: (name: string): string => `lacks ${name}, which is required; ask for it, then call again`,
  E_ARGUMENT_UNKNOWN: (name: string, hint: string): string => `${name} is no parameter here${hint}; leave it out`,
  E_ARGUMENT_TYPE: (expected: string, value: string): string => `must be ${expected}, got ${value}`,
  E_ARGUMENT_VALUE: (value: string, allowed: string): string => `${value} is not allowed here; use ${allowed}`,
  E_ARGUMENT_RANGE: (value: string, limit: string): string => `${value} is out of range; it must be ${limit}`,
  E_ARGUMENT_SIZE: (size: string, limit: string): string => `has ${size}; it must have ${limit}`,
  E_ARGUMENT_PATTERN: (value: string, pattern: string): string =>
    `${value} does not match the pattern ${pattern}; write it in that form`,
  E_ARGUMENT_FORMAT: (value: string, format: string): string => `${value} is no ${format}; write it in that format`,
  E_ARGUMENT_TWICE: (): string => "lists something twice; keep one",
  E_ARGUMENT_CHOICE: (value: string, forms: string): string =>
    `${value} has none of the forms that are allowed here${forms}; write it in one of them`,
  E_ARGUMENT_RULE: (value: string, rule: string): string =>
    `${value} breaks the rule ${rule} of the parameters; see their schema`,
} as const;

export function argumentProblem<Code extends ArgumentProblemCode>(
  code: Code,
  pointer: string,
  value: unknown,
  ...args: Parameters<(typeof ARGUMENT_TEXTS)[Code]>
): ArgumentProblem {
  const text = ARGUMENT_TEXTS[code] as (...args: readonly unknown[]) => string;
  return { code, pointer, message: text(...args), value: quote(value) };
}
