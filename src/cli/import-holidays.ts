import type { Command } from "commander";
import { type DateRange, parseDateException } from "../import.ts";
import { type Configuration, createEngine, type DateException } from "../index.ts";
import { type Diff, diff } from "../report.ts";
import type { CommandDefinition } from "./command.ts";
import { type ExceptionTarget, editsOf, exceptionTargets, hasNews, type TargetOptions } from "./exception-target.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { type HolidayRangeOptions, holidayRange } from "./holiday-range.ts";
import { type FoundHolidays, foundHolidays, type HolidaySourceOptions } from "./holidays-found.ts";
import { openEngine } from "./open-engine.ts";
import { type HolidayReview, reviewJson, reviewText } from "./print-holidays.ts";
import { type FormatOption, formatOption, type JsonOption, jsonOption } from "./shared-options.ts";
import { shownJson } from "./shown.ts";
import type { Terminal } from "./terminal.ts";
import { withExceptions } from "./with-exceptions.ts";
import { type EditedFiles, editFiles, writeFiles } from "./write-exceptions.ts";
import { ZONES } from "./zone-law.ts";

interface Options extends HolidayRangeOptions, HolidaySourceOptions, TargetOptions, FormatOption, JsonOption {
  readonly into?: readonly string[];
  readonly as: string;
  readonly overwrite?: boolean;
  readonly write?: boolean;
}

const MS_PER_DAY = 86_400_000;

export const importHolidaysCommand: CommandDefinition<Options> = {
  about:
    "Reads the whole-date events of iCalendar files, or the holidays of a country from the package date-holidays when " +
    "it is installed in this folder, and makes date exceptions of them. Without --write nothing is changed: the dates, " +
    "the clashes with exceptions that are there, and what changes in meaning are printed, to be looked at.",
  define,
  examples: [
    ["import holidays us.ics --into support.json", "What the holidays of a calendar would change"],
    ['import holidays us.ics --into support.json --handoff "Billing Support" --write', "And write them into the file"],
    ["import holidays --country US --state CA --years 2027 --into support.json", "Public holidays of California"],
    ['import holidays us.ics --match "half day" --as 09:00-12:00 --into support.json', "Shorter hours on some dates"],
  ],
  run,
};

function define(command: Command): void {
  const several = (name: string, before: readonly string[] = []): readonly string[] => [...before, name];
  command
    .argument("[FILE...]", "iCalendar files (.ics), - for standard input")
    .option("--country <code>", "instead of files: a country of date-holidays, such as US")
    .option("--state <code>", "a state of it, such as CA")
    .option("--region <code>", "a region of that, such as LA")
    .option("--types <list>", "public, bank, school, optional, observance; with commas between (default: public)")
    .option("--match <text>", "only events with this in their summary, categories or description")
    .option("--from <date>", "first date; today when left out")
    .option("--to <date>", "last date; two years after the first when left out")
    .option("--years <years>", "instead of --from and --to: 2027, or 2027-2028")
    .option("--as <hours>", "closed, open_24, or hours such as 10:00-14:00", "closed")
    .option("--into <file>", "the configuration, may be given again for its other files", several)
    .option("--handoff <name>", "a handoff whose queues get them, may be given again; every one when left out", several)
    .option("--queue <name>", "a queue that gets them, may be given again; every one when left out", several)
    .option("--overwrite", "replace other exceptions that queues have for the same dates")
    .option("--write", "change the files of the configuration; comments and formatting stay");
  formatOption(command);
  jsonOption(command);
}

async function run(
  { terminal, operands }: { readonly terminal: Terminal; readonly operands: readonly string[] },
  options: Options,
): Promise<ExitCode> {
  const { into, overwrite = false, write = false } = options;
  const range = holidayRange(options, terminal.now());
  const exception = exceptionAs(options.as);
  if (into === undefined && (write || overwrite)) throw new UsageError("say where to write with --into FILE");
  const found = await foundHolidays(operands, options, range, terminal);
  const review: HolidayReview = { found, range, exception, overwrite };
  if (into === undefined) return print(review, undefined, options, terminal);
  const planned = await plan(into, found, review, options, terminal);
  // With clashes that nobody decided about, nothing is written.
  const hasClash = !overwrite && planned.targets.some((target) => target.plan.conflicts.length > 0);
  const isWritten = write && !hasClash && hasNews(planned.targets);
  if (isWritten) await writeFiles(planned.files);
  return print(review, { ...planned, hasClash, isWritten }, options, terminal);
}

interface Planned {
  readonly targets: readonly ExceptionTarget[];
  readonly files: EditedFiles;
  readonly meaning: Diff;
}

async function plan(
  into: readonly string[],
  { holidays }: FoundHolidays,
  { range, exception, overwrite }: HolidayReview,
  options: Options,
  terminal: Terminal,
): Promise<Planned> {
  const at = Date.parse(range.from);
  const { engine, loaded } = await openEngine(into, at, terminal, { format: options.format });
  const wanted = Object.fromEntries(holidays.map(({ date }) => [date, exception]));
  const targets = exceptionTargets(engine, loaded.configuration, options, wanted);
  const edits = editsOf(targets, overwrite);
  const files = await editFiles(loaded, edits);
  const changed = withExceptions(loaded.configuration, edits) as Configuration;
  const after = createEngine(changed, { now: () => at, zones: ZONES });
  return { targets, files, meaning: diff(engine, after, around(range)) };
}

/** All instants at which a clock somewhere shows a date of the range, or a shift that began on one is not over. */
function around({ from, to }: DateRange): { readonly from: number; readonly to: number } {
  return { from: Date.parse(from) - MS_PER_DAY, to: Date.parse(to) + 3 * MS_PER_DAY };
}

function exceptionAs(text: string): DateException {
  const read = parseDateException(text);
  if ("problem" in read) throw new UsageError(`\`--as ${text}\`: ${read.problem.message}`);
  return read.exception;
}

function print(
  review: HolidayReview,
  outcome: (Planned & { readonly hasClash: boolean; readonly isWritten: boolean }) | undefined,
  { json, into = [] }: Options,
  terminal: Terminal,
): ExitCode {
  terminal.out(
    json === true
      ? `${shownJson(reviewJson(review, outcome))}\n`
      : reviewText(review, outcome, into.join(" "), terminal),
  );
  return outcome?.hasClash === true ? EXIT.no : EXIT.yes;
}
