import type { Handoff, Resolution } from "../index.ts";
import { answerText, changeTime } from "./change-text.ts";
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
import { shown, shownJson, shownProse } from "./shown.ts";
import { instantText } from "./wall-clock.ts";

export const resolveCommand: CommandDefinition<RequestOptions> = {
  about:
    "Says what an agent gets: the first queue that is open and serves the channel and the language, the function that " +
    "may be offered, and the instructions. Exits with 0 when every handoff that was asked about is available, or one " +
    "of a topic's or a task's; with 1 when not.",
  define: requestOptions,
  examples: [
    ['resolve support.json --handoff "Billing Support" --channel voice --language es-MX', "One handoff, now"],
    ['resolve support.json --topic "Billing inquiry"', "Each way out of a topic, and the first that is available"],
    ["resolve support.json --at 2026-12-24T18:00:00-05:00", "Every handoff at an instant"],
    [
      'resolve support.json --at "2026-11-01 01:30" --zone America/New_York',
      "A civil time; this one happens twice, and both answers are printed",
    ],
    ['resolve support.json --at "sun 10:00" --zone Europe/Madrid', "Next Sunday morning in Madrid"],
  ],
  run: async ({ terminal, operands }, options) => {
    const instants = askedInstants(options, terminal);
    const { engine } = await openEngine(operands, instants[0] as number, terminal, options);
    const handoffs = askedHandoffs(engine, options);
    const { channel, language, zone } = options;
    const answers = instants.map((at) => handoffs.map((handoff) => handoff.resolve({ at, channel, language })));
    const isOne = isScenarios(options);
    const isYes = answers.every((some) => (isOne ? some.some(isAvailable) : some.every(isAvailable)));
    if (options.json === true) {
      const results = instants.flatMap((at, i) =>
        handoffs.map((handoff, h) => resultJson(handoff, at, answers[i]?.[h] as Resolution, options)),
      );
      terminal.out(`${shownJson({ available: isYes, results })}\n`);
    } else {
      const p = paint(terminal.colours.out);
      instants.forEach((at, i) => {
        terminal.out(`At ${askedText(at, zone)}, ${requestText(options)}\n\n`);
        if (isOne) terminal.out(`${firstText(answers[i] ?? [], p)}\n\n`);
        handoffs.forEach((handoff, h) => {
          terminal.out(`${resultText(handoff, at, answers[i]?.[h] as Resolution, options, p)}\n`);
        });
      });
    }
    return isYes ? EXIT.yes : EXIT.no;
  },
};

function isAvailable({ available }: Resolution): boolean {
  return available;
}

function firstText(answers: readonly Resolution[], p: Paint): string {
  const first = answers.find(isAvailable);
  return first === undefined
    ? p.bad("none of these is available")
    : `${p.good("first available")}: ${shown(first.handoff)}`;
}

function resultText(
  handoff: Handoff,
  at: number,
  answer: Resolution,
  { channel, language, zone }: RequestOptions,
  p: Paint,
): string {
  const next = handoff.nextChange({ at, channel, language });
  const until =
    next === undefined
      ? "no change in the next 400 days"
      : `until ${changeTime(handoff, answer, next, zone)}, then ${answerText(next.resolution)}`;
  const head = `${p.strong(shown(handoff.name))}: ${(answer.available ? p.good : p.bad)(answerText(answer))}\n`;
  const call = answer.available
    ? `  offer ${answer.function_name}, which calls ${answer.transfer_function_name}\n`
    : "";
  const instructions = shownProse(answer.instructions).replace(/^/gm, "  | ");
  return `${head}${call}  ${until}\n${answer.instructions === "" ? "" : `${instructions}\n`}`;
}

function resultJson(handoff: Handoff, at: number, answer: Resolution, { channel, language }: RequestOptions): object {
  const next = handoff.nextChange({ at, channel, language });
  return {
    at: instantText(at),
    channel: channel ?? null,
    language: language ?? null,
    ...answer,
    next: next === undefined ? null : { at: instantText(next.at), ...next.resolution },
  };
}
