/** Rows of equal length as columns of text, the first row underlined. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] as number)).join("  ")}`.trimEnd();
  const [head, ...body] = rows.map(line);
  const rule = line(widths.map((width) => "-".repeat(width)));
  return `${[head, rule, ...body].join("\n")}\n`;
}
