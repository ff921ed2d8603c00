import { ratioFigure, type TimeComparison } from "./comparison.ts";
import type { Figure } from "./figure.ts";
import type { FleetSize } from "./fleet.ts";
import type { Form } from "./form.ts";
import { type Group, interleave } from "./interleave.ts";
import { otherEngines } from "./other-engines.ts";
import { isLaw, readContenders, resolveContenders } from "./resolve.ts";
import { THOUSAND } from "./resolve-comparison.ts";

const SMALL = "1,000 handoffs";
const LARGE = "100,000 handoffs";
const BY_NUMBER = ", by number";
const BY_HANDLE = ", by handle";
const READ = ", by handle, answers read";

export const HUNDRED_THOUSAND: FleetSize = { ...THOUSAND, handoffs: 100_000, schedules: 5000, seed: 2 };

/** Instants within the hour around now; the law checks the answers. */
export function nowComparison({ rounds, questions, large }: Form): TimeComparison {
  const beside = otherEngines("now");
  interleave(1, beside);
  const size = { when: "now", questions, questionsOfLaw: 64 } as const;
  const fleets: readonly (readonly [string, FleetSize])[] = [
    [SMALL, THOUSAND],
    ...(large ? ([[LARGE, HUNDRED_THOUSAND]] as const) : []),
  ];
  const groups = fleets.flatMap(([name, fleet]): Group[] => [
    resolveContenders(`${name}${BY_NUMBER}`, { fleet, ...size }, "number"),
    resolveContenders(`${name}${BY_HANDLE}`, { fleet, ...size }),
    readContenders(`${name}${READ}`, { fleet, ...size }),
  ]);
  const timings = interleave(rounds, groups).filter((timing) => !isLaw(timing));
  interleave(0, beside);
  const speed = (fleet: string, by: string, bar: number): readonly Figure[] =>
    timings
      .filter(({ contender }) => contender.name === `${fleet}${by}`)
      .map(({ median }) => ({
        name: `resolve, now traffic, ${fleet} × 3 queues${by}`,
        // Of a machine, and no ratio: a slower one breaks no promise.
        promised: false,
        exact: false,
        measured: 1000 / median,
        bar,
        bound: "at least",
        unit: " million/s",
      }));
  const share = (by: string) =>
    ratioFigure(timings, [`${LARGE}${by}`, `${SMALL}${by}`], "at most", 2, false).map((figure) => ({
      ...figure,
      name: `resolve, now traffic, ${figure.name}`,
    }));
  return {
    title: "`resolve`, “now” traffic",
    about:
      "Handoffs of 3 queues, random handoff, channel and language as strings, at instants within the hour around now; one " +
      "thread. 1,000 handoffs have 3,000 distinct schedules, 100,000 handoffs have 5,000. `engine.resolveNumber`, by the number " +
      "of the handoff that comes with each question; by handle, `handoff.resolve`, the host has a list of handles and takes " +
      "the one of the question from there. The law in Temporal checks the first 64 answers of each; all must be the very " +
      "objects given once before. Where answers are read, it is with the time in which a host reads from each whether there " +
      "is a queue, and its name.",
    question: "resolve",
    timings,
    measures: [`${SMALL}${BY_NUMBER}`],
    figures: [BY_NUMBER, BY_HANDLE].flatMap((by) => [...speed(SMALL, by, 16), ...speed(LARGE, by, 9), ...share(by)]),
  };
}
