import type { DateRange } from "../import.ts";
import type { DateException } from "../index.ts";
import type { Diff } from "../report.ts";
import { diffJson, diffText } from "./diff-text.ts";
import { type ExceptionTarget, hasNews } from "./exception-target.ts";
import { exceptionWords } from "./exception-words.ts";
import type { FoundHolidays } from "./holidays-found.ts";
import { paint } from "./paint.ts";
import { counted, findingsJson, placeText } from "./print-findings.ts";
import { shown } from "./shown.ts";
import { table } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** What there is to review. */
export interface HolidayReview {
  readonly found: FoundHolidays;
  readonly range: DateRange;
  readonly exception: DateException;
  readonly overwrite: boolean;
}

/** What it would do, or did, to a configuration. */
export interface HolidayOutcome {
  readonly targets: readonly ExceptionTarget[];
  readonly meaning: Diff;
  readonly hasClash: boolean;
  readonly isWritten: boolean;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

export function reviewText(
  review: HolidayReview,
  outcome: HolidayOutcome | undefined,
  into: string,
  terminal: Terminal,
): string {
  const p = paint(terminal.colours.out);
  const { found, range, exception } = review;
  const { holidays, skipped, notes } = found;
  const head = `${p.strong(found.name)}: ${counted(holidays.length, "date")} from ${range.from} to ${range.to}\n`;
  const rows = holidays.map(({ date, names }) => [
    `${WEEKDAYS[new Date(date).getUTCDay()]} ${date}`,
    exceptionWords(exception),
    names.map(shown).join(", "),
  ]);
  const dates = rows.length === 0 ? "" : `\n${table([["date", "exception", "holiday"], ...rows], terminal.wrapsAt)}`;
  const left = [...skipped.map((one) => `${placeText(one)}: ${one.message}`), ...notes].map((line) => `  ${line}\n`);
  const leftOut = left.length === 0 ? "" : `\nLeft out:\n${left.join("")}`;
  return `${head}${dates}${leftOut}${outcome === undefined ? "" : outcomeText(review, outcome, into, terminal)}`;
}

function outcomeText({ overwrite }: HolidayReview, outcome: HolidayOutcome, into: string, terminal: Terminal): string {
  const p = paint(terminal.colours.out);
  const { targets, meaning, hasClash, isWritten } = outcome;
  const lines = targets.map(({ handoff, queue, plan: { added, same, conflicts } }) => {
    const counts = [
      `${Object.keys(added).length} to add`,
      ...(same.length > 0 ? [`${same.length} there already`] : []),
      ...(conflicts.length > 0
        ? [overwrite ? `${conflicts.length} to replace` : `${conflicts.length} in conflict`]
        : []),
    ];
    const clashes = conflicts.map(
      ({ date, existing }) =>
        `    ${p.warn(date)}: has ${exceptionWords(existing)}${overwrite ? ", is replaced" : ""}\n`,
    );
    return `  ${shown(handoff)} / ${shown(queue.name)}: ${counts.join(", ")}\n${clashes.join("")}`;
  });
  const end = isWritten
    ? p.good(`${shown(into)}: written`)
    : hasClash
      ? p.bad(
          "Nothing is written: --overwrite replaces exceptions that are there, --queue and --match narrow what is brought in",
        )
      : hasNews(targets)
        ? "Nothing is written yet: add --write"
        : "Nothing to write";
  return `\n${p.strong(shown(into))}:\n${lines.join("")}\nWhat changes in meaning, ${diffText(meaning, false, p)}\n${end}\n`;
}

export function reviewJson({ found, range, exception }: HolidayReview, outcome: HolidayOutcome | undefined): object {
  const { holidays, skipped, notes } = found;
  const head = { ok: outcome?.hasClash !== true, ...range, exception, holidays };
  const leftOut = { skipped: findingsJson(skipped), notes };
  if (outcome === undefined) return { ...head, ...leftOut };
  const queues = outcome.targets.map(({ handoff, queue, plan }) => ({ handoff, queue: queue.name, ...plan }));
  return { ...head, ...leftOut, queues, written: outcome.isWritten, diff: diffJson(outcome.meaning) };
}
