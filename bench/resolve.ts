import type { Configuration } from "../src/config/types.ts";
import { lawResolve } from "../test/oracle/law.ts";
import { ENGINE_VERSION, type Engine, type Handoff, type Resolution } from "./engine.ts";
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
 * `resolve` with the strings of the request, by handles or by numbers, and the law in Temporal, on the same questions. Answers
 * are noted once; from then on `resolve` must give the very same objects, and the law must agree with them.
 *
 * Compared by `Object.is`: `===` in JavaScript reads the kind of both, that is waits for the memory of an answer, which is the
 * host's to do. {@link readContenders} does it.
 */
export function resolveContenders(
  name: string,
  size: ResolveSize,
  by: "handle" | "number" = "handle",
): readonly [Contender, Contender] {
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
      sum: by === "handle" ? byHandles(handoffs, asked, noted) : byNumbers(engine, asked, noted),
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

/** The host has its handles in a list. */
function byHandles(handoffs: readonly Handoff[], asked: Questions, noted: readonly Resolution[]): Contender["sum"] {
  return (from, to) => {
    const { handoff, at, channel, language } = asked;
    let sum = 0;
    for (let i = from | 0; i < to; i++) {
      const resolution = (handoffs[handoff[i] as number] as Handoff).resolve({
        at: at[i] as number,
        channel: CHANNELS[channel[i] as number],
        language: LANGUAGES[language[i] as number],
      });
      if (Object.is(resolution, noted[i])) sum = (sum + (i & 1023) + 1) | 0;
    }
    return sum;
  };
}

/** The number of the handoff comes with each question. */
function byNumbers(engine: Engine, asked: Questions, noted: readonly Resolution[]): Contender["sum"] {
  const numbers = engine.handoffs.map((handoff) => handoff.number);
  const number = asked.handoff.map((handoff) => numbers[handoff] as number);
  return (from, to) => {
    const { at, channel, language } = asked;
    let sum = 0;
    for (let i = from | 0; i < to; i++) {
      const resolution = engine.resolveNumber(number[i] as number, {
        at: at[i] as number,
        channel: CHANNELS[channel[i] as number],
        language: LANGUAGES[language[i] as number],
      });
      if (Object.is(resolution, noted[i])) sum = (sum + (i & 1023) + 1) | 0;
    }
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
