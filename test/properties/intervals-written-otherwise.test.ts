import { describe, it } from "vitest";
import type { CivilInterval, Configuration, QueueConfiguration } from "../../src/config/types.ts";
import { formatMinute, parseMinute } from "../../src/time/civil.ts";
import { type Scenario, scenario } from "./arbitraries.ts";
import { engineFor, withConfiguration } from "./engine-for.ts";
import { failure } from "./failure.ts";
import { holds } from "./holds.ts";
import { instantsOf } from "./instants.ts";
import { mapQueues } from "./map-queues.ts";

function mapIntervals(
  queue: QueueConfiguration,
  change: (list: readonly CivilInterval[]) => readonly CivilInterval[],
): QueueConfiguration {
  const week = Object.entries(queue.weekly_hours ?? {}).map(([day, list]) => [day, change(list)]);
  const dates = Object.entries(queue.date_exceptions ?? {}).map(([date, exception]) => [
    date,
    "intervals" in exception ? { intervals: change(exception.intervals) } : exception,
  ]);
  return { ...queue, weekly_hours: Object.fromEntries(week), date_exceptions: Object.fromEntries(dates) };
}

/** Where there is room for it, one interval as two that touch; an overnight one is cut before midnight. */
function split(interval: CivilInterval): readonly CivilInterval[] {
  const [start, end] = [parseMinute(interval.start), parseMinute(interval.end)];
  const middle = Math.floor((start + (end > start ? end : 1440)) / 2);
  if (middle === start) return [interval];
  return [
    { start: interval.start, end: formatMinute(middle) },
    { start: formatMinute(middle), end: interval.end },
  ];
}

const WRITTEN_OTHERWISE: readonly {
  readonly name: string;
  readonly change: (list: readonly CivilInterval[]) => readonly CivilInterval[];
}[] = [
  { name: "in another order", change: (list) => [...list].reverse() },
  { name: "twice", change: (list) => [...list, ...list] },
  { name: "each split into two that touch", change: (list) => list.flatMap(split) },
  {
    name: "with a part of each once more",
    change: (list) => [...list.flatMap((each) => split(each).slice(-1)), ...list],
  },
];

function requireSameAnswers(given: Scenario, other: Configuration): void {
  const [one, two] = [engineFor(given), engineFor(withConfiguration(given, other))];
  const { from, to } = one.status().window;
  one.handoffs.forEach((handoff, h) => {
    handoff.queues.forEach((queue, q) => {
      const [here, there] = [queue.intervals(from, to), two.handoffs[h]?.queues[q]?.intervals(from, to)];
      if (JSON.stringify(here) !== JSON.stringify(there))
        throw failure("intervals", given, from, { here, there, other });
    });
    instantsOf(given, one).forEach((at, i) => {
      const request = { ...given.requests[i % given.requests.length], at };
      const [here, there] = [handoff.resolve(request), two.resolve(handoff.name, request)];
      if (JSON.stringify(here) !== JSON.stringify(there)) throw failure("resolve", given, at, { here, there, other });
    });
  });
}

describe("hours are a set of minutes, however their intervals are written", () => {
  it.each(WRITTEN_OTHERWISE)(
    "$name",
    ({ change }) => {
      holds(scenario({ picks: 60 }), 40, (given) => {
        requireSameAnswers(
          given,
          mapQueues(given.configuration, (queue) => mapIntervals(queue, change)),
        );
      });
    },
    300_000,
  );
});
