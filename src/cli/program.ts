import { createRequire } from "node:module";
import { Command } from "commander";
import type { Call, CommandDefinition, CommandEntry, Example } from "./command.ts";
import { BARE, COMMANDS } from "./commands.ts";
import type { ExitCode } from "./exit-code.ts";
import { safeOutput } from "./shown.ts";
import type { Terminal } from "./terminal.ts";

const ABOUT =
  "Says which human queue is open for a channel and a language, and what an agent says and calls.\n\n" +
  "FILE is a configuration, or a bare destination, in JSON, JSONC or YAML 1.2. - is standard input. A folder, or " +
  "several files, are one configuration whose parts lie apart.";

const EXIT_CODES = `Exit codes:
  0  yes: available, sound, covered, no change
  1  no, or there are problems
  2  the command line is wrong`;

/**
 * The commands by name and summary, and in full those that `isWanted`. What is not loaded is not run either. Without
 * `takesBareFile` an operand that is no command is an error. `report` is told the exit code of the command that ran.
 */
export async function buildProgram(
  terminal: Terminal,
  isWanted: (name: string) => boolean,
  takesBareFile: boolean,
  report: (code: ExitCode) => void,
): Promise<Command> {
  const program = new Command("handoff");
  program
    .description(ABOUT)
    .usage("COMMAND FILE… [options]\n       handoff FILE [options]")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help, also for a command: handoff COMMAND --help")
    .helpCommand("help [COMMAND]", "print help for a command")
    .addHelpText("after", `\n${EXIT_CODES}\n`)
    .enablePositionalOptions()
    .exitOverride()
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({
      writeOut: (text) => terminal.out(safeOutput(text, false)),
      writeErr: (text) => terminal.err(safeOutput(text, false)),
      outputError: (text, write) => write(text.replace(/^error: /, "handoff: ")),
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
    });
  for (const entry of COMMANDS) await addCommand(program, entry, isWanted(entry.name));
  return program;

  async function addCommand(parent: Command, entry: CommandEntry, isLoaded: boolean): Promise<void> {
    const command = parent.command(entry.name, { isDefault: takesBareFile && entry.name === BARE });
    command.summary(entry.summary).helpOption("-h, --help", "print this help");
    if (!isLoaded) return;
    const definition = (await entry.load()) as CommandDefinition<object>;
    command.description(definition.about);
    definition.define(command);
    for (const part of definition.parts ?? []) await addCommand(command, part, true);
    command.addHelpText("after", () => `\n${examplesText(definition.examples)}`);
    command.action(async () => {
      const call: Call = {
        terminal,
        operands: command.args,
        program: () => buildProgram(terminal, () => true, true, report),
      };
      report(await definition.run(call, command.opts()));
    });
  }
}

function examplesText(examples: readonly Example[]): string {
  const lines = examples.map(([line, says]) => `  # ${says}\n  handoff ${line}\n`);
  return `Examples:\n${lines.join("\n")}`;
}

/** From the package's own manifest, wherever this file was bundled to. */
function version(): string {
  const manifest: { readonly version: string } = createRequire(import.meta.url)("handoff-engine/package.json");
  return manifest.version;
}
