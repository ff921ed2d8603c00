import type { Command } from "commander";
import { buildProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

const HEAD = `# The command line

Made from the commands' own help by \`npm run generate:cli\`: change it there.

Instants in JSON are in UTC, as in \`2026-12-24T23:00:00Z\`. \`--json\` prints one JSON value to standard output, also when
the configuration is refused: \`{ "ok": false, "problems": […] }\`.
`;

/** A page is as wide wherever it is made. */
const PAGE: Terminal = {
  out: () => {},
  data: async () => {},
  err: () => {},
  input: async function* () {},
  columns: 100,
  wrapsAt: Number.POSITIVE_INFINITY,
  colours: { out: false, err: false },
  rewrite: undefined,
  now: () => 0,
};

/** The help of the program and of each of its commands, as a page. */
export async function reference(): Promise<string> {
  const program = await buildProgram(
    PAGE,
    () => true,
    true,
    () => {},
  );
  const help = program.createHelp();
  const commands = help.visibleCommands(program).filter((command) => command.name() !== "help");
  const list = commands.map((command) => {
    const name = command.name();
    return `- [\`handoff ${name}\`](#handoff-${name}): ${help.subcommandDescription(command)}`;
  });
  const pages = commands.map((command) => {
    const parts = command.commands.filter((part) => part.name() !== "help");
    return [`## handoff ${command.name()}\n\n${helpOf(command)}`, ...parts.map(partPage)].join("\n");

    function partPage(part: Command): string {
      return `### handoff ${command.name()} ${part.name()}\n\n${helpOf(part)}`;
    }
  });
  return `${HEAD}\n${list.join("\n")}\n\n## handoff\n\n${helpOf(program)}\n${pages.join("\n")}`;
}

function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({ ...command.configureOutput(), writeOut: (part) => (text += part) });
  command.outputHelp();
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;
}
