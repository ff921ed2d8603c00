import { fillPlaceholders, type Placeholder } from "../config/placeholders.ts";
import type { Closure } from "../resolve/closure.ts";
import type { AgentRequest, At } from "./agent-request.ts";
import type { Answers, Serving } from "./answers.ts";
import { speechFor } from "./civil-text.ts";
import { type Facts, factsOf, type Known } from "./facts.ts";
import { phrase } from "./phrases.ts";
import { type Occasion, spokenHours, spokenInstant } from "./spoken.ts";

/** Whose words the instructions are, so that nobody takes them for anything else. */
export interface Origin {
  readonly handoff: string;
  /** Of the handoff; `message` is that of a closure. */
  readonly field: "agent_available_instructions" | "agent_unavailable_instructions" | "message";
  /** Its number, when they are a closure's message. */
  readonly closure?: number;
  /** Of the configuration, as in `status()`. */
  readonly revision: number;
}

/**
 * What is put in front of the model. What stays the same for as long as the state does comes first, what differs with
 * each instant last, so that a prompt of these parts, in this order, can be cached.
 */
export interface Briefing {
  readonly handoff: string;
  readonly available: boolean;
  readonly origin: Origin;
  /** The block of the current state: byte for byte or, where it has placeholders, with these filled in. */
  readonly instructions: string;
  /** The language of `text`, and of what is filled in: the request's, or `en` where there are no phrases for that one. */
  readonly language: string;
  /** One sentence: until when the handoff is available, or when it is again. */
  readonly text: string;
  readonly facts: Facts;
}

export function briefingOf(answers: Answers, serving: Serving, request: At<AgentRequest>): Briefing {
  return briefingFrom(factsOf(answers, serving, request), answers, serving, request);
}

/** Of facts that are known already, of this very request. */
export function briefingFrom(
  { facts, clocks }: Known,
  answers: Answers,
  serving: Serving,
  request: At<AgentRequest>,
): Briefing {
  const occasion = { speech: speechFor(request.language), clocks, now: request.at };
  const { resolution, told, queues } = answers.explain(request);
  const { available, instructions } = resolution;
  const fill = (name: Placeholder) => placeholderText(name, facts, occasion) ?? answers.name;
  return {
    handoff: answers.name,
    available,
    origin: originOf(answers, serving, available, told),
    instructions: fillPlaceholders(instructions, fill),
    language: occasion.speech.language,
    // One that is gone has no queues at all: that is no matter of channel and language.
    text: queues.length === 0 ? occasion.speech.phrases.closed : stateText(facts, occasion),
    facts,
  };
}

function originOf({ name: handoff }: Answers, { revision }: Serving, available: boolean, told?: Closure): Origin {
  if (told !== undefined) return { handoff, field: "message", closure: told.id, revision };
  return { handoff, field: available ? "agent_available_instructions" : "agent_unavailable_instructions", revision };
}

/** Undefined for the queue when there is none. */
function placeholderText(name: Placeholder, facts: Facts, occasion: Occasion): string | undefined {
  const { phrases } = occasion.speech;
  const { queue, next_open, closes_at, hours_today } = facts;
  switch (name) {
    case "queue":
      return queue;
    case "hours_today":
      return spokenHours(hours_today, occasion);
    case "next_open":
      return next_open === undefined ? phrases.later : spokenInstant(next_open.at, occasion);
    case "closes_at":
      return closes_at === undefined ? phrases.furtherNotice : spokenInstant(closes_at.at, occasion);
  }
}

function stateText({ available, queue, closes_at, next_open }: Facts, occasion: Occasion): string {
  const { phrases } = occasion.speech;
  if (available) {
    if (closes_at === undefined) return phrases.open;
    return phrase(phrases.openAndCloses, { when: spokenInstant(closes_at.at, occasion) });
  }
  if (queue === undefined) return phrases.notServed;
  return next_open === undefined
    ? phrases.closed
    : phrase(phrases.opens, { when: spokenInstant(next_open.at, occasion) });
}
