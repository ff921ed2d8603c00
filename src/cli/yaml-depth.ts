import { CST, Lexer } from "yaml";

/** Marks of the lexer that are no characters of the text: the start of a document, of a scalar, an end that is lacking. */
const SYNTHETIC: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/**
 * Offset at which a text is nested deeper than `most`; undefined when it is not. The library's reader recurses, and a deep
 * recursion ends the process within V8; its lexer does not. Brackets are counted, and columns that lie deeper and deeper.
 */
export function yamlTooDeep(text: string, most: number): number | undefined {
  const columns: number[] = [];
  let flow = 0;
  let offset = 0;
  let lineStart = 0;
  /** Whether a block may begin at the next token: it is the first of its line, or stands behind `-`, `?` or `:`. */
  let isBegin = true;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (SYNTHETIC.has(token)) {
      isScalar = token === CST.SCALAR;
      continue;
    }
    const type = isScalar ? "scalar" : CST.tokenType(token);
    isScalar = false;
    const isOpening = type === "flow-map-start" || type === "flow-seq-start";
    if (isOpening) flow++;
    if (type === "flow-map-end" || type === "flow-seq-end") flow = Math.max(0, flow - 1);
    if (type !== "space" && type !== "comment" && type !== "newline" && flow === 0) {
      if (isBegin) enter(columns, offset - lineStart);
      isBegin = type === "seq-item-ind" || type === "explicit-key-ind" || type === "map-value-ind";
    }
    if (columns.length + flow > most) return offset;
    offset += token.length;
    const newline = token.lastIndexOf("\n");
    if (newline < 0) continue;
    lineStart = offset - token.length + newline + 1;
    isBegin = true;
  }
  return undefined;
}

function enter(columns: number[], column: number): void {
  while (columns.length > 0 && (columns.at(-1) as number) > column) columns.pop();
  if (columns.at(-1) !== column) columns.push(column);
}
