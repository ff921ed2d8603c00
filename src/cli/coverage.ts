import { checkRequirements, coverage, type Requirement } from "../report.ts";
import type { CommandDefinition } from "./command.ts";
import { handoffJson, handoffText } from "./coverage-text.ts";
import { EXIT } from "./exit-code.ts";
import { expectationsBeside } from "./expectations-file.ts";
import { readExpectedRequirements } from "./expected-requirements.ts";
import { openEngine } from "./open-engine.ts";
import { paint } from "./paint.ts";
import { askedRange, type ReportRange, rangeOptions } from "./range-options.ts";
import { askedHandoffs } from "./request-options.ts";
import { readRequirement, requirementJson, requirementsText } from "./requirements-text.ts";
import { type FormatOption, filesArgument, formatOption, type JsonOption, jsonOption } from "./shared-options.ts";
import { shownJson } from "./shown.ts";
import { instantText } from "./wall-clock.ts";

interface Options extends ReportRange, FormatOption, JsonOption {
  readonly handoff?: string;
  readonly require?: readonly string[];
  readonly expect: string | boolean;
  readonly spans?: boolean;
  readonly brief?: boolean;
}

export const coverageCommand: CommandDefinition<Options> = {
  about:
    "Tells, for each kind of request that a handoff tells apart, when no queue serves it: by the week, and by the " +
    "stretches of the time ahead. Also who serves how much, queues that are never chosen, and days that are unusual.\n\n" +
    "A requirement is policy that is held: whenever the clock of its zone is inside of its hours, some queue must serve " +
    "such a request. Every stretch that breaks it is listed, and the exit code is 1. Requirements come from --require " +
    "and from a file of expectations: that of --expect, or support.expect.yaml (or .json) beside support.json.",
  define: (command) => {
    const several = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];
    filesArgument(command);
    command
      .option("--handoff <name>", "one handoff by its name; every handoff when left out")
      .option("--require <policy>", "channel, language and hours that must be served; may be given again", several)
      .option("--expect <file>", "a file of expectations, whose requirements are held")
      .option("--no-expect", "leave the expectations beside the configuration alone")
      .option("--spans", "list every stretch that is not served, and not only the week")
      .option("--brief", "only the requirements");
    rangeOptions(command, 364);
    formatOption(command);
    jsonOption(command);
  },
  examples: [
    ['coverage support.json --handoff "Billing Support"', "When nobody is there, for whom"],
    [
      'coverage support.json --handoff "Technical Support" --brief --require "voice,en,mon-fri 08:00-20:00 America/New_York"',
      "A policy; fails where it is broken",
    ],
    [
      'coverage support.json --brief --require "any,any,mon-fri 09:00-17:00 Europe/London except 2026-12-25"',
      "But for a holiday",
    ],
  ],
  run: async ({ terminal, operands }, options) => {
    const range = askedRange(options, terminal);
    const own = (options.require ?? []).map(readRequirement);
    const { engine } = await openEngine(operands, range.from, terminal, options);
    const { handoff } = options;
    if (handoff !== undefined) askedHandoffs(engine, { handoff: [handoff] });
    const file = typeof options.expect === "string" ? options.expect : undefined;
    const expected = options.expect === false ? undefined : (file ?? (await expectationsBeside(operands[0] ?? "")));
    const requirements: readonly Requirement[] = [
      ...own,
      ...(expected === undefined ? [] : await readExpectedRequirements(expected, engine, terminal)),
    ];
    const asked = { ...range, handoff, requirements };
    const { handoffs, requirements: results } =
      options.brief === true
        ? { handoffs: [], requirements: checkRequirements(engine, requirements, asked) }
        : coverage(engine, asked);
    const isMet = results.every(({ met }) => met);
    const [from, to] = [instantText(range.from), instantText(range.to)];
    if (options.json === true) {
      const told = { handoffs: handoffs.map(handoffJson), requirements: results.map(requirementJson) };
      terminal.out(`${shownJson({ ok: isMet, from, to, ...told })}\n`);
    } else {
      const p = paint(terminal.colours.out);
      terminal.out(`from ${from} to ${to}\n\n`);
      const told = handoffs.map((one) => handoffText(one, { spans: options.spans === true }, p));
      terminal.out([...told, ...(results.length > 0 ? [requirementsText(results, p)] : [])].join("\n"));
    }
    return isMet ? EXIT.yes : EXIT.no;
  },
};
