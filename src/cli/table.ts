import stringWidth from "string-width";

/** Rows of equal length as columns of text, the first row underlined; where lines would break, one cell a line. */
export function table(rows: readonly (readonly string[])[], wrapsAt: number): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ""))));
  const width = widths.reduce((sum, one) => sum + one + GAP.length, 0);
  if (width > wrapsAt) return listed(rows);
  const line = (row: readonly string[]) =>
    `${GAP}${row.map((cell, column) => padded(cell, widths[column] as number)).join(GAP)}`.trimEnd();
  const [head, ...body] = rows.map(line);
  const rule = line(widths.map((one) => "-".repeat(one)));
  return `${[head, rule, ...body].join("\n")}\n`;
}

const GAP = "  ";

function listed([heads = [], ...rows]: readonly (readonly string[])[]): string {
  const margin = Math.max(...heads.map((head) => stringWidth(head)));
  const item = (row: readonly string[]) =>
    row.map((cell, column) => `${GAP}${padded(heads[column] ?? "", margin)}${GAP}${cell}\n`).join("");
  return rows.map(item).join("\n");
}

/** To a width in columns of the terminal: some characters take two. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}
