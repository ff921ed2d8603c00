import fc from "fast-check";
import type { HandoffConfiguration } from "../../src/config/types.ts";
import { type ClassCoverage, coverage } from "../../src/report.ts";
import { type Scenario, scenario } from "../properties/arbitraries.ts";
import { engineFor } from "../properties/engine-for.ts";
import { failure } from "../properties/failure.ts";
import { holds } from "../properties/holds.ts";
import { around, edgesOf, eventful, everyMinute, isOf, isWithin, labelsOf, lawServes } from "./naive.ts";
import { civilMinuteOfWeek } from "./naive-civil.ts";

const HOURS = 60;

interface Asked {
  readonly given: Scenario;
  readonly anchor: number;
  readonly ms: number;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  given: scenario({ picks: 1, handoffs: 1, aheadDays: 30 }),
  anchor: fc.nat({ max: 999 }),
  ms: fc.constantFrom(0, 0, 1, 30_000, 59_999),
});

/** Served and unserved, by class and by queue, and by the civil week; returns how many answers were compared. */
export function compareCoverage(runs: number, batch = 0): number {
  let compared = 0;
  holds(
    asked,
    runs,
    ({ given, anchor, ms }) => {
      const range = around(eventful(given, anchor), HOURS, ms);
      const [handoff] = given.configuration.handoffs as readonly [HandoffConfiguration];
      const [report] = coverage(engineFor(given), range).handoffs;
      const { classes = [], timezone = "" } = report ?? {};
      for (const kind of given.requests) {
        const labels = labelsOf(kind, [handoff.destination]);
        const own = classes.filter(({ requests }) => isOf(requests, labels));
        const fail = (what: string, at?: number) => failure(what, given, at, { kind, labels, range, own });
        const [found] = own;
        if (found === undefined || own.length > 1) throw fail("every request is of one class");
        compared += compareClass(found, handoff, kind, range, timezone, fail);
      }
    },
    batch,
  );
  return compared;
}

function compareClass(
  { unserved, shares, week, minutes, servedMinutes }: ClassCoverage,
  { destination }: HandoffConfiguration,
  kind: Scenario["requests"][number],
  range: ReturnType<typeof around>,
  timezone: string,
  fail: (what: string, at?: number) => Error,
): number {
  const instants = everyMinute(range);
  const edges = edgesOf(unserved, range.from, range.to);
  for (const at of edges) {
    if (isWithin(unserved, at) !== (lawServes(destination, kind, at) === -1)) throw fail("unserved", at);
  }
  const served = instants.map((at) => lawServes(destination, kind, at));
  instants.forEach((at, i) => {
    if (isWithin(unserved, at) !== (served[i] === -1)) throw fail("unserved", at);
  });
  if (range.from % 60_000 === 0) {
    const counts = destination.map(() => 0);
    const weekly = new Map<number, readonly [unserved: number, shown: number]>();
    for (const [i, at] of instants.entries()) {
      const serving = served[i] as number;
      if (serving !== -1) counts[serving] = (counts[serving] ?? 0) + 1;
      const minute = civilMinuteOfWeek(timezone, at);
      const [missing, shown] = weekly.get(minute) ?? [0, 0];
      weekly.set(minute, [missing + (serving === -1 ? 1 : 0), shown + 1]);
    }
    if (!counts.every((count, q) => count === (shares.find(({ index }) => index === q)?.minutes ?? 0))) {
      throw fail(`shares are ${counts}`);
    }
    const sum = counts.reduce((total, count) => total + count, 0);
    if (sum !== servedMinutes || minutes !== instants.length) throw fail("minutes");
    const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    for (let minute = 0; minute < 7 * 1440; minute++) {
      const [missing, shown] = weekly.get(minute) ?? [0, 0];
      const listed = week.filter(
        ({ weekday, civilStart, civilEnd }) =>
          days.indexOf(weekday) === Math.floor(minute / 1440) &&
          minute % 1440 >= civilStart &&
          minute % 1440 < civilEnd,
      );
      const [stretch] = listed;
      if (listed.length > 1 || (stretch?.unserved ?? 0) !== missing || (stretch && stretch.shown !== shown)) {
        throw fail(`week at minute ${minute}: ${missing} of ${shown}`);
      }
    }
  }
  return instants.length + edges.length;
}
