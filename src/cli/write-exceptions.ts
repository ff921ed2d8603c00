import { isDeepStrictEqual } from "node:util";
import { editJson } from "./edit-json.ts";
import { Failure } from "./failure.ts";
import { jsonDocument } from "./json-document.ts";
import type { Loaded } from "./loaded.ts";
import { keysOf } from "./pointer.ts";
import type { QueueEdit } from "./queue-edit.ts";
import type { Source, SourceDocument } from "./source.ts";
import { STDIN } from "./source.ts";
import { withExceptions } from "./with-exceptions.ts";
import { writeWhole } from "./write-whole.ts";

/** Files with their new texts. */
export type EditedFiles = ReadonlyMap<Source, string>;

/**
 * The files of a configuration with further exceptions; comments and what else they hold stay. Throws a Failure when a
 * file read again would not say just that.
 */
export async function editFiles(loaded: Loaded, queues: readonly QueueEdit[]): Promise<EditedFiles> {
  const bySource = new Map<Source, QueueEdit[]>();
  for (const { keys, exceptions } of queues) {
    const { source, pointer } = loaded.placeOf(keys, false);
    bySource.set(source, [...(bySource.get(source) ?? []), { keys: keysOf(pointer), exceptions }]);
  }
  const files = new Map<Source, string>();
  for (const [source, edits] of bySource) files.set(source, await editFile(source, edits));
  return files;
}

export async function writeFiles(files: EditedFiles): Promise<void> {
  for (const [{ name }, text] of files) {
    if (name === STDIN) throw new Failure("standard input cannot be written to; name the file with --into");
    await writeWhole(name, text);
  }
}

async function editFile(source: Source, edits: readonly QueueEdit[]): Promise<string> {
  const isYaml = source.format === "yaml";
  const text = isYaml ? (await import("./edit-yaml.ts")).editYaml(source, edits) : editJson(source, edits);
  const [before, after] = await Promise.all([dataOf(source), dataOf({ ...source, text })]);
  if (after === undefined || !isDeepStrictEqual(plain(after), plain(withExceptions(before, edits)))) {
    throw new Failure(
      `${source.name} cannot be changed without changing more than the exceptions; write them in by hand, or write out what stands there by an alias`,
    );
  }
  return text;
}

async function dataOf(source: Source): Promise<SourceDocument["value"] | undefined> {
  const read = source.format === "yaml" ? (await import("./yaml-document.ts")).yamlDocument : jsonDocument;
  const { findings, document } = read(source);
  return findings.length > 0 ? undefined : document?.value;
}

/** Without prototypes that differ by reader. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
