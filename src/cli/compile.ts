import { loadSnapshot, type SnapshotInfo } from "../runtime.ts";
import type { CommandDefinition } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { type InstantOptions, instantOf } from "./instant.ts";
import { openEngine } from "./open-engine.ts";
import { progressBar } from "./progress-bar.ts";
import {
  atOption,
  type FormatOption,
  filesArgument,
  formatOption,
  type JsonOption,
  jsonOption,
} from "./shared-options.ts";
import { shown, shownJson } from "./shown.ts";
import { snapshotJson, snapshotText } from "./snapshot-text.ts";
import { STDIN } from "./source.ts";
import { wholeNumber } from "./whole-number.ts";
import { writeWhole } from "./write-whole.ts";
import { ZONES } from "./zone-law.ts";

interface Options extends FormatOption, JsonOption, InstantOptions {
  readonly output: string;
  readonly past: number;
  readonly ahead: number;
}

export const compileCommand: CommandDefinition<Options> = {
  about:
    "Compiles a configuration into a snapshot: one file that `handoff-engine/runtime` answers from, with neither a " +
    "time-zone library nor the schemas. Equal configurations, time zones and days give equal bytes.",
  define: (command) => {
    filesArgument(command);
    command
      .requiredOption("-o, --output <file>", "where the snapshot goes; what is there is replaced when it is whole")
      .option("--past <days>", "UTC days before today that it answers for", wholeNumber(0, 3660), 7)
      .option("--ahead <days>", "UTC days after today that it answers for", wholeNumber(0, 3660), 400);
    atOption(command, "the day that is today");
    formatOption(command);
    jsonOption(command);
  },
  examples: [
    ["compile support.json -o support.snapshot", "For the next 400 days"],
    ["compile support.json -o year.snapshot --at 2027-01-01T00:00Z --past 0 --ahead 364", "For the year 2027"],
  ],
  run: async ({ terminal, operands }, options) => {
    const { output, past, ahead } = options;
    if (output === STDIN) throw new UsageError("a snapshot goes into a file: name it with -o");
    const at = instantOf(options, terminal.now(), ZONES);
    const { end, ...progress } = progressBar(terminal);
    const opened = { format: options.format, window: { pastDays: past, aheadDays: ahead }, ...progress };
    const { engine } = await openEngine(operands, at, terminal, opened).finally(end);
    const bytes = engine.snapshot();
    await writeWhole(output, bytes);
    const snapshot = loadSnapshot(bytes, { trusted: true });
    const info: SnapshotInfo = snapshot.info;
    terminal.out(
      options.json === true
        ? `${shownJson({ file: output, ...snapshotJson(info, bytes.length, snapshot.names) })}\n`
        : `${shown(output)}: ${snapshotText(info, bytes.length, snapshot.names.length)}`,
    );
    return EXIT.yes;
  },
};
