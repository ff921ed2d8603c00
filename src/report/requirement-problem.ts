import { quote } from "../config/quote.ts";
import type { TextProblem } from "./requirement-types.ts";

const FORM = "`channel,language,days times zone`, such as `voice,en,mon-fri 08:00-20:00 America/New_York`";

/** Every message about the text of a requirement. Arguments come quoted. */
export const REQUIREMENT_TEXTS = {
  E_REQUIREMENT: (missing: string): string => `lacks ${missing}; a requirement is ${FORM}`,
  E_REQUIREMENT_CHANNEL: (value: string): string =>
    `${value} is not a channel; write \`voice\`, \`chat\`, or \`any\` for a request that names none`,
  E_REQUIREMENT_LANGUAGE: (value: string): string =>
    `${value} is not a BCP 47 language tag; write, for example, \`en\` or \`es-MX\`, or \`any\` for a request that names none`,
  E_REQUIREMENT_DAYS: (value: string, hint: string): string =>
    `${value} is not a list of weekdays; write \`mon\` to \`sun\`, with \`-\` for a range and \`,\` between${hint}`,
  E_REQUIREMENT_TIMES: (value: string): string =>
    `${value} is not a civil time range; write HH:MM-HH:MM, 00:00 to 23:59, the end up to 24:00, with \`,\` between several`,
  E_REQUIREMENT_EMPTY: (time: string): string =>
    `starts and ends at ${time}; for the whole date write 00:00-24:00, for no hours leave the day out`,
  E_REQUIREMENT_ZONE: (message: string): string => message,
  E_REQUIREMENT_DATE: (value: string): string =>
    `${value} is not a date of the calendar; write YYYY-MM-DD, with \`,\` between several`,
  E_REQUIREMENT_REST: (value: string): string =>
    `${value} is left over; a requirement is ${FORM}, and after it \`except\` with dates`,
} as const;

/** A part of a text, and where it stands. */
export interface Part {
  readonly text: string;
  readonly start: number;
}

export function requirementProblem<Code extends keyof typeof REQUIREMENT_TEXTS>(
  code: Code,
  { text, start }: Part,
  ...args: Parameters<(typeof REQUIREMENT_TEXTS)[Code]>
): TextProblem {
  const message = REQUIREMENT_TEXTS[code] as (...args: readonly string[]) => string;
  return Object.freeze({ code, start, end: start + text.length, message: message(...args), value: quote(text) });
}
