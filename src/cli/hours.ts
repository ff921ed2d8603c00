import stringWidth from "string-width";
import type { Engine, Handoff } from "../index.ts";
import { type Timeline, timeline } from "../report.ts";
import { datesAround, rangeOfDates } from "./civil-range.ts";
import type { CommandDefinition } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { hanging } from "./hanging.ts";
import { instantOf } from "./instant.ts";
import { openEngine } from "./open-engine.ts";
import { type Paint, paint } from "./paint.ts";
import { type Pictured, pictureRows, queueLetter } from "./picture.ts";
import { dateLabel, notesOf } from "./picture-notes.ts";
import { askedHandoffs, type RequestOptions, requestOptions, requestText } from "./request-options.ts";
import { legendText, rulerText } from "./ruler.ts";
import { shown, shownJson } from "./shown.ts";
import { STDIN } from "./source.ts";
import type { Terminal } from "./terminal.ts";
import { clockText, instantText } from "./wall-clock.ts";
import { wholeNumber } from "./whole-number.ts";
import { writeWhole } from "./write-whole.ts";
import { ZONES } from "./zone-law.ts";

interface Options extends RequestOptions {
  readonly month?: boolean;
  readonly queues: boolean;
  readonly svg?: string;
  readonly width?: number;
}

export const hoursCommand: CommandDefinition<Options> = {
  about:
    "Draws the week or the month that holds an instant, as a ruler of the day: for each handoff which queue serves, and " +
    "for each queue when it is open. Gaps, folds, exceptions and transitions are marked. With --svg a picture is " +
    "written that pages can show.",
  define: (command) => {
    requestOptions(command);
    command
      .option("--month", "the month instead of the week")
      .option("--no-queues", "only the handoffs, without each queue's own hours")
      .option("--svg <file>", "write a picture instead, for light and dark pages; - for standard output")
      .option("--width <columns>", "so many columns; those of the terminal when left out", wholeNumber(60, 1000));
  },
  examples: [
    ['hours support.json --handoff "Billing Support" --channel voice', "This week, for callers"],
    [
      "hours support.json --at 2026-11-01 --zone America/New_York",
      "The week in which New York's clock goes back, on one clock for all queues",
    ],
    ['hours support.json --handoff "Billing Support" --month --no-queues', "A month at a glance"],
    ['hours support.json --handoff "Billing Support" --svg hours.svg', "A picture for a page"],
  ],
  run: async ({ terminal, operands }, options) => {
    if (options.json === true && options.svg !== undefined) throw new UsageError("give one of --json and --svg");
    const at = instantOf(options, terminal.now(), ZONES);
    const { engine } = await openEngine(operands, at, terminal, options);
    const pictured = askedHandoffs(engine, options).map((handoff) => picture(engine, handoff, at, options));
    if (options.json === true) {
      terminal.out(`${shownJson({ at: instantText(at), hours: pictured.map(asJson) })}\n`);
    } else if (options.svg !== undefined) {
      await writeSvg(options.svg, pictured, at, options, terminal);
    } else {
      const p = paint(terminal.colours.out);
      terminal.out(pictured.map((one) => pictureText(one, at, options, terminal, p)).join("\n"));
    }
    return EXIT.yes;
  },
};

function picture(engine: Engine, handoff: Handoff, at: number, { channel, language, zone, month }: Options): Pictured {
  const unit = month === true ? "month" : "week";
  const { destination } = handoff.configuration;
  const timezone = zone ?? destination[0]?.timezone ?? "UTC";
  // Every queue shows the same dates, each by its own clock.
  const dates = datesAround(unit, at, timezone, ZONES);
  const request = { handoff: handoff.name, channel, language };
  const whole = timeline(engine, { ...request, timezone, ...rangeOfDates(dates, timezone, ZONES) });
  const queues = destination.map((queue, index) => {
    const own = zone ?? queue.timezone;
    return timeline(engine, { handoff: handoff.name, queue: index, timezone: own, ...rangeOfDates(dates, own, ZONES) });
  });
  return { handoff, whole, queues };
}

function pictureText(
  { handoff, whole, queues }: Pictured,
  at: number,
  options: Options,
  terminal: Terminal,
  p: Paint,
): string {
  const columns = options.width ?? terminal.columns;
  const { destination } = handoff.configuration;
  const names = destination.map(({ name }, i) => `${p.nth(i, queueLetter(i))} ${shown(name)}`);
  const head = `${p.strong(shown(handoff.name))}: which queue serves (${requestText(options)})\n${inLines(names, columns)}`;
  const blocks = [head + blockText(whole, true, at, columns, p)];
  if (options.queues) {
    for (const [i, one] of queues.entries()) {
      const enabled = destination[i]?.enabled === false ? ", which is not enabled" : "";
      blocks.push(`${p.strong(shown(one.queue?.name ?? ""))}${enabled}\n${blockText(one, false, at, columns, p)}`);
    }
  }
  const rows = [whole, ...(options.queues ? queues : [])].flatMap((one) => pictureRows(one, at));
  return `${blocks.join("\n")}\n${legendText(rows, options.queues)}`;
}

/** As many beside each other as there is room for. */
function inLines(words: readonly string[], columns: number): string {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)}   ${word}`;
    if (lines.length > 0 && stringWidth(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => `${line}\n`).join("");
}

function blockText(one: Timeline, byQueue: boolean, at: number, columns: number, p: Paint): string {
  const rows = pictureRows(one, at);
  const now = `${clockText(at, one.timezone, ZONES).slice(15)}`;
  const ruler = rulerText(rows, { columns, byQueue, paint: p, now });
  const notes = notesOf(one.dates);
  const noted = notes
    .map(({ date, flag, text }) => hanging(`${dateLabel(date)} ${p.warn(flag)} `, text, columns))
    .join("");
  const year = one.dates[0]?.date.slice(0, 4) ?? "";
  return `clock of ${one.timezone}, ${year}\n\n${ruler}${noted === "" ? "" : `\n${noted}`}`;
}

async function writeSvg(
  file: string,
  pictured: readonly Pictured[],
  at: number,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const [first, second] = pictured;
  if (first === undefined) return;
  if (second !== undefined) throw new UsageError("a picture is of one handoff: say which with --handoff");
  const { hoursSvg } = await import("./hours-svg.ts");
  const svg = hoursSvg(options.queues ? first : { ...first, queues: [] }, at, requestText(options));
  if (file === STDIN) return terminal.data(svg);
  await writeWhole(file, svg);
  terminal.out(`${shown(file)}\n`);
}

function asJson({ whole, queues }: Pictured): object {
  return { ...inText(whole), queues: queues.map(inText) };
}

/** With instants as text. */
function inText(one: Timeline): object {
  return JSON.parse(
    JSON.stringify(one, (key, value: unknown) =>
      typeof value === "number" && ["start", "end", "from", "to", "at"].includes(key) ? instantText(value) : value,
    ),
  );
}
