import type { Configuration } from "../src/config/types.ts";
import { lawResolve } from "../test/oracle/law.ts";
import { ENGINE_VERSION, type Handoff, type Resolution } from "./engine.ts";
import type { FleetSize } from "./fleet.ts";
import { fleetEngine } from "./fleet-engine.ts";
import type { Contender, Timing } from "./interleave.ts";
import { installed } from "./load.ts";
import { CHANNELS, LANGUAGES, type Questions, questions } from "./questions.ts";

export interface ResolveSize {
  readonly fleet: FleetSize;
  readonly when: "random" | "now";
  readonly questions: number;
  readonly questionsOfLaw: number;
}

export const LAW = "the law with @js-temporal/polyfill";

/** Whether it is timed only because it checked the others. */
export function isLaw({ contender }: Timing): boolean {
  return contender.name === LAW;
}

/**
 * `resolve` with the strings of the request, and the law in Temporal, on the same questions. Answers are noted once; from
 * then on `resolve` must give the very same objects, and the law must agree with them.
 *
 * Answers are held, and compared when the time has been taken: whoever compares two objects in JavaScript reads the kind of
 * both, that is waits for the memory of an answer, which is the host's to do. {@link readContenders} does it.
 */
export function resolveContenders(name: string, size: ResolveSize): readonly [Contender, Contender] {
  const { configuration, engine } = fleetEngine(size.fleet);
  const asked = questionsOf(size);
  const { handoffs } = engine;
  const noted = Array.from({ length: size.questions }, (_, i) =>
    (handoffs[asked.handoff[i] as number] as Handoff).resolve(requestOf(asked, i)),
  );
  return [
    {
      name,
      version: ENGINE_VERSION,
      questions: size.questions,
      bytes: engine.status().bytes,
      ask: held(handoffs, asked),
      sum: compared(noted),
    },
    {
      name: LAW,
      version: installed("@js-temporal/polyfill"),
      questions: size.questionsOfLaw,
      sum: agreed(configuration, asked, noted),
    },
  ];
}

/** The same, and of each answer the host reads whether there is a queue, and its name. */
export function readContenders(name: string, size: ResolveSize): readonly [Contender, Contender] {
  const { configuration, engine } = fleetEngine(size.fleet);
  const asked = questionsOf(size);
  return [
    { name, version: ENGINE_VERSION, questions: size.questions, sum: resolved(engine.handoffs, asked) },
    {
      name: LAW,
      version: installed("@js-temporal/polyfill"),
      questions: size.questionsOfLaw,
      sum: resolvedByLaw(configuration, asked),
    },
  ];
}

function questionsOf({ fleet, questions: count, when }: ResolveSize): Questions {
  return questions(fleet.handoffs, count, when, fleet.seed + 1);
}

/** The answers of whoever asked last: one array for all, since many would be most of the memory. */
const HELD: (Resolution | undefined)[] = [];

function held(handoffs: readonly Handoff[], asked: Questions): (from: number, to: number) => void {
  while (HELD.length < asked.count) HELD.push(undefined);
  return (from, to) => {
    const { handoff, at, channel, language } = asked;
    for (let i = from | 0; i < to; i++) {
      HELD[i] = (handoffs[handoff[i] as number] as Handoff).resolve({
        at: at[i] as number,
        channel: CHANNELS[channel[i] as number],
        language: LANGUAGES[language[i] as number],
      });
    }
  };
}

function compared(noted: readonly Resolution[]): Contender["sum"] {
  return (from, to) => {
    let sum = 0;
    for (let i = from; i < to; i++) if (HELD[i] === noted[i]) sum = (sum + (i & 1023) + 1) | 0;
    return sum;
  };
}

function agreed({ handoffs }: Configuration, asked: Questions, noted: readonly Resolution[]): Contender["sum"] {
  return (from, to) => {
    let sum = 0;
    for (let i = from; i < to; i++) {
      const destination = handoffs[asked.handoff[i] as number]?.destination ?? [];
      const resolution = noted[i] as Resolution;
      const queue = resolution.available ? resolution.queue : undefined;
      if (destination[lawResolve(destination, requestOf(asked, i))]?.name === queue) sum = (sum + (i & 1023) + 1) | 0;
    }
    return sum;
  };
}

function requestOf({ at, channel, language }: Questions, i: number) {
  return {
    at: at[i] as number,
    channel: CHANNELS[channel[i] as number],
    language: LANGUAGES[language[i] as number],
  };
}

/** By the names of queues. */
export function resolved(handoffs: readonly Pick<Handoff, "resolve">[], asked: Questions): Contender["sum"] {
  return (from, to) => {
    let sum = 0;
    for (let i = from; i < to; i++) {
      const resolution = (handoffs[asked.handoff[i] as number] as Pick<Handoff, "resolve">).resolve({
        at: asked.at[i] as number,
        channel: CHANNELS[asked.channel[i] as number],
        language: LANGUAGES[asked.language[i] as number],
      });
      sum = (sum + (resolution.available ? resolution.queue.length : 0) * ((i & 1023) + 1)) | 0;
    }
    return sum;
  };
}

export function resolvedByLaw({ handoffs }: Configuration, asked: Questions): Contender["sum"] {
  return (from, to) => {
    let sum = 0;
    for (let i = from; i < to; i++) {
      const destination = handoffs[asked.handoff[i] as number]?.destination ?? [];
      const chosen = lawResolve(destination, requestOf(asked, i));
      if (chosen >= 0) sum = (sum + (destination[chosen]?.name.length as number) * ((i & 1023) + 1)) | 0;
    }
    return sum;
  };
}
