import { type DataImportProblem, importOpeningHours, importSchemaOrg, type QueueHours } from "../import.ts";
import { type QueueConfiguration, validate } from "../index.ts";
import type { CommandDefinition } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { type Finding, Refused } from "./finding.ts";
import { textFinding } from "./import-finding.ts";
import { loadFile } from "./load.ts";
import type { LoadedFile } from "./loaded.ts";
import { keysOf } from "./pointer.ts";
import { findingsJson, findingsText } from "./print-findings.ts";
import { type JsonOption, jsonOption } from "./shared-options.ts";
import { shownJson } from "./shown.ts";
import type { Source } from "./source.ts";
import type { Terminal } from "./terminal.ts";
import { ZONES } from "./zone-law.ts";
import { checkZone } from "./zone-name.ts";

interface Options extends JsonOption {
  readonly timezone: string;
  readonly schemaOrg?: string;
  readonly schemaOrg24h?: boolean;
  readonly name: string;
  readonly transferFunction: string;
}

interface ReadHours {
  readonly hours: QueueHours;
  readonly warnings: readonly Finding[];
}

export const importHoursCommand: CommandDefinition<Options> = {
  about:
    "Prints a queue with opening hours that were written in OpenStreetMap's syntax, or in schema.org's " +
    "OpeningHoursSpecification (JSON-LD). The queue is open at the very same times, or the hours are refused, with the " +
    "place and the reason: holidays without dates, sunrise, weeks of the year, seasons, comments, ends left open.",
  define: (command) => {
    command
      .argument("[TEXT]", "hours in OpenStreetMap's syntax, in quotes")
      .option("--schema-org <file>", "a file with schema.org's hours, - for standard input")
      .option("--schema-org-24h", "take 23:59 of schema.org as the end of the date, and not as a minute before it")
      .requiredOption("--timezone <name>", "IANA time zone of the hours, such as America/New_York")
      .option("--name <name>", "the queue's name", "Imported")
      .option("--transfer-function <name>", "the queue's transfer function", "default_transfer");
    jsonOption(command);
  },
  examples: [
    [
      'import hours "Mo-Fr 09:00-17:00; Sa 10:00-14:00; 2026 Dec 25 off" --timezone America/New_York',
      "Weekdays, a shorter Saturday, and a date on which nobody is there",
    ],
    ['import hours "24/7" --timezone Etc/UTC --name Night', "Always"],
    ["import hours --schema-org page.json --timezone Europe/Madrid", "What a web page tells search engines"],
  ],
  run: async ({ terminal, operands }, options) => {
    const { name, timezone, transferFunction } = options;
    checkZone("--timezone", timezone, ZONES);
    const { hours, warnings } = await readHours(operands, options, terminal);
    const queue: QueueConfiguration = {
      name,
      type: "Agent_queue",
      enabled: true,
      ...hours,
      timezone,
      transfer_function_name: transferFunction,
    };
    const wrong = validate([queue], { zones: ZONES, now: terminal.now }).find(({ severity }) => severity === "error");
    if (wrong !== undefined) throw new UsageError(`${wrong.pointer}: ${wrong.message}`);
    if (options.json === true) {
      terminal.out(`${shownJson({ ok: true, queue, warnings: findingsJson(warnings) })}\n`);
    } else {
      terminal.err(findingsText(warnings, terminal.colours.err));
      terminal.out(`${shownJson(queue)}\n`);
    }
    return EXIT.yes;
  },
};

async function readHours(operands: readonly string[], options: Options, terminal: Terminal): Promise<ReadHours> {
  const { schemaOrg } = options;
  const [text] = operands;
  if ((text === undefined) === (schemaOrg === undefined)) {
    throw new UsageError("give hours, such as `Mo-Fr 09:00-17:00` in quotes, or --schema-org FILE");
  }
  return schemaOrg === undefined ? ofOpenStreetMap(text ?? "") : await ofSchemaOrg(schemaOrg, options, terminal);
}

function ofOpenStreetMap(text: string): ReadHours {
  const { hours, problems } = importOpeningHours(text);
  const source: Source = { name: "hours", text, format: "yaml" };
  if (hours === undefined) throw new Refused(problems.map((problem) => textFinding(problem, source)));
  return { hours, warnings: [] };
}

async function ofSchemaOrg(name: string, { schemaOrg24h }: Options, terminal: Terminal): Promise<ReadHours> {
  const { findings, file } = await loadFile(name, terminal, "json");
  if (file === undefined || findings.length > 0) throw new Refused(findings);
  const read = importSchemaOrg(file.document.value, { minuteBeforeMidnightIsEnd: schemaOrg24h });
  const warnings = read.warnings.map((warning) => dataFinding(warning, file));
  if (read.hours === undefined)
    throw new Refused([...read.problems.map((problem) => dataFinding(problem, file)), ...warnings]);
  return { hours: read.hours, warnings };
}

function dataFinding({ code, message, value, pointer }: DataImportProblem, { source, document }: LoadedFile): Finding {
  const severity = code.startsWith("E") ? "error" : "warning";
  return { code, severity, message, value, pointer, source, span: document.valueAt(keysOf(pointer)), related: [] };
}
