import { escapeUnseen } from "../config/quote.ts";

/**
 * Text of an operator as code, where neither Markdown nor HTML means anything, nor does a forge make mentions and links
 * of it: on one line, with everything invisible escaped. A cell of a table ends at any `|`, also within code, and a
 * backslash before it may be one of the text: then each character that could mean something is a reference.
 */
export function code(text: string): string {
  const shown = escapeUnseen(text.replaceAll(/\r\n|\n|\r/g, "⏎"));
  if (shown.includes("|")) return `<code>${shown.replace(/[!-/:-@[-`{-~]/g, (c) => `&#${c.charCodeAt(0)};`)}</code>`;
  const fence = "`".repeat(longestRun(shown) + 1);
  const room = /^[` ]|[` ]$|^$/.test(shown) ? " " : "";
  return `${fence}${room}${shown}${room}${fence}`;
}

/** Lines of an operator as a block, in a fence that none of them can close. */
export function block(language: string, lines: readonly string[]): string {
  const shown = lines.map(escapeUnseen);
  const fence = "`".repeat(Math.max(longestRun(shown.join("\n")) + 1, 3));
  return [`${fence}${language}`, ...shown, fence].join("\n");
}

export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}

function longestRun(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}
