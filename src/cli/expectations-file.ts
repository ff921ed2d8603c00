import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { ExpectationProblem } from "../report.ts";
import { type Finding, Refused } from "./finding.ts";
import { loadFile } from "./load.ts";
import type { LoadedFile } from "./loaded.ts";
import { keysOf } from "./pointer.ts";
import { STDIN } from "./source.ts";
import type { Terminal } from "./terminal.ts";

const ENDINGS = [".json", ".jsonc", ".yaml", ".yml"];

/** `support.expect.yaml` beside `support.json`, where there is one; the first of several. */
export function expectationsBeside(file: string): Promise<string | undefined> {
  return firstFile(ENDINGS.map((ending) => `${stem(file)}.expect${ending}`));
}

/** The other way round. */
export function configurationBeside(file: string): Promise<string | undefined> {
  const whole = stem(file);
  if (!whole.endsWith(".expect")) return Promise.resolve(undefined);
  return firstFile(ENDINGS.map((ending) => `${whole.slice(0, -".expect".length)}${ending}`));
}

function stem(file: string): string {
  return join(dirname(file), basename(file).replace(/\.[^.]+$/, ""));
}

async function firstFile(candidates: readonly string[]): Promise<string | undefined> {
  for (const file of candidates) {
    if (
      await stat(file).then(
        (found) => found.isFile(),
        () => false,
      )
    )
      return file;
  }
  return undefined;
}

/** Throws Refused when it cannot be read as data. */
export async function loadExpectations(file: string, terminal: Terminal): Promise<LoadedFile> {
  const { findings, file: loaded } = await loadFile(file === STDIN ? STDIN : file, terminal);
  if (loaded === undefined || findings.length > 0) throw new Refused(findings);
  return loaded;
}

/** Where the problems of expectations stand in their file. */
export function expectationFindings(
  problems: readonly ExpectationProblem[],
  { source, document }: LoadedFile,
): readonly Finding[] {
  return problems.map(({ code, pointer, message, value }) => {
    const keys = keysOf(pointer);
    const span = (code === "E_EXPECT_UNKNOWN" ? document.keyAt(keys) : undefined) ?? nearest(document.valueAt, keys);
    return { code, severity: "error", source, span, pointer, message, value, related: [] };
  });
}

/** Of what is not there, its holder. */
function nearest(valueAt: LoadedFile["document"]["valueAt"], keys: readonly string[]): ReturnType<typeof valueAt> {
  for (let length = keys.length; length >= 0; length--) {
    const span = valueAt(keys.slice(0, length));
    if (span !== undefined) return span;
  }
  return undefined;
}
