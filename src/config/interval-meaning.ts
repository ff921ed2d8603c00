import { MINUTES_PER_DAY, parseMinute } from "../time/civil.ts";
import { objectIn, textIn } from "./loose.ts";
import { type Problem, problem } from "./problem.ts";
import { quoteName } from "./quote.ts";

const START = /^([01]\d|2[0-3]):[0-5]\d$/;
const END = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

interface Span {
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
}

/** The intervals of one date: none may be empty; those that overlap get a warning. */
export function intervalProblems(pointer: string, intervals: readonly unknown[]): readonly Problem[] {
  const found: Problem[] = [];
  const spans: Span[] = [];
  intervals.forEach((interval, i) => {
    const start = textIn(objectIn(interval)["start"]) ?? "";
    const end = textIn(objectIn(interval)["end"]) ?? "";
    if (!START.test(start) || !END.test(end)) return;
    if (start === end) {
      found.push(problem("E_EMPTY_INTERVAL", `${pointer}/${i}`, interval, start));
      return;
    }
    const span = spanOf(start, end);
    const other = spans.find((earlier) => earlier.start < span.end && span.start < earlier.end);
    if (other !== undefined) {
      found.push(problem("W_OVERLAP", `${pointer}/${i}`, interval, quoteName(textOf(other)), quoteName(textOf(span))));
    }
    spans.push(span);
  });
  return found;
}

/** An overnight interval runs past 24:00, so that its whole length is compared. */
function spanOf(from: string, to: string): Span {
  const start = parseMinute(from);
  const end = parseMinute(to);
  return { from, to, start, end: end > start ? end : end + MINUTES_PER_DAY };
}

function textOf({ from, to }: Span): string {
  return `${from}–${to}`;
}
