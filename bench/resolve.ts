import { createEngine, type Handoff } from "handoff-engine";
import { lawResolve } from "../test/oracle/law.ts";
import { FLEET_NOW, fleet } from "./fleet.ts";
import type { Contender } from "./interleave.ts";
import { CHANNELS, LANGUAGES, questions } from "./questions.ts";

const ASKED = 1 << 20;
const ASKED_OF_LAW = 400;

/** `resolve` of 1,000 handoffs of 3 queues against the law in Temporal, on the same questions. */
export function resolveContenders(): readonly Contender[] {
  const configuration = fleet({ handoffs: 1000, queuesPerHandoff: 3, schedules: 3000, load: "typical", seed: 1 });
  const { handoffs } = createEngine(configuration, { now: () => FLEET_NOW });
  const asked = questions(handoffs.length, ASKED, "random", 2);
  const request = (i: number) => ({
    at: asked.at[i] as number,
    channel: CHANNELS[asked.channel[i] as number],
    language: LANGUAGES[asked.language[i] as number],
  });
  return [
    {
      name: "the law with @js-temporal/polyfill",
      questions: ASKED_OF_LAW,
      run(i) {
        const destination = configuration.handoffs[asked.handoff[i] as number]?.destination ?? [];
        const queue = lawResolve(destination, request(i));
        return queue < 0 ? 0 : (destination[queue]?.name.length as number);
      },
    },
    {
      name: "handoff.resolve",
      questions: ASKED,
      run(i) {
        const resolution = (handoffs[asked.handoff[i] as number] as Handoff).resolve(request(i));
        return resolution.available ? resolution.queue.length : 0;
      },
    },
  ];
}
