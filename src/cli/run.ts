import { existsSync } from "node:fs";
import { CommanderError } from "commander";
import { BARE, COMMANDS } from "./commands.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { Failure, UsageError } from "./failure.ts";
import { Refused } from "./finding.ts";
import { buildProgram } from "./program.ts";
import { safeOutput, shownJson } from "./shown.ts";
import type { Terminal } from "./terminal.ts";

/** Runs one command line, without `node` and the script's name before it. */
export async function run(args: readonly string[], given: Terminal): Promise<ExitCode> {
  const terminal: Terminal = {
    ...given,
    out: (text) => given.out(safeOutput(text, given.colours.out)),
    err: (text) => given.err(safeOutput(text, given.colours.err)),
    rewrite: given.rewrite && ((line) => given.rewrite?.(safeOutput(line, given.colours.err))),
  };
  let code: ExitCode = EXIT.yes;
  try {
    const program = await buildProgram(terminal, wanted(args), isFileLike(args[0]), (reported) => {
      code = reported;
    });
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return EXIT.usage;
    }
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    return await failed(error, args, terminal);
  }
}

/** The one command that runs or is asked about. */
function wanted(args: readonly string[]): (name: string) => boolean {
  const [first = "", second = ""] = args;
  const named = first === "help" ? second : first;
  const known = COMMANDS.some(({ name }) => name === named);
  const isAboutAll = first === "help" || ["-h", "--help", "-V", "--version"].includes(first);
  const loaded = known ? named : isAboutAll ? undefined : BARE;
  return (name) => name === loaded;
}

/** A mere word that is no file is a command that was meant: it gets the nearest ones named, and no word about files. */
function isFileLike(operand = ""): boolean {
  return !/^[a-z][a-z-]*$/i.test(operand) || existsSync(operand);
}

async function failed(error: unknown, args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.yes : EXIT.usage;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) {
    terminal.err(`handoff: ${message}\n`);
    return EXIT.usage;
  }
  if (error instanceof Refused) {
    const { printRefused } = await import("./print-refused.ts");
    printRefused(error.findings, args.includes("--json"), terminal);
    return EXIT.no;
  }
  if (args.includes("--json")) terminal.out(`${shownJson({ ok: false, error: message })}\n`);
  const isBug = !(error instanceof Failure || isZoneData(error));
  terminal.err(
    isBug ? `handoff: unexpected: ${error instanceof Error ? error.stack : message}\n` : `handoff: ${message}\n`,
  );
  return EXIT.no;
}

/** The machine's time-zone data cannot be used. By its code: the frame does not reach the engine, where the class is. */
function isZoneData(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" && code.startsWith("E_TZDATA");
}
