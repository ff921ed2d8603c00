import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { Failure, UsageError } from "./failure.ts";
import { formatOf, STDIN } from "./source.ts";

/** The files that operands stand for, each once: a folder for those of its files that a configuration may be in. */
export async function filesOf(operands: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  const met = new Set<string>();
  for (const operand of operands) {
    for (const file of await expanded(operand)) {
      const real = file === STDIN ? STDIN : await realpath(file).catch(() => file);
      if (!met.has(real)) files.push(file);
      met.add(real);
    }
  }
  return files;
}

async function expanded(operand: string): Promise<readonly string[]> {
  if (operand === STDIN) return [STDIN];
  if (operand === "") throw new UsageError("a file name is empty");
  const found = await stat(operand).catch(() => undefined);
  // What is not there is reported when it is read.
  if (found?.isDirectory() !== true) return [operand];
  const files = await filesIn(operand);
  if (files.length === 0) throw new Failure(`${operand} holds no .json, .jsonc, .yaml or .yml file`);
  return files;
}

/** In the order of their names, folders within included; what begins with a dot is no configuration. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.filter(isConfiguration).sort(byName)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesIn(path)));
    // Mounted configurations are links to files.
    else if (entry.isFile() || (await stat(path).catch(() => undefined))?.isFile() === true) files.push(path);
  }
  return files;
}

function isConfiguration(entry: Dirent): boolean {
  if (entry.name.startsWith(".") || entry.name === "node_modules") return false;
  return entry.isDirectory() || (formatOf(entry.name) !== undefined && !isExpectations(entry.name));
}

/** `support.expect.yaml` lies beside `support.yaml`, and is no part of it. */
export function isExpectations(name: string): boolean {
  return /\.expect\.[a-z]+$/i.test(name);
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
