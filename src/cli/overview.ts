import type { Engine, Handoff, Resolution } from "../index.ts";
import { changeTime } from "./change-text.ts";
import type { CommandDefinition } from "./command.ts";
import { EXIT } from "./exit-code.ts";
import { type InstantOptions, instantOf } from "./instant.ts";
import { openEngine } from "./open-engine.ts";
import { counted } from "./print-findings.ts";
import {
  atOption,
  type FormatOption,
  filesArgument,
  formatOption,
  type JsonOption,
  jsonOption,
} from "./shared-options.ts";
import { shown, shownJson, shownProse } from "./shown.ts";
import { table } from "./table.ts";
import { instantText } from "./wall-clock.ts";
import { ZONES } from "./zone-law.ts";

const CHANNELS = ["voice", "chat"] as const;

interface Options extends InstantOptions, FormatOption, JsonOption {}

export const overviewCommand: CommandDefinition<Options> = {
  about:
    "Resolves every handoff for each channel and language, and prints what an agent gets: the queue, the transfer " +
    "function, the instructions, and when that changes next.",
  define: (command) => {
    filesArgument(command);
    atOption(command, "when");
    formatOption(command);
    jsonOption(command);
  },
  examples: [
    ["support.json", "What an agent gets now; the command's name may be left out"],
    ["support.json --at 2026-12-24T18:00:00-05:00", "And on Christmas Eve"],
    ["overview support.json --json", "For a program"],
  ],
  run: async ({ terminal, operands }, options) => {
    const at = instantOf(options, terminal.now(), ZONES);
    const { engine, loaded } = await openEngine(operands, at, terminal, options);
    terminal.out(
      options.json === true
        ? `${shownJson(overviewJson(engine, at))}\n`
        : overview(engine, loaded.name, at, terminal.wrapsAt),
    );
    return EXIT.yes;
  },
};

/** Every handoff of an engine at one instant, by channel and language, as text. */
function overview(engine: Engine, file: string, at: number, wrapsAt: number): string {
  const { zones, handoffs, queues } = engine.status();
  const head =
    `${shown(file)}: ${counted(handoffs, "handoff")}, ${counted(queues, "queue")}, at ${instantText(at)}\n` +
    `time zones: tz database ${zones.version} (${zones.name})\n`;
  return [head, ...engine.handoffs.map((handoff) => describe(handoff, at, wrapsAt))].join("\n");
}

function overviewJson(engine: Engine, at: number): object {
  const { zones } = engine.status();
  const handoffs = engine.handoffs.map((handoff) => ({
    handoff: handoff.name,
    function_name: handoff.functionName,
    answers: CHANNELS.flatMap((channel) =>
      languagesOf(handoff).map(({ language }) => {
        const request = { at, channel, language };
        const next = handoff.nextChange(request);
        return {
          channel,
          language: language ?? null,
          ...handoff.resolve(request),
          next: next === undefined ? null : { at: instantText(next.at), ...next.resolution },
        };
      }),
    ),
  }));
  return { at: instantText(at), zones, handoffs };
}

function describe(handoff: Handoff, at: number, wrapsAt: number): string {
  const rows: string[][] = [["channel", "language", "the agent gets", "transfer function", "changes next"]];
  const met = new Set<Resolution>();
  for (const channel of CHANNELS) {
    for (const { label, language } of languagesOf(handoff)) {
      const request = { at, channel, language };
      const resolution = handoff.resolve(request);
      met.add(resolution);
      rows.push([channel, label, ...answer(resolution), changes(handoff, request)]);
    }
  }
  const resolutions = [...met];
  const blocks = [
    block(
      "While available",
      resolutions.find(({ available }) => available),
    ),
    block(
      "While unavailable",
      resolutions.find(({ available }) => !available),
    ),
  ];
  return `${shown(handoff.name)}  (${handoff.functionName})\n\n${table(rows, wrapsAt)}${blocks.join("")}`;
}

/** Every language that some queue names, and any other one where some queue names none. */
function languagesOf(handoff: Handoff): readonly { readonly label: string; readonly language: string | undefined }[] {
  const { destination } = handoff.configuration;
  const named = [...new Set(destination.flatMap((queue) => queue.supported_languages ?? []))].sort();
  const languages = named.map((language) => ({ label: language, language }));
  if (named.length === 0) return [{ label: "any", language: undefined }];
  const all = destination.some((queue) => queue.enabled && queue.supported_languages === undefined);
  // `und` is the tag for a language that is not determined: only queues for all languages serve it.
  return all ? [...languages, { label: "any other", language: "und" }] : languages;
}

function answer(resolution: Resolution): [string, string] {
  if (!resolution.available) return ["unavailable", "-"];
  return [`available: ${shown(resolution.queue)}`, resolution.transfer_function_name];
}

function changes(handoff: Handoff, request: Parameters<Handoff["nextChange"]>[0]): string {
  const next = handoff.nextChange(request);
  if (next === undefined) return "not in the window";
  const to = next.resolution.available ? shown(next.resolution.queue) : "unavailable";
  return `${changeTime(handoff, handoff.resolve(request), next)}: ${to}`;
}

function block(title: string, resolution: Resolution | undefined): string {
  if (resolution === undefined || resolution.instructions === "") return "";
  return `\n  ${title}, the instructions are:\n${shownProse(resolution.instructions).replace(/^/gm, "    | ")}\n`;
}
