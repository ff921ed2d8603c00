import type { Parts } from "./bundled-parts.ts";
import { ratio, ratioFigure, type TimeComparison } from "./comparison.ts";
import type { Form } from "./form.ts";
import { type Contender, type Group, interleave, type Timing } from "./interleave.ts";
import { type Rolling, rolling } from "./rolling.ts";

const SCHEDULES = 5000;
const ROLL = "a day's roll";
const INTO_ERA = "a roll into a new era";
const REBUILD = "a rebuild";
const ERA_DAYS = 256;

/** Moving the window by a day against building it anew. A question is a day; its answer, what some queues say then. */
export function rollComparison({ rounds }: Form, parts: Parts): TimeComparison {
  const beside = [70, 80].flatMap((seed) => contenders(rolling(100, 4, seed, parts), 1));
  interleave(1, beside);
  const timings = interleave(rounds, contenders(rolling(SCHEDULES, ERA_DAYS + 1, 9, parts), 2));
  interleave(0, beside);
  return {
    title: "A day's roll",
    about:
      `The tree of ${SCHEDULES.toLocaleString("en")} typical schedules over 408 days is moved on by a day, 255 days in a row, ` +
      "against building it anew for such a day. Once in 256 days a roll begins a new era of the tree; the figure counts it " +
      "in by that share. `compileState` also reads the hours of all queues and makes their routes.",
    question: "day",
    timings,
    measures: [ROLL],
    figures: ratioFigure(timings, [REBUILD, ROLL], "at least", 50).map((figure) => ({
      ...figure,
      measured: figure.measured / eraShare(timings),
    })),
  };
}

/** How many times an ordinary roll the mean one costs. */
function eraShare(timings: readonly Timing[]): number {
  return (ERA_DAYS - 1 + (ratio(timings, INTO_ERA, ROLL) as number)) / ERA_DAYS;
}

function contenders({ trees, build, compile, answer }: Rolling, rebuilds: number): readonly Group[] {
  const version = "src/tree/tree-builder.ts";
  // Day 1 begins an era, and so does the one after the last: these are rolls of the other kind.
  const roll: Contender = {
    name: ROLL,
    version,
    questions: trees.length - 2,
    sum(from, to) {
      let sum = 0;
      for (let i = from; i < to; i++) sum = (sum + answer(build(i + 2, trees[i + 1])) * ((i & 1023) + 1)) | 0;
      return sum;
    },
  };
  const rebuild: Contender = {
    name: REBUILD,
    version,
    questions: rebuilds,
    sum(from, to) {
      let sum = 0;
      for (let i = from; i < to; i++) sum = (sum + ((i & 1023) + 1) * answer(build(i + 2))) | 0;
      return sum;
    },
  };
  const intoEra: Contender = {
    name: INTO_ERA,
    version,
    questions: 1,
    sum: (from, to) => (to > from ? answer(build(1, trees[0])) : 0),
  };
  const compiled: Contender = {
    name: "compileState",
    version: "src/state.ts",
    questions: 1,
    sum: (from, to) => (from < to ? answer(compile(1)) : 0),
  };
  return [
    [roll, rebuild],
    [intoEra, compiled],
  ];
}
