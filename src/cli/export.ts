import { Option } from "commander";
import { toICalendar, toSchemaOrg, toSql } from "../report.ts";
import type { CommandDefinition } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { openEngine } from "./open-engine.ts";
import { askedRange, type ReportRange, rangeOptions } from "./range-options.ts";
import { askedHandoffs, channelOptions } from "./request-options.ts";
import { type FormatOption, filesArgument, formatOption } from "./shared-options.ts";
import { shownJson } from "./shown.ts";
import { STDIN } from "./source.ts";
import { writeWhole } from "./write-whole.ts";

const FORMS = ["icalendar", "schema.org", "sql"] as const;
const DIALECTS = ["postgres", "duckdb", "clickhouse"] as const;

interface Options extends ReportRange, FormatOption {
  readonly to: (typeof FORMS)[number];
  readonly dialect: (typeof DIALECTS)[number];
  readonly prefix?: string;
  readonly queues?: boolean;
  readonly handoff?: string;
  readonly channel?: string;
  readonly language?: string;
  readonly output?: string;
}

export const exportCommand: CommandDefinition<Options> = {
  about:
    "Writes hours for other programs: a calendar (iCalendar) of when each handoff is available, or each queue open; " +
    "opening hours as JSON-LD (schema.org); or tables of UTC spans for a database.",
  define: (command) => {
    filesArgument(command);
    command
      .addOption(new Option("--to <form>", "what to write").choices(FORMS).makeOptionMandatory())
      .option("-o, --output <file>", "where to; standard output when left out, or -")
      .option("--handoff <name>", "one handoff by its name; every handoff when left out")
      .option("--queues", "icalendar: when each queue is open, and not when each handoff is available")
      .addOption(new Option("--dialect <name>", "sql: of which database").choices(DIALECTS).default("postgres"))
      .option("--prefix <word>", "sql: what the names of tables begin with; handoff when left out");
    channelOptions(command);
    rangeOptions(command, 400);
    formatOption(command);
  },
  examples: [
    ['export support.json --to icalendar --handoff "Billing Support" --channel voice -o billing.ics', "A calendar"],
    ["export support.json --to schema.org", "Opening hours for a page"],
    ["export support.json --to sql --dialect duckdb -o hours.sql", "Tables for analytics"],
  ],
  run: async ({ terminal, operands }, options) => {
    const range = askedRange(options, terminal);
    const { engine } = await openEngine(operands, range.from, terminal, options);
    const { handoff, output } = options;
    if (handoff !== undefined) askedHandoffs(engine, { handoff: [handoff] });
    const asked = { ...range, handoff };
    const { channel, language, dialect, prefix, queues } = options;
    const pieces = (): Iterable<string> => {
      switch (options.to) {
        case "icalendar":
          return [toICalendar(engine, { ...asked, channel, language, of: queues === true ? "queues" : "handoffs" })];
        case "schema.org":
          return [`${shownJson(toSchemaOrg(engine, asked))}\n`];
        case "sql":
          return toSql(engine, { ...asked, dialect, prefix });
      }
    };
    try {
      if (output === undefined || output === STDIN) for (const piece of pieces()) await terminal.data(piece);
      else await writeWhole(output, pieces());
    } catch (error) {
      // What an option holds that no choice of ours limits.
      throw error instanceof RangeError ? new UsageError(error.message) : error;
    }
    return EXIT.yes;
  },
};
