#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ConfigError, createEngine } from "../index.ts";
import { overview } from "./overview.ts";

const USAGE = `handoff FILE [--at INSTANT]

Resolves every handoff of a configuration (or of a bare destination), for each channel and language, and prints what an
agent gets: the queue, the transfer function, the instructions, and when that changes next.

  --at INSTANT   an instant with its offset, such as 2026-12-24T18:00:00-05:00; now when left out
  --help         this text

Exit code: 0 resolved, 1 the configuration has errors or cannot be read, 2 the command line is wrong.
`;

const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})$/;
const FIRST_INSTANT = Date.UTC(1972, 0, 8);

class UsageError extends Error {}

function run(args: readonly string[]): string {
  const { values, positionals } = options(args);
  if (values.help === true) return USAGE;
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError("expected one file");
  const at = values.at === undefined ? Date.now() : instant(values.at);
  const engine = createEngine(JSON.parse(readFileSync(file, "utf8")), { now: () => at });
  return overview(engine, file, at);
}

function options(args: readonly string[]) {
  try {
    const accepted = { at: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
    return parseArgs({ args: [...args], options: accepted, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function instant(text: string): number {
  const [, civil = "", offset = ""] = INSTANT.exec(text) ?? [];
  const at = Date.parse(text);
  // What Date makes of a civil time must be that civil time again: 30 February is none, nor is 24:00.
  const shown = Date.parse(`${civil}Z`);
  const exists = !Number.isNaN(shown) && new Date(shown).toISOString().startsWith(civil);
  if (Number.isNaN(at) || !exists || (offset.startsWith("+") && offset > "+14:00")) {
    throw new UsageError(`\`--at ${text}\` is not an instant with its offset`);
  }
  if (at < FIRST_INSTANT) throw new UsageError(`\`--at ${text}\` is before 1972-01-08, where answers begin`);
  return at;
}

try {
  process.stdout.write(run(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`handoff: ${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else {
    const name = error instanceof ConfigError ? "" : "handoff: ";
    process.stderr.write(`${name}${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
