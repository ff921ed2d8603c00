import { didYouMean } from "../config/problem.ts";
import { quote } from "../config/quote.ts";
import type { ExpectationProblem } from "./expectation-types.ts";

/** Every message about the shape of expectations. Arguments come quoted. */
export const EXPECTATION_TEXTS = {
  E_EXPECT_TYPE: (expected: string, value: string): string => `must be ${expected}, got ${value}`,
  E_EXPECT_REQUIRED: (noun: string, key: string): string => `lacks ${key}, which every ${noun} must have`,
  E_EXPECT_UNKNOWN: (key: string, noun: string, near: readonly string[]): string =>
    `${key} is not a property of ${noun}${didYouMean(near)}`,
  E_EXPECT_EMPTY: (noun: string): string => `is an empty list; ${noun}`,
  E_EXPECT_SUBJECT: (): string =>
    "must have either `handoff`, the name of one, or `destination`, queues of its own; both may be left out where the configuration has one handoff",
  E_EXPECT_HANDOFF: (name: string, near: readonly string[]): string => `no handoff is named ${name}${didYouMean(near)}`,
  E_EXPECT_OFFSET: (value: string): string => `${value} is not an offset from UTC; write it as -05:00`,
  E_EXPECT_CIVIL: (value: string): string => `${value} is not a civil time of the calendar; write 2026-12-24T18:00`,
  E_EXPECT_DATE: (value: string): string => `${value} is not a date of the calendar; write YYYY-MM-DD`,
  E_EXPECT_KIND: (value: string, near: readonly string[]): string =>
    `${value} is not a kind of premise; use \`gap\`, \`fold\`, \`skipped_date\`, \`skipped_civil_time\`, ` +
    `\`repeated_civil_time\`, \`offset\` or \`civil\`${didYouMean(near)}`,
} as const;

export function expectationProblem<Code extends keyof typeof EXPECTATION_TEXTS>(
  code: Code,
  pointer: string,
  value: unknown,
  ...args: Parameters<(typeof EXPECTATION_TEXTS)[Code]>
): ExpectationProblem {
  const message = EXPECTATION_TEXTS[code] as (...args: readonly unknown[]) => string;
  return Object.freeze({ code, pointer, message: message(...args), value: quote(value) });
}
