import type { Configuration, HandoffConfiguration } from "../src/config/types.ts";
import type { TimeComparison } from "./comparison.ts";
import { createEngine, type Diff, diff, ENGINE_VERSION, type Engine } from "./engine.ts";
import { FLEET_NOW, type FleetSize, fleet } from "./fleet.ts";
import type { Form } from "./form.ts";
import { type Contender, interleave } from "./interleave.ts";

const SIZE: FleetSize = { handoffs: 1000, queuesPerHandoff: 3, schedules: 3000, load: "typical", seed: 31 };
const OTHER_HOURS = [{ start: "07:00", end: "16:15" }];

/** Two engines that are what two files would be: they share no object. */
interface Edit {
  readonly name: string;
  readonly after: Configuration;
}

/** What changes between two configurations. A question is a diff; its answer, minutes gained, lost and moved. */
export function diffComparison({ rounds }: Form): TimeComparison {
  const before = engineOf(fleet(SIZE));
  const contenders = edits().map(({ name, after }): Contender => {
    const engine = engineOf(after);
    check(before, engine, diff(before, engine));
    return {
      name,
      version: ENGINE_VERSION,
      questions: 1,
      sum: (from, to) => (from < to ? answerOf(diff(before, engine)) : 0),
    };
  });
  const timings = interleave(
    rounds,
    contenders.map((contender) => [contender] as const),
  );
  return {
    title: "A diff of two configurations",
    about:
      "`diff` of two engines of 1,000 handoffs × 3 queues that share no schedule, over their window of 408 days, for every " +
      "channel and language that they tell apart: two equal ones, then with other hours in one handoff of ten, in the " +
      "first queue of each, and two that have nothing in common but names. The minutes that are gained and lost are " +
      "compared with those of `intervals()`.",
    question: "diff",
    timings,
    measures: [],
    figures: timings.map(({ contender, median }) => ({
      name: `diff of 1,000 handoffs: ${contender.name}`,
      promised: true,
      exact: false,
      measured: median / 1e6,
      bar: 2000,
      bound: "at most",
      unit: " ms",
    })),
  };
}

function edits(): readonly Edit[] {
  return [
    { name: "equal", after: fleet(SIZE) },
    { name: "a tenth changed", after: edited((h) => h % 10 === 0) },
    { name: "each first queue changed", after: edited(() => true) },
    { name: "nothing in common", after: fleet({ ...SIZE, seed: 32 }) },
  ];
}

function edited(isChanged: (h: number) => boolean): Configuration {
  const configuration = fleet(SIZE);
  const handoffs = configuration.handoffs.map((handoff, h) => (isChanged(h) ? withOtherHours(handoff) : handoff));
  return { ...configuration, handoffs };
}

function withOtherHours(handoff: HandoffConfiguration): HandoffConfiguration {
  const weekly_hours = { mon: OTHER_HOURS, tue: OTHER_HOURS, wed: OTHER_HOURS, thu: OTHER_HOURS, fri: OTHER_HOURS };
  return {
    ...handoff,
    destination: handoff.destination.map((queue, q) => (q === 0 ? { ...queue, weekly_hours } : queue)),
  };
}

function engineOf(configuration: Configuration): Engine {
  return createEngine(configuration, { now: () => FLEET_NOW });
}

function answerOf({ handoffs }: Diff): number {
  let sum = 0;
  for (const { changes } of handoffs) {
    for (const { gainedMinutes, lostMinutes, movedMinutes } of changes) {
      sum = (sum + gainedMinutes + 3 * lostMinutes + 7 * movedMinutes) | 0;
    }
  }
  return sum;
}

/** For requests that name nothing: what is served more, by handoff. */
function check(before: Engine, after: Engine, { from, to, handoffs }: Diff): void {
  const changed = new Map(handoffs.map(({ handoff, changes }) => [handoff, changes]));
  for (const { name } of after.handoffs.filter((_, h) => h % 50 === 0)) {
    const [old, now] = [before, after].map((engine) => {
      const served = engine.handoff(name).intervals({ from, to });
      return served.reduce((minutes, { start, end }) => minutes + (end - start) / 60_000, 0);
    });
    const change = changed
      .get(name)
      ?.find(({ requests }) =>
        requests.some(({ channels, languages }) => channels.includes("none") && languages.includes("none")),
      );
    const more = (change?.gainedMinutes ?? 0) - (change?.lostMinutes ?? 0);
    if (more !== (now as number) - (old as number))
      throw new Error(`${name}: diff and intervals() give different answers`);
  }
}
