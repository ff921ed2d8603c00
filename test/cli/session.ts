import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { run } from "../../src/cli/run.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

/** Ends of two DSTs, a holiday and an ordinary week are near; no zone of the examples changes its law there. */
export const NOW: number = Date.parse("2026-12-01T15:00:00Z");

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CLI = join(ROOT, "dist/cli.js");

export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly input?: string | Uint8Array;
  readonly columns?: number;
  readonly wrapsAt?: number;
  readonly colours?: boolean;
  readonly now?: number;
}

/** Runs the command in this process. */
export async function handoff(args: readonly string[], surroundings: Surroundings = {}): Promise<Result> {
  const { input = "", columns = 80, wrapsAt = Number.POSITIVE_INFINITY, colours = false, now = NOW } = surroundings;
  let out = "";
  let err = "";
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    data: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: async function* () {
      yield typeof input === "string" ? new TextEncoder().encode(input) : input;
    },
    columns,
    wrapsAt,
    colours: { out: colours, err: colours },
    rewrite: undefined,
    now: () => now,
  };
  const code = await run(args, terminal);
  return { code, out: withoutVersion(out), err: withoutVersion(err) };
}

/** Runs what was built, as a shell would. */
export function built(
  args: readonly string[],
  { input = "", cwd = ROOT }: Pick<Surroundings, "input"> & { readonly cwd?: string } = {},
): Result {
  const env = { PATH: process.env["PATH"], TZ: "Pacific/Apia", LANG: "tr_TR.UTF-8" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    env,
    input,
    encoding: "utf8",
  });
  return { code: status ?? -1, out: withoutVersion(stdout), err: withoutVersion(stderr) };
}

/** The time-zone data is the machine's. */
function withoutVersion(text: string): string {
  return text.replace(/tz database \S+ \([^)]*\)/g, "tz database VERSION (SOURCE)");
}

/** Files in a folder of their own, which is gone after the test. */
export function folderOf(files: { readonly [name: string]: string | Uint8Array }): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "handoff-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return (name) => join(folder, name);
}
