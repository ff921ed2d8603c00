import { filesOf } from "./files-of.ts";
import { type Finding, Refused } from "./finding.ts";
import { jsonDocument } from "./json-document.ts";
import type { Loaded, LoadedFile } from "./loaded.ts";
import { merged } from "./merge.ts";
import { readSource } from "./read-source.ts";
import type { Format, Source } from "./source.ts";
import type { Terminal } from "./terminal.ts";

/** Throws Refused with what is wrong with all files, when there is no configuration to go on with. */
export async function load(operands: readonly string[], terminal: Terminal, format?: Format): Promise<Loaded> {
  const files: LoadedFile[] = [];
  const findings: Finding[] = [];
  let isWhole = true;
  for (const name of await filesOf(operands)) {
    const read = await loadFile(name, terminal, format);
    findings.push(...read.findings);
    if (read.file === undefined) isWhole = false;
    else files.push(read.file);
  }
  if (!isWhole) throw new Refused(findings);
  return merged(operands.join(" "), files, findings);
}

/** One file, without a look at what it means. */
export async function loadFile(
  name: string,
  terminal: Terminal,
  format?: Format,
): Promise<{ readonly findings: readonly Finding[]; readonly file?: LoadedFile }> {
  let source: Source;
  try {
    source = await readSource(name, terminal, format);
  } catch (error) {
    if (error instanceof Refused) return { findings: error.findings };
    throw error;
  }
  const { findings, document } = await documentOf(source);
  return document === undefined ? { findings } : { findings, file: { source, document } };
}

async function documentOf(source: Source): Promise<ReturnType<typeof jsonDocument>> {
  if (source.format !== "yaml") return jsonDocument(source);
  // The reader of YAML is as large as all the rest of the command.
  const { yamlDocument } = await import("./yaml-document.ts");
  return yamlDocument(source);
}
