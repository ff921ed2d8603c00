import { writeFile } from "node:fs/promises";
import { Option } from "commander";
import type { CommandDefinition } from "./command.ts";
import { jsoncText, yamlText } from "./commented.ts";
import { EXIT } from "./exit-code.ts";
import { Failure, UsageError } from "./failure.ts";
import { whyNotWritten } from "./file-bytes.ts";
import { paint } from "./paint.ts";
import { shown } from "./shown.ts";
import { type Format, formatOf, STDIN } from "./source.ts";
import { STARTERS, type Starter, starterConfiguration } from "./starter.ts";
import { ZONES } from "./zone-law.ts";
import { checkZone } from "./zone-name.ts";

interface Options {
  readonly example: Starter;
  readonly timezone?: string;
  readonly force?: boolean;
}

const DEFAULT_FILE = "handoff.jsonc";

export const initCommand: CommandDefinition<Options> = {
  about:
    "Writes a configuration to begin with, with a remark at each field. The ending of FILE chooses JSONC or YAML; " +
    "- is standard output. A file that exists is left alone.",
  define: (command) => {
    command
      .argument("[FILE]", "where it goes", DEFAULT_FILE)
      .addOption(new Option("--example <name>", "what the queue is like").choices(STARTERS).default("full"))
      .option("--timezone <name>", "the IANA time zone of the queue; that of the example when left out")
      .option("--force", "write over a file that exists");
  },
  examples: [
    ["init", `Into ${DEFAULT_FILE}: hours of each weekday, exceptions, channels and languages`],
    ["init support.yaml --example business-hours --timezone Europe/Madrid", "Hours of Monday to Friday, as YAML"],
    ["init - --example open-24-7", "To standard output"],
  ],
  run: async ({ terminal, operands }, { example, timezone, force }) => {
    const file = operands[0] ?? DEFAULT_FILE;
    if (timezone !== undefined) checkZone("--timezone", timezone, ZONES);
    const format = file === STDIN ? "jsonc" : formatOf(file);
    const today = new Date(terminal.now()).toISOString().slice(0, 10);
    const text = written(format, example, { timezone, today });
    if (file === STDIN) {
      terminal.out(text);
      return EXIT.yes;
    }
    try {
      await writeFile(file, text, { flag: force === true ? "w" : "wx" });
    } catch (error) {
      const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
      throw new Failure(
        exists ? `${file} exists; --force writes over it` : `${file} cannot be written: ${whyNotWritten(error)}`,
      );
    }
    const p = paint(terminal.colours.out);
    terminal.out(`${p.good("written")}: ${shown(file)}\n\nlook at it:  handoff ${shown(file)}\n`);
    terminal.out(`check it:    handoff validate ${shown(file)}\n`);
    return EXIT.yes;
  },
};

function written(
  format: Format | undefined,
  example: Starter,
  options: Parameters<typeof starterConfiguration>[1],
): string {
  const configuration = starterConfiguration(example, options);
  switch (format) {
    case "jsonc":
      return jsoncText(configuration);
    case "yaml":
      return yamlText(configuration);
    case "json":
      throw new UsageError("JSON has no remarks: name the file .jsonc or .yaml");
    case undefined:
      throw new UsageError("name the file .jsonc or .yaml, so that its format is known");
  }
}
