import { once } from "node:events";
import { clearLine, cursorTo } from "node:readline";
import { safeOutput } from "./shown.ts";

/** What a command sees of the world around it. Tests give it another one. */
export interface Terminal {
  /** To standard output. */
  readonly out: (text: string) => void;
  /** To standard output, for programs: as it is, unless that is a terminal. Done when there is room for more. */
  readonly data: (text: string) => Promise<void>;
  /** To standard error. */
  readonly err: (text: string) => void;
  /** Standard input, in pieces. */
  readonly input: () => AsyncIterable<Uint8Array>;
  /** Columns of standard output; 80 where nobody tells. */
  readonly columns: number;
  /** Columns after which a line breaks: none in a pipe. */
  readonly wrapsAt: number;
  /** Whether colours may be written. */
  readonly colours: { readonly out: boolean; readonly err: boolean };
  /** Writes a line on standard error over the last one; undefined where that is not possible. */
  readonly rewrite: ((line: string) => void) | undefined;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
}

const COLUMNS = 80;

export function processTerminal(): Terminal {
  const { stdout, stderr, stdin } = process;
  return {
    out: (text) => void stdout.write(text),
    data: async (text) => {
      if (!stdout.write(stdout.isTTY ? safeOutput(text, false) : text)) await once(stdout, "drain");
    },
    err: (text) => void stderr.write(text),
    input: () => stdin,
    columns: columnsOf(stdout.columns),
    wrapsAt: stdout.isTTY ? columnsOf(stdout.columns) : Number.POSITIVE_INFINITY,
    colours: { out: hasColours(stdout), err: hasColours(stderr) },
    rewrite: stderr.isTTY && process.env["TERM"] !== "dumb" ? (line) => rewrite(stderr, line) : undefined,
    now: () => Date.now(),
  };
}

function rewrite(stream: NodeJS.WriteStream, line: string): void {
  cursorTo(stream, 0);
  clearLine(stream, 1);
  stream.write(line);
}

function columnsOf(reported: number | undefined): number {
  const columns = reported ?? Number(process.env["COLUMNS"]);
  return Number.isInteger(columns) && columns > 0 ? columns : COLUMNS;
}

/** Node knows NO_COLOR, FORCE_COLOR and TERM; a pipe has no colours of its own accord. */
function hasColours(stream: { readonly isTTY?: boolean; hasColors?: () => boolean }): boolean {
  if (process.env["NO_COLOR"]) return false;
  return stream.isTTY === true && stream.hasColors?.() === true;
}
