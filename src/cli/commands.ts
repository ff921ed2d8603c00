import type { CommandDefinition } from "./command.ts";

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** A command's file, and with it the engine, is read when it is used. */
  readonly load: () => Promise<CommandDefinition<never>>;
}

/** In the order of the help: first what one begins with. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "overview",
    summary: "print what an agent gets from each handoff now (what a bare FILE does)",
    load: async () => (await import("./overview.ts")).overviewCommand,
  },
  {
    name: "validate",
    summary: "find every problem in a configuration, with its place and its fix",
    load: async () => (await import("./validate.ts")).validateCommand,
  },
];

/** `handoff FILE` without a command. */
export const BARE = "overview";
