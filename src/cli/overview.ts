import type { Engine, Handoff, Resolution } from "../index.ts";
import { table } from "./table.ts";

const CHANNELS = ["voice", "chat"] as const;

/** Every handoff of an engine at one instant, by channel and language, as text. */
export function overview(engine: Engine, file: string, at: number): string {
  const { zones, handoffs, queues } = engine.status();
  const head =
    `${file}: ${count(handoffs, "handoff")}, ${count(queues, "queue")}, at ${civil(at, "UTC")}\n` +
    `time zones: tz database ${zones.version} (${zones.name})\n`;
  return [head, ...engine.handoffs.map((handoff) => describe(handoff, at))].join("\n");
}

function describe(handoff: Handoff, at: number): string {
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
  return `${handoff.name}  (${handoff.functionName})\n\n${table(rows)}${blocks.join("")}`;
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
  return [`available: ${resolution.queue}`, resolution.transfer_function_name];
}

function changes(handoff: Handoff, request: Parameters<Handoff["nextChange"]>[0]): string {
  const next = handoff.nextChange(request);
  if (next === undefined) return "not in the window";
  const now = handoff.resolve(request);
  const [turning, to] = next.resolution.available
    ? [next.resolution.queue, next.resolution.queue]
    : [now.available ? now.queue : "", "unavailable"];
  const queue = handoff.configuration.destination.find(({ name }) => name === turning);
  return `${civil(next.at, queue?.timezone ?? "UTC")}: ${to}`;
}

function block(title: string, resolution: Resolution | undefined): string {
  if (resolution === undefined || resolution.instructions === "") return "";
  return `\n  ${title}, the instructions are:\n${resolution.instructions.replace(/^/gm, "    | ")}\n`;
}

function civil(at: number, timeZone: string): string {
  const parts = { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit" } as const;
  const rest = { minute: "2-digit", hourCycle: "h23", timeZone, timeZoneName: "short" } as const;
  return new Intl.DateTimeFormat("en-US", { ...parts, ...rest }).format(at);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
