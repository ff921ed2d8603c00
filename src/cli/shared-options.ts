import { type Command, Option } from "commander";
import type { Format } from "./source.ts";

export interface JsonOption {
  readonly json?: boolean;
}

export interface FormatOption {
  readonly format?: Format;
}

export function filesArgument(command: Command): void {
  command.argument("<FILE...>", "files, folders, or - for standard input: together one configuration");
}

export function jsonOption(command: Command): void {
  command.option("--json", "print JSON for programs, and nothing else, to standard output");
}

export function formatOption(command: Command): void {
  const option = new Option("--format <format>", "what the files are written in, whatever their names end in");
  command.addOption(option.choices(["json", "jsonc", "yaml"]));
}

/** `--at`, `--zone` and `--fold`. */
export function atOption(command: Command, what: string): void {
  const fold = new Option("--fold <pass>", "which one, when the clock shows that civil time twice");
  command
    .option("--at <instant>", `${what}: with its offset, or a civil time with --zone; now when left out`)
    .option("--zone <name>", "IANA time zone of a civil time, such as America/New_York")
    .addOption(fold.choices(["first", "second"]));
}
