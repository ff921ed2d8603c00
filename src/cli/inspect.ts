import { checkSnapshotZones } from "../index.ts";
import { loadSnapshot, SnapshotError } from "../runtime.ts";
import type { CommandDefinition } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { Failure } from "./failure.ts";
import { readBytes, whyNot } from "./file-bytes.ts";
import { openEngine } from "./open-engine.ts";
import { paint } from "./paint.ts";
import { type JsonOption, jsonOption } from "./shared-options.ts";
import { shown, shownJson } from "./shown.ts";
import { snapshotJson, snapshotText } from "./snapshot-text.ts";
import type { Terminal } from "./terminal.ts";
import { ZONES } from "./zone-law.ts";

const MOST_BYTES = 1_073_741_824;

interface Options extends JsonOption {
  readonly matches?: readonly string[];
  readonly names?: boolean;
}

export const inspectCommand: CommandDefinition<Options> = {
  about:
    "Checks that a snapshot is sound, as whoever loads it would, and prints what it was made from: the window, the " +
    "time-zone data, the hash that tells configurations apart, and what was closed by hand. Warns where this machine's " +
    "time-zone data says that its clocks show other times.",
  define: (command) => {
    const several = (file: string, before: readonly string[] = []): readonly string[] => [...before, file];
    command
      .argument("<SNAPSHOT>", "a file that `handoff compile` or `engine.snapshot()` made")
      .option("--names", "print the names of its handoffs as well")
      .option("--matches <file>", "exit with 1 unless it was made from this configuration", several);
    jsonOption(command);
  },
  examples: [
    ["inspect support.snapshot", "What it holds"],
    ["inspect support.snapshot --matches support.json", "Whether it is up to date with the configuration"],
  ],
  run: async ({ terminal, operands: [file = ""] }, options) => {
    const bytes = await read(file, terminal);
    const { info, names } = opened(file, bytes);
    const { matches } = options;
    const { host, warning } = checkSnapshotZones(bytes, ZONES);
    const isMade = matches === undefined || (await hashOf(matches, info.window.from, terminal)) === info.configuration;
    if (options.json === true) {
      const made = matches && { matches: isMade };
      const told = { file, ...snapshotJson(info, bytes.length, names), host, warning: warning ?? null, ...made };
      terminal.out(`${shownJson(told)}\n`);
    } else {
      const p = paint(terminal.colours.out);
      terminal.out(`${shown(file)}: ${snapshotText(info, bytes.length, names.length)}`);
      if (warning !== undefined) terminal.out(`${p.warn("warning")}: ${shown(warning)}\n`);
      if (options.names === true) terminal.out(names.map((name) => `  ${shown(name)}\n`).join(""));
      const name = shown(matches?.join(" ") ?? "");
      if (matches !== undefined) {
        terminal.out(isMade ? p.good(`made from ${name}\n`) : p.bad(`made from another configuration than ${name}\n`));
      }
    }
    return isMade ? EXIT.yes : EXIT.no;
  },
};

async function read(file: string, terminal: Terminal): Promise<Uint8Array> {
  const bytes = await readBytes(file, terminal, MOST_BYTES).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${file} cannot be read: ${whyNot(error)}`);
  });
  if (bytes === undefined) throw new Failure(`${file} is larger than 1 GiB, the most that is read`);
  return bytes;
}

function opened(file: string, bytes: Uint8Array): ReturnType<typeof loadSnapshot> {
  try {
    return loadSnapshot(bytes);
  } catch (error) {
    if (error instanceof SnapshotError)
      throw new Failure(`${file} is no sound snapshot: ${error.code}: ${error.message}`);
    throw error;
  }
}

/** A snapshot of one day tells it as well as one of many. */
async function hashOf(files: readonly string[], at: number, terminal: Terminal): Promise<string> {
  const { engine } = await openEngine(files, at, terminal, { window: { pastDays: 0, aheadDays: 0 } });
  return loadSnapshot(engine.snapshot(), { trusted: true }).info.configuration;
}
