import { CURRENT_NAMES, DEPRECATED_LINKS, LEGACY_NAMES } from "./iana-names.ts";

export interface IanaName {
  readonly name: string;
  readonly status: "current" | "deprecated" | "legacy";
  /** The name to use instead, when the status is not `current`. */
  readonly instead?: string;
}

let table: ReadonlyMap<string, IanaName> | undefined;

/** Keyed in lower case, so that a name in wrong capitals finds its spelling. */
export function ianaNames(): ReadonlyMap<string, IanaName> {
  table ??= build();
  return table;
}

function build(): ReadonlyMap<string, IanaName> {
  const names = new Map<string, IanaName>();
  const words = (text: string) => text.trim().split(/\s+/);
  for (const name of words(CURRENT_NAMES)) names.set(name.toLowerCase(), { name, status: "current" });
  for (const [text, status] of [
    [DEPRECATED_LINKS, "deprecated"],
    [LEGACY_NAMES, "legacy"],
  ] as const) {
    for (const word of words(text)) {
      const [name = "", instead = ""] = word.split(">");
      names.set(name.toLowerCase(), { name, status, instead });
    }
  }
  return names;
}
