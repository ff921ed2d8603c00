import { ratioFigure, type TimeComparison } from "./comparison.ts";
import type { FleetSize } from "./fleet.ts";
import type { Form } from "./form.ts";
import { interleave } from "./interleave.ts";
import { otherEngines } from "./other-engines.ts";
import { LAW, resolveContenders } from "./resolve.ts";

const RESOLVE = "handoff.resolve";

/** 1,000 handoffs, as most figures have them. */
export const THOUSAND: FleetSize = { handoffs: 1000, queuesPerHandoff: 3, schedules: 3000, load: "typical", seed: 1 };

/** Random instants of the window, against the law. */
export function resolveComparison({ rounds, questions }: Form): TimeComparison {
  const beside = otherEngines("random");
  interleave(1, beside);
  const timings = interleave(rounds, [
    resolveContenders(RESOLVE, { fleet: THOUSAND, when: "random", questions, questionsOfLaw: questions >> 11 }),
  ]);
  interleave(0, beside);
  return {
    title: "`resolve` against the law in Temporal",
    about:
      "1,000 handoffs of 3 queues with 3,000 distinct schedules (5 days, 20 exceptions each); random handoff, channel, " +
      "language and instant of 400 days. Each answer must be the very object that the engine gave once before, and the law must " +
      "agree with these.",
    question: "resolve",
    timings,
    measures: [RESOLVE],
    indexed: { count: 3000, noun: "queue" },
    figures: ratioFigure(timings, [LAW, RESOLVE], "at least", 700),
  };
}
