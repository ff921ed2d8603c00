import type { Change, Handoff, Resolution } from "../index.ts";
import { answerText, changeTime } from "./change-text.ts";
import type { CommandDefinition } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { openEngine } from "./open-engine.ts";
import { type Paint, paint } from "./paint.ts";
import {
  askedHandoffs,
  askedInstants,
  askedText,
  type RequestOptions,
  requestOptions,
  requestText,
} from "./request-options.ts";
import { shown, shownJson } from "./shown.ts";
import { table } from "./table.ts";
import { instantText } from "./wall-clock.ts";
import { wholeNumber } from "./whole-number.ts";

interface Options extends RequestOptions {
  readonly count: number;
}

export const nextCommand: CommandDefinition<Options> = {
  about:
    "Says when the answer changes next, and to what, over all queues of the handoff together. Exits with 1 when there " +
    "is no change in the 400 days that follow.",
  define: (command) => {
    requestOptions(command);
    command.option("-n, --count <number>", "so many changes", wholeNumber(1, 10_000), 1);
  },
  examples: [
    [
      'next support.json --handoff "Billing Support" --channel voice',
      "When people are back, or until when they are there",
    ],
    [
      "next support.json --count 5 --zone America/New_York",
      "The next five changes of every handoff, in one zone's time",
    ],
  ],
  run: async ({ terminal, operands }, options) => {
    const instants = askedInstants(options, terminal);
    const { engine } = await openEngine(operands, instants[0] as number, terminal, options);
    const handoffs = askedHandoffs(engine, options);
    const told = instants.flatMap((at) => handoffs.map((handoff) => changesOf(handoff, at, options)));
    const isYes = told.every(({ changes }) => changes.length > 0);
    if (options.json === true) {
      terminal.out(`${shownJson({ changes: isYes, results: told.map(asJson) })}\n`);
    } else {
      const p = paint(terminal.colours.out);
      instants.forEach((at, i) => {
        terminal.out(`${i > 0 ? "\n" : ""}From ${askedText(at, options.zone)}, ${requestText(options)}\n`);
        for (const one of told) if (one.at === at) terminal.out(`\n${asText(one, options, p, terminal.wrapsAt)}`);
      });
    }
    return isYes ? EXIT.yes : EXIT.no;
  },
};

interface Told {
  readonly handoff: Handoff;
  readonly at: number;
  readonly now: Resolution;
  readonly changes: readonly Change[];
}

function changesOf(handoff: Handoff, at: number, { channel, language, count }: Options): Told {
  const changes: Change[] = [];
  for (let from = at; changes.length < count; ) {
    const next = handoff.nextChange({ at: from, channel, language });
    if (next === undefined) break;
    changes.push(next);
    from = next.at;
  }
  return { handoff, at, now: handoff.resolve({ at, channel, language }), changes };
}

function asText({ handoff, now, changes }: Told, { zone }: Options, p: Paint, wrapsAt: number): string {
  const head = `${p.strong(shown(handoff.name))}: ${(now.available ? p.good : p.bad)(answerText(now))}\n`;
  if (changes.length === 0) return `${head}  no change in the next 400 days\n`;
  const rows = changes.map((change, i) => [
    changeTime(handoff, changes[i - 1]?.resolution ?? now, change, zone),
    instantText(change.at),
    answerText(change.resolution),
  ]);
  return `${head}\n${table([["when", "UTC", "from then on"], ...rows], wrapsAt)}`;
}

function asJson({ handoff, at, now, changes }: Told): object {
  return {
    at: instantText(at),
    handoff: handoff.name,
    now,
    changes: changes.map((change) => ({ at: instantText(change.at), resolution: change.resolution })),
  };
}
