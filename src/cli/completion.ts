import { Argument } from "commander";
import type { CommandDefinition } from "./command.ts";
import { completionModel } from "./completion-model.ts";
import { completionScript, SHELLS, type Shell } from "./completion-scripts.ts";
import { EXIT } from "./exit-code.ts";

export const completionCommand: CommandDefinition<object> = {
  about:
    "Prints a script that completes commands, options and their values in a shell, with no start of Node at each " +
    "press of the key.",
  define: (command) => {
    command.addArgument(new Argument("<SHELL>", "the shell").choices(SHELLS));
  },
  examples: [
    ["completion bash > ~/.local/share/bash-completion/completions/handoff", "For bash"],
    ["completion zsh > ~/.zfunc/_handoff", "For zsh, where ~/.zfunc is in $fpath"],
    ["completion fish > ~/.config/fish/completions/handoff.fish", "For fish"],
  ],
  run: async ({ terminal, operands, program }) => {
    terminal.out(completionScript(operands[0] as Shell, completionModel(await program())));
    return EXIT.yes;
  },
};
