import { createEngine, type Engine } from "../index.ts";
import { type CaseResult, type Expectations, type ExpectReport, expect, type Premise } from "../report.ts";
import type { CommandDefinition } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { configurationBeside, expectationFindings, loadExpectations } from "./expectations-file.ts";
import { UsageError } from "./failure.ts";
import { filesOf } from "./files-of.ts";
import { Refused } from "./finding.ts";
import { type InstantOptions, instantOf } from "./instant.ts";
import { openEngine } from "./open-engine.ts";
import { type Paint, paint } from "./paint.ts";
import { requirementJson, requirementsText } from "./requirements-text.ts";
import { civilText, ruleText } from "./rule-text.ts";
import { atOption, type JsonOption, jsonOption } from "./shared-options.ts";
import { shown, shownJson } from "./shown.ts";
import { stretchJson, stretchText } from "./stretch-text.ts";
import type { Terminal } from "./terminal.ts";
import { instantText } from "./wall-clock.ts";
import { ZONES } from "./zone-law.ts";

interface Options extends InstantOptions, JsonOption {
  readonly of?: readonly string[];
}

export const testCommand: CommandDefinition<Options> = {
  about:
    "Holds expectations against a configuration: at an instant, for a channel and a language, which queue is chosen, or " +
    "that none is. What fails is explained. A case may bring queues of its own along, and then needs no configuration: " +
    "the format is that of the project's test vectors, and schemas/expectations.schema.json describes it.\n\n" +
    "The configuration is that of --of, or support.json (or .jsonc, .yaml) beside support.expect.yaml.",
  define: (command) => {
    const several = (file: string, before: readonly string[] = []): readonly string[] => [...before, file];
    command
      .argument("<FILE...>", "expectations: files in JSON, JSONC or YAML, or - for standard input")
      .option("--of <file>", "the configuration, may be given again for its parts", several);
    atOption(command, "the instant around which requirements are held, from 7 days before to 400 days after it");
    jsonOption(command);
  },
  examples: [
    ["test support.expect.yaml", "Against support.yaml or support.json beside it"],
    ["test expectations/*.json --of support.json", "Many files against one configuration"],
  ],
  run: async ({ terminal, operands }, options) => {
    const at = instantOf(options, terminal.now(), ZONES);
    const p = paint(terminal.colours.out);
    const reports: { readonly file: string; readonly report: ExpectReport }[] = [];
    for (const file of await filesOf(operands)) reports.push({ file, report: await held(file, at, options, terminal) });
    const counted = (key: "passed" | "failed") => reports.reduce((sum, { report }) => sum + report[key], 0);
    const [passed, failed] = [counted("passed"), counted("failed")];
    // A policy that lost its cases must not pass in silence.
    const isHeld = failed === 0 && passed > 0;
    if (options.json === true) {
      terminal.out(`${shownJson({ ok: isHeld, passed, failed, files: reports.map(reportJson) })}\n`);
    } else {
      for (const { file, report } of reports) {
        terminal.out(`${p.strong(shown(file))}\n`);
        terminal.out(report.cases.map((result) => caseText(result, p)).join(""));
        terminal.out(`${requirementsText(report.requirements, p)}\n`);
      }
      const nothing = passed + failed === 0 ? ": nothing is expected" : "";
      terminal.out(`${(isHeld ? p.good : p.bad)(`${passed} passed, ${failed} failed${nothing}`)}\n`);
    }
    return isHeld ? EXIT.yes : EXIT.no;
  },
};

async function held(file: string, at: number, options: Options, terminal: Terminal): Promise<ExpectReport> {
  const loaded = await loadExpectations(file, terminal);
  const beside = options.of === undefined ? await configurationBeside(file) : undefined;
  const configuration = options.of ?? (beside === undefined ? undefined : [beside]);
  const engine =
    configuration === undefined
      ? engineOfNone(file, loaded.document.value, at)
      : (await openEngine(configuration, at, terminal)).engine;
  const report = expect(engine, loaded.document.value);
  if (report.problems.length > 0) throw new Refused(expectationFindings(report.problems, loaded));
  return report;
}

/** For cases that bring their queues along. Throws a UsageError when one does not. */
function engineOfNone(file: string, given: unknown, at: number): Engine {
  const { cases, requirements } = (typeof given === "object" && given !== null ? given : {}) as Expectations;
  // What has neither is no file of expectations, and is told so.
  const isAboutOne = Array.isArray(cases) && cases.some((each) => each?.destination === undefined);
  if (isAboutOne || requirements !== undefined) {
    throw new UsageError(`${file} is about a configuration: say which with --of, or lay it beside under the same name`);
  }
  const queue = { name: "none", type: "Agent_queue", enabled: false, open_24: true, timezone: "UTC" } as const;
  return createEngine([{ ...queue, transfer_function_name: "none" }], { now: () => at, zones: ZONES });
}

function caseText({ name, passed, premises, results, open }: CaseResult, p: Paint): string {
  const head = `  ${passed ? p.good("ok  ") : p.bad("FAIL")}  ${shown(name)}\n`;
  if (passed) return head;
  const broken = premises.filter(({ holds }) => !holds).map(({ premise }) => `        ${premiseText(premise)}\n`);
  const wrong = results
    .filter((result) => !result.passed)
    .map(({ expectation, at, expected, got, explanation }) => {
      const { channel = "any channel", language = "any language" } = expectation;
      const asked = `${shown(expectation.at)}, ${shown(channel)}, ${shown(language)}`;
      const instant = instantText(at) === expectation.at ? "" : ` (${instantText(at)})`;
      const verdicts = explanation.queues.map(({ queue, verdict, rule, civil }) => {
        return `          ${shown(queue)}: ${verdict}, ${civilText(civil)}, ${ruleText(rule)}\n`;
      });
      return `        ${asked}${instant}: expected ${queueText(expected)}, got ${queueText(got)}\n${verdicts.join("")}`;
    });
  const spans = [
    ...(open?.missing ?? []).map((stretch) => `        not open, but expected: ${stretchText(stretch, "UTC")}\n`),
    ...(open?.surplus ?? []).map((stretch) => `        open, but not expected: ${stretchText(stretch, "UTC")}\n`),
  ];
  return [head, ...broken, ...wrong, ...spans].join("");
}

function queueText(queue: string | null): string {
  return queue === null ? "unavailable" : shown(queue);
}

function premiseText(premise: Premise): string {
  return `premise does not hold: ${shown(JSON.stringify(premise))}`;
}

function reportJson({ file, report }: { readonly file: string; readonly report: ExpectReport }): object {
  const cases = report.cases.map(({ open, results, ...rest }) => ({
    ...rest,
    results: results.map(({ at, explanation, ...result }) => ({
      ...result,
      at: instantText(at),
      ...(result.passed ? {} : { explanation: { ...explanation, at: instantText(at) } }),
    })),
    ...(open && { open: { missing: open.missing.map(stretchJson), surplus: open.surplus.map(stretchJson) } }),
  }));
  return { file, cases, requirements: report.requirements.map(requirementJson) };
}
