import type { Command } from "commander";
import { type Engine, type Handoff, UnknownNameError } from "../index.ts";
import { UsageError } from "./failure.ts";
import { type InstantOptions, instantsOf } from "./instant.ts";
import {
  atOption,
  type FormatOption,
  filesArgument,
  formatOption,
  type JsonOption,
  jsonOption,
} from "./shared-options.ts";
import { shown } from "./shown.ts";
import type { Terminal } from "./terminal.ts";
import { clockText, instantText } from "./wall-clock.ts";
import { ZONES } from "./zone-law.ts";

/** Who is asked for, by whom, and when. */
export interface RequestOptions extends InstantOptions, FormatOption, JsonOption {
  readonly handoff?: readonly string[];
  readonly topic?: string;
  readonly task?: string;
  readonly channel?: string;
  readonly language?: string;
}

export function requestOptions(command: Command): void {
  filesArgument(command);
  const several = (name: string, before: readonly string[] = []): readonly string[] => [...before, name];
  command
    .option("--handoff <name>", "a handoff by its name, may be given again; every handoff when left out", several)
    .option("--topic <name>", "the handoffs of a topic, in its order")
    .option("--task <name>", "the handoffs of a task, in its order");
  channelOptions(command);
  atOption(command, "when");
  formatOption(command);
  jsonOption(command);
}

export function channelOptions(command: Command): void {
  command
    .option("--channel <type>", "voice or chat; queues are not chosen by their channel when left out")
    .option("--language <tag>", "BCP 47 tag, such as es-MX; queues are not chosen by their language when left out");
}

/** The instants that are asked about: two for a civil time that happens twice. */
export function askedInstants(options: RequestOptions, terminal: Terminal): readonly number[] {
  if (options.channel !== undefined && options.channel !== "voice" && options.channel !== "chat") {
    terminal.err(
      `note: \`${shown(options.channel)}\` is neither voice nor chat: only queues for all channels serve it\n`,
    );
  }
  if (options.language !== undefined && !isTag(options.language)) {
    terminal.err(
      `note: \`${shown(options.language)}\` is no BCP 47 tag: only queues for all languages serve it; a tag is en or es-MX\n`,
    );
  }
  const instants = instantsOf(options, terminal.now(), ZONES);
  if (instants.length > 1) {
    terminal.err(
      `note: \`${shown(options.at ?? "")}\` happens twice in ${options.zone} (a fold); for one answer add --fold first or --fold second\n`,
    );
  }
  return instants;
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}

/** The handoffs that are asked about. Throws a UsageError for a name that there is not. */
export function askedHandoffs(engine: Engine, { handoff, topic, task }: RequestOptions): readonly Handoff[] {
  const given = [handoff, topic, task].filter((name) => name !== undefined);
  if (given.length > 1) throw new UsageError("give one of --handoff, --topic and --task");
  try {
    if (topic !== undefined) return engine.topic(topic).handoffs;
    if (task !== undefined) return engine.task(task).handoffs;
    return handoff === undefined ? engine.handoffs : handoff.map((name) => engine.handoff(name));
  } catch (error) {
    if (error instanceof UnknownNameError) throw new UsageError(error.message);
    throw error;
  }
}

/** Whether it is about one way out of several: the first that is available is the answer. */
export function isScenarios({ topic, task }: RequestOptions): boolean {
  return topic !== undefined || task !== undefined;
}

/** `voice, es-MX`. */
export function requestText({ channel, language }: RequestOptions): string {
  return `${channel === undefined ? "any channel" : shown(channel)}, ${language === undefined ? "any language" : shown(language)}`;
}

/** `2026-12-01T15:00:00Z`, and what the clock shows where that is asked. */
export function askedText(at: number, zone: string | undefined): string {
  return zone === undefined ? instantText(at) : `${instantText(at)} (${clockText(at, zone, ZONES)} ${zone})`;
}
