import type { Destination } from "../../src/config/types.ts";
import type { Request } from "../../src/index.ts";
import type { RequestClasses, Stretch } from "../../src/report.ts";
import { lawResolve } from "../oracle/law.ts";
import type { Scenario } from "../properties/arbitraries.ts";
import { TEMPORAL_POLYFILL } from "../properties/oracles.ts";

const MINUTE = 60_000;

/** The beginning of every minute of a range, and the last millisecond before some. */
export function everyMinute({ from, to }: { readonly from: number; readonly to: number }): readonly number[] {
  const instants: number[] = [];
  for (let at = Math.ceil(from / MINUTE) * MINUTE; at < to; at += MINUTE) instants.push(at);
  return instants;
}

/** One millisecond before, at and after each end. */
export function edgesOf(stretches: readonly Stretch[], from: number, to: number): readonly number[] {
  return stretches
    .flatMap(({ start, end }) => [start, end])
    .flatMap((edge) => [edge - 1, edge, edge + 1])
    .filter((at) => at >= from && at < to);
}

export type Kind = Omit<Request, "at">;

/** The place of the queue that serves, by the law; -1 for none. */
export function lawServes(destination: Destination, kind: Kind, at: number): number {
  return lawResolve(destination, { ...kind, at }, TEMPORAL_POLYFILL.temporal);
}

export function isWithin(stretches: readonly Stretch[], at: number): boolean {
  return stretches.some(({ start, end }) => at >= start && at < end);
}

/** What a reader of a report does to find the class of a request, by the words of its documentation. */
export function labelsOf({ channel, language }: Kind, destinations: readonly Destination[]): readonly [string, string] {
  const channelLabel = channel === undefined ? "none" : ["voice", "chat"].includes(channel) ? channel : "other";
  if (language === undefined) return [channelLabel, "none"];
  const tag = canonical(language);
  if (tag === undefined) return [channelLabel, "other"];
  const listed = destinations.flat().flatMap(({ supported_languages = [] }) => supported_languages.map(canonical));
  if (listed.some((known) => known === tag || known?.startsWith(`${tag}-`))) return [channelLabel, tag];
  const beginning = listed
    .filter((known) => known !== undefined && tag.startsWith(`${known}-`))
    .sort((a = "", b = "") => b.length - a.length)[0];
  return [channelLabel, beginning === undefined ? "other" : `${beginning}-*`];
}

export function isOf(classes: readonly RequestClasses[], [channel, language]: readonly [string, string]): boolean {
  return classes.some(({ channels, languages }) => channels.includes(channel) && languages.includes(language));
}

function canonical(tag: string): string | undefined {
  try {
    const form = Intl.getCanonicalLocales(tag)[0];
    return form !== undefined && /^[a-z]{2,3}(-|$)/.test(form) ? form : undefined;
  } catch {
    return undefined;
  }
}

/** Where something happens: transitions and the like, and as often the dates of exceptions. */
export function eventful({ anchors, configuration }: Scenario, which: number): number {
  const queues = configuration.handoffs.flatMap(({ destination }) => destination);
  const dates = queues.flatMap(({ date_exceptions = {} }) => Object.keys(date_exceptions));
  const instants = which % 2 === 0 || dates.length === 0 ? anchors : dates.map((date) => Date.parse(`${date}T00:00Z`));
  return instants[(which >> 1) % instants.length] as number;
}

/** Some hours around an instant, not always whole minutes. */
export function around(anchor: number, hours: number, ms = 0): { readonly from: number; readonly to: number } {
  const from = Math.max(Math.floor(anchor / MINUTE) * MINUTE - (hours / 2) * 60 * MINUTE + ms, Date.UTC(1972, 0, 12));
  return { from, to: from + hours * 60 * MINUTE };
}
