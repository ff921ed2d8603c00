import type { Problem } from "../index.ts";
import type { Finding, Related } from "./finding.ts";
import type { Loaded } from "./loaded.ts";
import { keysOf } from "./pointer.ts";

/** Problems that are about a key, and not about its value. */
const ABOUT_KEYS: ReadonlySet<string> = new Set(["E_UNKNOWN", "E_DATE", "W_PAST", "W_HOURS_IGNORED"]);

/** Problems that name another place of the configuration: its names must be unique. */
const CLASHES: ReadonlySet<string> = new Set(["E_DUP_NAME", "E_DUP_NAME_FOLD", "E_SLUG_CLASH"]);

/** Where the engine's problems stand in the files. */
export function findingsOf(problems: readonly Problem[], loaded: Loaded): readonly Finding[] {
  return problems.map((problem) => {
    const { code, severity, message, value } = problem;
    const keys = keysOf(problem.pointer);
    const { source, span, pointer } = loaded.placeOf(keys, ABOUT_KEYS.has(code));
    const related = CLASHES.has(code) ? clashesWith(problem, keys, loaded) : [];
    return { code, severity, source, span, pointer, message, value, related };
  });
}

/** The earlier item of the same list that the message names. */
function clashesWith({ message }: Problem, keys: readonly string[], loaded: Loaded): readonly Related[] {
  const place = keys.findLastIndex((key) => /^\d+$/.test(key));
  const list = keys.slice(0, place);
  const items = valueAt(loaded.configuration, list);
  if (!Array.isArray(items)) return [];
  for (let i = 0; i < Number(keys[place]); i++) {
    const name: unknown = (items[i] as { readonly name?: unknown } | null)?.name;
    if (typeof name !== "string" || !message.includes(`\`${name}\``)) continue;
    const { source, span } = loaded.placeOf([...list, String(i), "name"], false);
    return [{ source, span, says: "the other" }];
  }
  return [];
}

function valueAt(root: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as { readonly [key: string]: unknown })[key] : undefined,
    root,
  );
}
