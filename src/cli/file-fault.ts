import type { Finding, Related } from "./finding.ts";
import { shown } from "./shown.ts";
import type { Source, Span } from "./source.ts";

/** What can be wrong with a file before it is a configuration: every message text. */
export const FAULT_TEXTS = {
  E_READ: (why: string): string => `cannot be read: ${why}`,
  E_SIZE: (most: string, hint: string): string => `is larger than ${most}, the most that is read${hint}`,
  E_UTF8: (byte: string): string => `holds ${byte}, which is not UTF-8; save the file as UTF-8`,
  E_UTF16_FILE: (): string => "is UTF-16; save the file as UTF-8",
  E_EMPTY: (): string => "is empty; `handoff init` writes a configuration to begin with",
  E_DEPTH: (most: number): string => `is nested more than ${most} levels deep; a configuration is a tree of few levels`,
  E_JSON: (what: string): string => what,
  E_YAML: (what: string): string => what,
  E_DUP_KEY: (key: string): string =>
    `the key ${key} stands twice in one object, and one of them would be lost; keep one`,
  E_YAML_VERSION: (): string =>
    "asks for another YAML than 1.2, which reads times such as 09:00 as numbers; leave it out",
  E_YAML_DOCUMENTS: (): string => "begins a second document; a file holds one",
  E_YAML_TAG: (tag: string): string => `${tag} is a tag; a configuration is plain data, so leave it out`,
  E_YAML_KEY: (): string => "is a key that is no text; write a plain word",
  E_YAML_MERGE: (): string =>
    "`<<` merges nothing in YAML 1.2; write the keys out, or use an alias for the whole value",
  E_YAML_ALIAS: (name: string): string => `no anchor \`${name}\` stands before this alias`,
  E_YAML_CYCLE: (name: string): string =>
    `the alias \`${name}\` stands inside of its own anchor; a configuration is a tree`,
  E_YAML_BOMB: (most: string): string => `its aliases make more than ${most} values; write less`,
  E_MERGE_ROOT: (what: string): string =>
    `is ${what}, which cannot be merged with other files; merged files are objects with \`handoffs\`, \`transfer_functions\`, \`topics\` or \`tasks\``,
  E_MERGE_LIST: (key: string): string => `\`${key}\` must be a list, to follow that of the files before`,
} as const;

export type FaultCode = keyof typeof FAULT_TEXTS;

export function fault<Code extends FaultCode>(
  code: Code,
  source: Source,
  span: Span | undefined,
  args: Parameters<(typeof FAULT_TEXTS)[Code]>,
  related: readonly Related[] = [],
): Finding {
  const text = FAULT_TEXTS[code] as (...args: readonly unknown[]) => string;
  return { code, severity: "error", source, span, pointer: "", message: text(...args), related };
}

/** A word of the operator's, inside of a message. */
export function named(word: string): string {
  return `\`${shown(word.length > 60 ? `${word.slice(0, 59)}…` : word)}\``;
}
