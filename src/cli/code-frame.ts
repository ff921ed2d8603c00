import stringWidth from "string-width";
import type { Lines } from "./lines.ts";
import type { Paint } from "./paint.ts";
import { shown } from "./shown.ts";
import type { Span } from "./source.ts";

const CONTEXT = 1;
/** Of a line that is cut, such as that of a minified file, so much is shown. */
const LONGEST = 100;

/** The line of a span with the lines around it, and marks under the span. */
export function codeFrame(lines: Lines, span: Span, paint: Paint): string {
  const start = lines.position(span.start);
  const end = lines.position(Math.max(span.end, span.start + 1));
  const first = Math.max(1, start.line - CONTEXT);
  const last = Math.min(lines.count, start.line + CONTEXT);
  const margin = String(last).length;
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = lines.line(number);
    const isMarked = number === start.line;
    const from = cutFrom(line, isMarked ? start.column - 1 : 0);
    const text = cut(line, from);
    rows.push(
      `${isMarked ? paint.bad(">") : " "} ${paint.soft(`${String(number).padStart(margin)} |`)} ${text}`.trimEnd(),
    );
    if (!isMarked) continue;
    const markEnd = end.line === start.line ? end.column - 1 : line.trimEnd().length;
    const before = stringWidth(cut(line.slice(0, start.column - 1), from, true));
    const marked = stringWidth(written(line.slice(start.column - 1, Math.min(markEnd, from + LONGEST))));
    rows.push(
      `  ${paint.soft(`${" ".repeat(margin)} |`)} ${" ".repeat(before)}${paint.bad("^".repeat(Math.max(1, marked)))}`,
    );
  }
  return `${rows.join("\n")}\n`;
}

/** Where a long line is shown from, so that the column is in what is shown. */
function cutFrom(line: string, column: number): number {
  if (line.length <= LONGEST) return 0;
  return Math.max(0, column - LONGEST / 2);
}

function cut(line: string, from: number, isPart = false): string {
  const head = from > 0 ? "…" : "";
  const isCut = !isPart && line.length > from + LONGEST;
  return `${head}${written(line.slice(from, from + LONGEST))}${isCut ? "…" : ""}`;
}

function written(text: string): string {
  return shown(text.replaceAll("\t", "  "));
}
