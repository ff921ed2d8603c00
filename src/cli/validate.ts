import { validate } from "../index.ts";
import type { Call, CommandDefinition } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { filesOf } from "./files-of.ts";
import { type Finding, Refused } from "./finding.ts";
import { findingsOf } from "./findings.ts";
import { type InstantOptions, instantOf } from "./instant.ts";
import { load } from "./load.ts";
import { paint } from "./paint.ts";
import { countText, findingsJson, findingsText, inOrder } from "./print-findings.ts";
import {
  atOption,
  type FormatOption,
  filesArgument,
  formatOption,
  type JsonOption,
  jsonOption,
} from "./shared-options.ts";
import { shown, shownJson } from "./shown.ts";
import { ZONES } from "./zone-law.ts";

interface Options extends JsonOption, FormatOption, InstantOptions {
  readonly each?: boolean;
  readonly strict?: boolean;
}

export const validateCommand: CommandDefinition<Options> = {
  about:
    "Checks a configuration as the engine does before it serves one, and prints every problem: where it stands, what " +
    "the rule is, and what to write instead. Warnings tell what is allowed but hardly meant.",
  define: (command) => {
    filesArgument(command);
    command
      .option("--each", "check every file as a configuration of its own, instead of all as one")
      .option("--strict", "exit with 1 for warnings as well");
    formatOption(command);
    atOption(command, "what counts as today for the warnings about dates that are past");
    jsonOption(command);
  },
  examples: [
    ["validate support.json", "Every problem, each with its line"],
    ["validate handoffs/ transfers.yaml", "A configuration whose parts lie in several files"],
    ["validate --each examples/*.json", "Many configurations, each for itself"],
    ["validate - --format yaml --strict < support.yaml", "From standard input; a warning fails as well"],
    ["validate support.json --json", "For a program"],
  ],
  run: async (call, options) => {
    const { terminal, operands } = call;
    const at = instantOf(options, terminal.now(), ZONES);
    const units = options.each === true ? (await filesOf(operands)).map((file) => [file]) : [operands];
    const found: Finding[] = [];
    for (const unit of units) found.push(...(await check(unit, at, call, options)));
    const findings = inOrder(found);
    const isRefused = findings.some(({ severity }) => options.strict === true || severity === "error");
    if (options.json === true) {
      const errors = findings.filter(({ severity }) => severity === "error").length;
      const counts = { errors, warnings: findings.length - errors };
      terminal.out(`${shownJson({ ok: !isRefused, ...counts, problems: findingsJson(findings) })}\n`);
    } else {
      const p = paint(terminal.colours.out);
      const name = shown(operands.join(" "));
      terminal.out(findingsText(findings, terminal.colours.out));
      terminal.out(
        `${name}: ${isRefused ? p.bad(countText(findings) ?? "") : p.good(countText(findings) ?? "no problems")}\n`,
      );
    }
    return isRefused ? EXIT.no : EXIT.yes;
  },
};

async function check(
  operands: readonly string[],
  at: number,
  call: Call,
  { format }: Options,
): Promise<readonly Finding[]> {
  try {
    const loaded = await load(operands, call.terminal, format);
    const problems = validate(loaded.configuration, { now: () => at, zones: ZONES });
    return [...loaded.findings, ...findingsOf(problems, loaded)];
  } catch (error) {
    if (error instanceof Refused) return error.findings;
    throw error;
  }
}
