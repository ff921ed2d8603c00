import stringWidth from "string-width";

/** Rows of equal length as columns of text, the first row underlined. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ""))));
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, column) => padded(cell, widths[column] as number)).join("  ")}`.trimEnd();
  const [head, ...body] = rows.map(line);
  const rule = line(widths.map((width) => "-".repeat(width)));
  return `${[head, rule, ...body].join("\n")}\n`;
}

/** To a width in columns of the terminal: some characters take two. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}
