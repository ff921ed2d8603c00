import { fault } from "./file-fault.ts";
import { type Finding, Refused } from "./finding.ts";
import type { Loaded, LoadedFile } from "./loaded.ts";
import { pointerOf } from "./pointer.ts";
import type { SourceDocument, Span } from "./source.ts";

/** The lists of a configuration: those of merged files follow each other. */
const LISTS = ["transfer_functions", "handoffs", "topics", "tasks"];

interface Origin {
  readonly file: LoadedFile;
  /** What the first keys of the whole are in the file. */
  readonly keys: readonly string[];
}

/** Several files as one configuration. What clashes (two handoffs of one name) is found where the whole is checked. */
export function merged(name: string, files: readonly LoadedFile[], findings: readonly Finding[]): Loaded {
  const [first] = files as readonly [LoadedFile];
  if (files.length === 1) {
    const placeOf: Loaded["placeOf"] = (keys, isKey) => placeIn(first, keys, isKey);
    return { name, configuration: first.document.value, findings, placeOf };
  }
  const whole: { [key: string]: unknown } = {};
  const origins = new Map<string, Origin>();
  const refused = files.flatMap((file) => addTo(whole, origins, file));
  if (refused.length > 0) throw new Refused([...findings, ...refused]);
  const placeOf: Loaded["placeOf"] = (keys, isKey) => {
    const isInList = LISTS.includes(keys[0] ?? "") && keys.length > 1;
    const taken = isInList ? 2 : Math.min(1, keys.length);
    const origin = origins.get(keys.slice(0, taken).join("/"));
    if (origin === undefined) return { source: first.source, span: undefined, pointer: pointerOf(keys) };
    return placeIn(origin.file, [...origin.keys, ...keys.slice(taken)], isKey);
  };
  return { name, configuration: whole, findings, placeOf };
}

function addTo(whole: { [key: string]: unknown }, origins: Map<string, Origin>, file: LoadedFile): readonly Finding[] {
  const { value } = file.document;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const what = value === null ? "null" : `a ${typeof value}`;
    const root = Array.isArray(value) ? "a list, that is a bare destination" : what;
    return [fault("E_MERGE_ROOT", file.source, file.document.valueAt([]), [root])];
  }
  const findings: Finding[] = [];
  for (const [key, member] of Object.entries(value)) {
    const list = whole[key];
    if (LISTS.includes(key) && !Array.isArray(member) && list !== undefined) {
      findings.push(fault("E_MERGE_LIST", file.source, file.document.valueAt([key]), [key]));
      continue;
    }
    if (!LISTS.includes(key) || !Array.isArray(member) || (list !== undefined && !Array.isArray(list))) {
      // What is no list of the configuration's is no configuration: the check of the whole says so, of the first one.
      if (Object.hasOwn(whole, key)) continue;
      Object.defineProperty(whole, key, { value: member, writable: true, enumerable: true, configurable: true });
      origins.set(key, { file, keys: [key] });
      continue;
    }
    const length = list?.length ?? 0;
    whole[key] = [...(list ?? []), ...member];
    if (!origins.has(key)) origins.set(key, { file, keys: [key] });
    member.forEach((_, i) => void origins.set(`${key}/${length + i}`, { file, keys: [key, String(i)] }));
  }
  return findings;
}

function placeIn(file: LoadedFile, keys: readonly string[], isKey: boolean): ReturnType<Loaded["placeOf"]> {
  return { source: file.source, span: spanIn(file.document, keys, isKey), pointer: pointerOf(keys) };
}

/** What is not there, such as a key that is lacking, is shown where it would be. */
function spanIn(document: SourceDocument, keys: readonly string[], isKey: boolean): Span | undefined {
  for (let length = keys.length; length >= 0; length--) {
    const some = keys.slice(0, length);
    const key = isKey && length > 0 ? document.keyAt(some) : undefined;
    const span = key ?? document.valueAt(some);
    if (span !== undefined) return span;
  }
  return undefined;
}
