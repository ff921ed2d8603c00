import type { Command } from "commander";
import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** A command's file, and with it the engine, is read when it is used. */
  readonly load: () => Promise<CommandDefinition<never>>;
}

/** A command line, without the `handoff` before it, and what it is for. */
export type Example = readonly [line: string, says: string];

/** One use of a command. */
export interface Call {
  readonly terminal: Terminal;
  /** What stands on the command line besides options. */
  readonly operands: readonly string[];
  /** Whole and with every command loaded: for what tells about the commands themselves. */
  readonly program: () => Promise<Command>;
}

/** A command: its options, what it is to be learnt from, and what it does. */
export interface CommandDefinition<Options extends object> {
  /** More than the summary says: paragraphs, after the usage line of the help. */
  readonly about: string;
  /** Adds arguments and options. */
  readonly define: (command: Command) => void;
  readonly examples: readonly Example[];
  /** Commands within it, each with options of its own; without one of them, its help is printed. */
  readonly parts?: readonly CommandEntry[];
  readonly run: (call: Call, options: Options) => ExitCode | Promise<ExitCode>;
}
