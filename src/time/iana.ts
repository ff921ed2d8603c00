import { CURRENT_NAMES, DEPRECATED_LINKS, LEGACY_NAMES, NEW_NAMES } from "./iana-names.ts";

export interface IanaName {
  readonly name: string;
  readonly status: "current" | "deprecated" | "legacy";
  /** The name to use instead, when the status is not `current`. */
  readonly instead?: string;
  /** The tz database version that the name came with; undefined before 2013a. */
  readonly since?: string | undefined;
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
  const halves = (word: string): [string, string] => {
    const [first = "", second = ""] = word.split(">");
    return [first, second];
  };
  const since = new Map(words(NEW_NAMES).map(halves));
  for (const name of words(CURRENT_NAMES)) {
    names.set(name.toLowerCase(), { name, status: "current", since: since.get(name) });
  }
  for (const [text, status] of [
    [DEPRECATED_LINKS, "deprecated"],
    [LEGACY_NAMES, "legacy"],
  ] as const) {
    for (const word of words(text)) {
      const [name, instead] = halves(word);
      names.set(name.toLowerCase(), { name, status, instead });
    }
  }
  return names;
}
