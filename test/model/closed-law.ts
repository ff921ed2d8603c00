import type { Configuration, HandoffConfiguration } from "../../src/config/types.ts";
import { lawIsEligible, lawIsOpen } from "../oracle/law.ts";
import { TEMPORAL_POLYFILL } from "../properties/oracles.ts";

/** Section 9 of docs/semantics.md, in the most literal way: what a closure closes, and what is said meanwhile. */

export interface ModelScope {
  readonly handoff?: string;
  readonly queue?: string | number;
  readonly channel?: "voice" | "chat";
  readonly language?: string;
}

export interface ModelClosure {
  readonly id: number;
  readonly scope: ModelScope;
  /** Whole minutes, in milliseconds; the end is Infinity where there is none. */
  since: number;
  until: number;
  isReopened: boolean;
  readonly message: string | undefined;
}

export interface Asked {
  readonly at: number;
  readonly channel?: string | undefined;
  readonly language?: string | undefined;
}

export type ModelAnswer =
  | { readonly available: true; readonly queue: string; readonly transfer: string; readonly instructions: string }
  | { readonly available: false; readonly instructions: string };

const { temporal } = TEMPORAL_POLYFILL;

const holds = ({ since, until }: ModelClosure, at: number): boolean => at >= since && at < until;

const isAbout = ({ scope }: ModelClosure, handoff: string, { channel, language }: Asked): boolean => {
  if (scope.handoff !== undefined && scope.handoff !== handoff) return false;
  if (scope.channel !== undefined && scope.channel !== channel) return false;
  if (scope.language === undefined) return true;
  const speaker = { enabled: true, supported_languages: [scope.language] };
  return language !== undefined && lawIsEligible(speaker as never, { language });
};

const closesPlace = ({ scope }: ModelClosure, { name, destination }: HandoffConfiguration, place: number): boolean =>
  scope.handoff === name && (scope.queue === place || scope.queue === destination[place]?.name);

/** The closures that hold, by what they close for this request. */
function closing(closures: readonly ModelClosure[], handoff: HandoffConfiguration, asked: Asked) {
  const held = closures.filter((closure) => holds(closure, asked.at) && isAbout(closure, handoff.name, asked));
  return {
    whole: held.filter(({ scope }) => scope.queue === undefined),
    queues: held.filter(({ scope }) => scope.queue !== undefined),
  };
}

const lastMessage = (closures: readonly ModelClosure[]): string | undefined =>
  closures.findLast(({ message }) => message !== undefined)?.message;

export function closedAnswer(
  closures: readonly ModelClosure[],
  handoff: HandoffConfiguration,
  asked: Asked,
): ModelAnswer {
  const { destination, agent_available_instructions, agent_unavailable_instructions } = handoff;
  const { whole, queues } = closing(closures, handoff, asked);
  if (whole.length > 0) return { available: false, instructions: lastMessage(whole) ?? agent_unavailable_instructions };
  const eligible = [...destination.keys()].filter((place) => lawIsEligible(destination[place] as never, asked));
  const isClosed = (place: number) => queues.some((closure) => closesPlace(closure, handoff, place));
  const chosen = eligible.find(
    (place) => !isClosed(place) && lawIsOpen(destination[place] as never, asked.at, temporal),
  );
  const queue = chosen === undefined ? undefined : destination[chosen];
  if (queue !== undefined) {
    const { name, transfer_function_name: transfer } = queue;
    return { available: true, queue: name, transfer, instructions: agent_available_instructions };
  }
  const touching = queues.filter((closure) => eligible.some((place) => closesPlace(closure, handoff, place)));
  return { available: false, instructions: lastMessage(touching) ?? agent_unavailable_instructions };
}

/** A queue by its own hours: closed with itself, its handoff or everything, not with a channel or a language. */
export function closedIsOpen(
  closures: readonly ModelClosure[],
  handoff: HandoffConfiguration,
  place: number,
  at: number,
): boolean {
  const isClosed = closures.some((closure) => {
    const { handoff: name, queue, channel, language } = closure.scope;
    if (!holds(closure, at) || channel !== undefined || language !== undefined) return false;
    if (queue !== undefined) return closesPlace(closure, handoff, place);
    return name === undefined || name === handoff.name;
  });
  return !isClosed && lawIsOpen(handoff.destination[place] as never, at, temporal);
}

export type ModelVerdict = "chosen" | "disabled" | "channel" | "language" | "closure" | "closed" | "later";

export function closedVerdicts(
  closures: readonly ModelClosure[],
  handoff: HandoffConfiguration,
  asked: Asked,
): readonly ModelVerdict[] {
  const { whole, queues } = closing(closures, handoff, asked);
  let chosen = false;
  return handoff.destination.map((queue, place): ModelVerdict => {
    if (!queue.enabled) return "disabled";
    if (!lawIsEligible(queue, { channel: asked.channel })) return "channel";
    if (!lawIsEligible(queue, { language: asked.language })) return "language";
    if (whole.length > 0 || queues.some((closure) => closesPlace(closure, handoff, place))) return "closure";
    if (!lawIsOpen(queue, asked.at, temporal)) return "closed";
    if (chosen) return "later";
    chosen = true;
    return "chosen";
  });
}

export function handoffIn({ handoffs }: Configuration, name: string): HandoffConfiguration | undefined {
  return handoffs.find((handoff) => handoff.name === name);
}
