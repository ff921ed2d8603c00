import { type Comparison, ratio, ratioFigure } from "./comparison.ts";
import type { FleetSize } from "./fleet.ts";
import type { Form } from "./form.ts";
import { type Group, interleave } from "./interleave.ts";
import { resolveContenders } from "./resolve.ts";

const RESOLVE = "handoff.resolve";
const LAW = "the law with @js-temporal/polyfill";
const SMALL = "1,000 handoffs";
const LARGE = "100,000 handoffs";

const thousand: FleetSize = { handoffs: 1000, queuesPerHandoff: 3, schedules: 3000, load: "typical", seed: 1 };

/** Engines that stay alive beside the measured one: of a lone one, V8 compiles the addresses into the code. */
function others(when: "random" | "now"): readonly Group[] {
  const small: FleetSize = { handoffs: 50, queuesPerHandoff: 3, schedules: 150, load: "typical", seed: 0 };
  return [30, 40].map((seed) =>
    resolveContenders(`others ${seed}`, {
      fleet: { ...small, seed },
      when,
      questions: 1 << 16,
      questionsOfLaw: 64,
    }),
  );
}

/** Random instants of the window, against the law. */
export function resolveComparison({ rounds, questions }: Form): Comparison {
  const beside = others("random");
  interleave(1, beside);
  const timings = interleave(rounds, [
    resolveContenders(RESOLVE, { fleet: thousand, when: "random", questions, questionsOfLaw: questions >> 11 }),
  ]);
  interleave(0, beside);
  return {
    title: "`resolve` against the law in Temporal",
    about:
      "1,000 handoffs of 3 queues with 3,000 distinct schedules (5 days, 20 exceptions each); random handoff, channel, " +
      "language and instant of 400 days.",
    question: "resolve",
    timings,
    measures: [RESOLVE],
    indexed: { count: 3000, noun: "queue" },
    figures: ratioFigure(timings, [LAW, RESOLVE], "at least", 300, true),
  };
}

/** Instants within the hour around now; the law checks the answers. */
export function nowComparison({ rounds, questions, large }: Form): Comparison {
  const beside = others("now");
  interleave(1, beside);
  const size = { when: "now", questions, questionsOfLaw: 64 } as const;
  const groups: Group[] = [resolveContenders(SMALL, { fleet: thousand, ...size })];
  if (large) {
    const fleet: FleetSize = { ...thousand, handoffs: 100_000, schedules: 5000, seed: 2 };
    groups.push(resolveContenders(LARGE, { fleet, ...size }));
  }
  const timings = interleave(rounds, groups).filter(({ contender }) => !contender.name.startsWith(LAW));
  interleave(0, beside);
  const speed = (name: string, bar: number) =>
    timings
      .filter(({ contender }) => contender.name === name)
      .map(({ median }) => ({
        name: `resolve, now traffic, ${name} × 3 queues`,
        promised: false,
        measured: 1000 / median,
        bar,
        bound: "at least" as const,
        unit: " million/s" as const,
      }));
  const share = ratio(timings, LARGE, SMALL);
  const name = `resolve, now traffic, ${LARGE} vs ${SMALL}, its time`;
  return {
    title: "`resolve`, “now” traffic",
    about:
      "Handoffs of 3 queues, random handoff, channel and language as strings, at instants within the hour around now; one " +
      "thread. 1,000 handoffs have 3,000 distinct schedules, 100,000 handoffs have 5,000. The law in Temporal checks the " +
      "first 64 answers.",
    question: "resolve",
    timings,
    measures: [SMALL],
    figures: [
      ...speed(SMALL, 16),
      ...speed(LARGE, 9),
      ...(share === undefined
        ? []
        : [{ name, promised: false, measured: share, bar: 2, bound: "at most", unit: "×" } as const]),
    ],
  };
}
