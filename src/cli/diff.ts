import { UnknownNameError } from "../index.ts";
import { diff, diffMarkdown } from "../report.ts";
import type { CommandDefinition } from "./command.ts";
import { diffJson, diffText } from "./diff-text.ts";
import { EXIT } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { openEngine } from "./open-engine.ts";
import { paint } from "./paint.ts";
import { askedRange, type ReportRange, rangeOptions } from "./range-options.ts";
import { type FormatOption, formatOption, type JsonOption, jsonOption } from "./shared-options.ts";
import { shownJson, shownProse } from "./shown.ts";
import { ZONES } from "./zone-law.ts";

interface Options extends ReportRange, FormatOption, JsonOption {
  readonly handoff?: string;
  readonly markdown?: boolean;
  readonly spans?: boolean;
}

export const diffCommand: CommandDefinition<Options> = {
  about:
    "Tells what changes in meaning, and not in text: when another queue serves, or none, for which kinds of requests, " +
    "with the time gained and lost; and which words an agent reads differently. Exits with 0 when there is no change in " +
    "meaning, with 1 when there is one.",
  define: (command) => {
    command
      .argument("<OLD>", "a file or a folder; - for standard input")
      .argument("<NEW>", "a file or a folder; - for standard input")
      .option("--handoff <name>", "one handoff by its name; every handoff when left out")
      .option("--markdown", "print Markdown, for a pull request")
      .option("--spans", "a line for every span, also for those that come every week");
    rangeOptions(command, 400);
    formatOption(command);
    jsonOption(command);
  },
  examples: [
    ["diff support.json edited.json", "What an edit means"],
    ["diff - support.json --format json --markdown < old.json", "For a pull request"],
    ['diff old/ new/ --handoff "Billing Support" --spans', "Every span of one handoff"],
  ],
  run: async ({ terminal, operands: [old = "", now = ""] }, options) => {
    if (old === "-" && now === "-") throw new UsageError("only one side can come from standard input");
    const range = askedRange(options, terminal);
    const opened = { format: options.format, window: { pastDays: 0, aheadDays: 0 } };
    const before = await openEngine([old], range.from, terminal, opened);
    const after = await openEngine([now], range.from, terminal, opened);
    const found = changes(() => diff(before.engine, after.engine, { ...range, handoff: options.handoff }));
    if (options.json === true) terminal.out(`${shownJson(diffJson(found))}\n`);
    else if (options.markdown === true) terminal.out(shownProse(diffMarkdown(found, ZONES)));
    else terminal.out(diffText(found, options.spans === true, paint(terminal.colours.out)));
    return found.same ? EXIT.yes : EXIT.no;
  },
};

function changes<Found>(find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    if (error instanceof UnknownNameError) throw new UsageError(error.message);
    throw error;
  }
}
