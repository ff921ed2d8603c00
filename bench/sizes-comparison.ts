import type { TimeComparison } from "./comparison.ts";
import type { FleetSize } from "./fleet.ts";
import type { Form } from "./form.ts";
import { interleave } from "./interleave.ts";
import { HUNDRED_THOUSAND } from "./now-comparison.ts";
import { otherEngines } from "./other-engines.ts";
import { isLaw, resolveContenders } from "./resolve.ts";
import { THOUSAND } from "./resolve-comparison.ts";

const one = (queues: number): FleetSize => ({ ...THOUSAND, handoffs: 1, queuesPerHandoff: queues, schedules: queues });

const FLEETS: readonly (readonly [name: string, fleet: FleetSize])[] = [
  ["1 × 1", one(1)],
  ["1 × 3", one(3)],
  ["1 × 10", one(10)],
  ["1,000 × 3", THOUSAND],
  ["1,000 × 1 to 10", { ...THOUSAND, queuesPerHandoff: [1, 10], schedules: 5000, seed: 4 }],
  ["1,000 × 3, worst load", { ...THOUSAND, load: "worst", seed: 5 }],
];

const LARGE: typeof FLEETS = [
  ["100,000 × 3", HUNDRED_THOUSAND],
  ["50,000 × 3, all distinct", { ...THOUSAND, handoffs: 50_000, schedules: 150_000, seed: 6 }],
];

const INSTANTS = { random: "random instants", now: "now" } as const;

/** What a resolution costs from the smallest fleet to the largest. */
export function sizesComparison({ rounds, questions, large }: Form): TimeComparison {
  const beside = otherEngines("random");
  interleave(1, beside);
  const timings = interleave(
    rounds,
    [...FLEETS, ...(large ? LARGE : [])].flatMap(([name, fleet]) =>
      (["random", "now"] as const).map((when) =>
        resolveContenders(`${name}, ${INSTANTS[when]}`, {
          fleet,
          when,
          // Of small fleets, fewer questions reach everything.
          questions: fleet.handoffs > 1000 ? questions : questions >> 2,
          questionsOfLaw: 64,
        }),
      ),
    ),
  ).filter((timing) => !isLaw(timing));
  interleave(0, beside);
  return {
    title: "`resolve` by the size of the fleet",
    about:
      "Handoffs × queues of each; random handoff, channel and language as strings, at random instants of 400 days or within " +
      "the hour around now. Every queue has a schedule of its own, but for 1,000 × 1 to 10 and 100,000 × 3, which have 5,000 " +
      "distinct ones. Hours are typical (5 days of one interval, 20 exceptions), or worst (7 days of two intervals, 300 " +
      "exceptions). The law in Temporal checks the first 64 answers of each.",
    question: "resolve",
    timings,
    measures: [`1,000 × 3, ${INSTANTS.now}`],
    figures: [],
  };
}
