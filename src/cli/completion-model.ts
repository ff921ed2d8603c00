import type { Command, Option } from "commander";

/** What a shell may offer. */
export interface CompletionModel {
  readonly program: string;
  readonly commands: readonly CompletedCommand[];
}

export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** Choices for what stands besides options; undefined: files. */
  readonly words: readonly string[] | undefined;
}

export interface CompletedOption {
  readonly long: string;
  readonly short: string | undefined;
  readonly summary: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** From the commands as they are defined, so that shells offer just what the parser takes. */
export function completionModel(program: Command): CompletionModel {
  const help = program.createHelp();
  const commands = help.visibleCommands(program).map((command) => ({
    name: command.name(),
    summary: help.subcommandDescription(command),
    options: optionsOf(command).map(completedOption),
    words: wordsOf(command, program),
  }));
  return { program: program.name(), commands };

  /** Those of the commands within it as well: shells are told of one level. */
  function optionsOf(command: Command): readonly Option[] {
    const all = [command, ...command.commands].flatMap((one) => help.visibleOptions(one));
    return [...new Map(all.map((option) => [option.long, option])).values()];
  }
}

function wordsOf(command: Command, program: Command): readonly string[] | undefined {
  if (command.name() === "help") return program.commands.map((one) => one.name());
  if (command.commands.length > 0) return command.commands.map((one) => one.name());
  return command.registeredArguments[0]?.argChoices;
}

function completedOption(option: Option): CompletedOption {
  return {
    long: option.long ?? "",
    short: option.short,
    summary: option.description,
    takesValue: option.required || option.optional,
    choices: option.argChoices ?? [],
  };
}
