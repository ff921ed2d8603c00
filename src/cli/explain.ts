import type { Explanation, QueueExplanation } from "../index.ts";
import { answerText } from "./change-text.ts";
import type { CommandDefinition } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { openEngine } from "./open-engine.ts";
import { type Paint, paint } from "./paint.ts";
import {
  askedHandoffs,
  askedInstants,
  askedText,
  isScenarios,
  type RequestOptions,
  requestOptions,
  requestText,
} from "./request-options.ts";
import { civilText, ruleText } from "./rule-text.ts";
import { shown, shownJson } from "./shown.ts";
import { table } from "./table.ts";
import { instantText } from "./wall-clock.ts";

export const explainCommand: CommandDefinition<RequestOptions> = {
  about:
    "Says why: every queue in order, what its clock shows, its verdict (chosen, later, closed, channel, language, " +
    "disabled) and the rule that decided. Exits as resolve does.",
  define: requestOptions,
  examples: [
    ['explain support.json --handoff "Billing Support" --channel chat', "Why this queue, or why none"],
    [
      'explain support.json --handoff "Billing Support" --at 2026-12-25T10:00:00-05:00',
      "Whether the exception for Christmas holds",
    ],
  ],
  run: async ({ terminal, operands }, options) => {
    const instants = askedInstants(options, terminal);
    const { engine } = await openEngine(operands, instants[0] as number, terminal, options);
    const handoffs = askedHandoffs(engine, options);
    const { channel, language, zone } = options;
    const told = instants.map((at) => handoffs.map((handoff) => handoff.explain({ at, channel, language })));
    const isAvailable = ({ resolution }: Explanation) => resolution.available;
    const isYes = told.every((some) => (isScenarios(options) ? some.some(isAvailable) : some.every(isAvailable)));
    if (options.json === true) {
      const results = told.flat().map(({ at, ...explanation }) => ({ at: instantText(at), ...explanation }));
      terminal.out(`${shownJson({ available: isYes, results })}\n`);
    } else {
      const p = paint(terminal.colours.out);
      told.forEach((some, i) => {
        terminal.out(`${i > 0 ? "\n" : ""}At ${askedText(instants[i] as number, zone)}, ${requestText(options)}\n`);
        for (const explanation of some) terminal.out(`\n${explanationText(explanation, p, terminal.wrapsAt)}`);
      });
      const { name, version } = told[0]?.[0]?.zones ?? engine.status().zones;
      terminal.out(`\ntime zones: tz database ${version} (${name})\n`);
    }
    return isYes ? EXIT.yes : EXIT.no;
  },
};

function explanationText({ handoff, resolution, queues }: Explanation, p: Paint, wrapsAt: number): string {
  const answer = (resolution.available ? p.good : p.bad)(answerText(resolution));
  const rows = queues.map((queue) => row(queue, p));
  const trace = table([["#", "queue", "verdict", "its clock", "because"], ...rows], wrapsAt);
  return `${p.strong(shown(handoff))}: ${answer}\n\n${trace}`;
}

function row(queue: QueueExplanation, p: Paint): readonly string[] {
  const { timezone } = queue.civil;
  const verdict = queue.verdict === "chosen" ? p.good(queue.verdict) : queue.verdict;
  return [
    String(queue.index + 1),
    shown(queue.queue),
    verdict,
    `${civilText(queue.civil)} ${timezone}`,
    ruleText(queue.rule),
  ];
}
