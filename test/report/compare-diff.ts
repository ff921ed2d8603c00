import fc from "fast-check";
import { expect } from "vitest";
import type { Configuration, Destination } from "../../src/config/types.ts";
import { type Diff, diff } from "../../src/report.ts";
import { type Scenario, scenario } from "../properties/arbitraries.ts";
import { engineFor } from "../properties/engine-for.ts";
import { failure } from "../properties/failure.ts";
import { holds } from "../properties/holds.ts";
import { edited, edits } from "./configuration-edits.ts";
import { around, edgesOf, eventful, everyMinute, isOf, type Kind, labelsOf, lawServes } from "./naive.ts";

const HOURS = 48;

interface Asked {
  readonly given: Scenario;
  readonly after: Configuration;
  readonly anchor: number;
  readonly ms: number;
}

const one = scenario({ picks: 1, handoffs: 2, aheadDays: 30 });

/** An edit as a rule; now and then all is another configuration, that has handoffs of the same names. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    given: one,
    edits,
    other: one,
    isOther: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    anchor: fc.nat({ max: 999 }),
    ms: fc.constantFrom(0, 0, 1, 59_999),
  })
  .map(({ given, edits, other, isOther, anchor, ms }) => ({
    given,
    after: isOther ? other.configuration : edited(given.configuration, edits),
    anchor,
    ms,
  }));

/** What an answer is called, so that equal ones are the same: by name as it is now, and by function where names are not alone. */
function answer(destination: Destination, place: number, report: Diff, handoff: string, side: "before" | "after") {
  const queue = destination[place];
  if (queue === undefined) return null;
  const words = report.words.filter((word) => word.of === "queue" && word.handoff === handoff);
  const renamed = words.find((word) => word.field === "name" && word[side] === queue.name);
  const name = renamed?.name ?? queue.name;
  const moved = words.find((word) => word.field === "transfer_function_name" && word.name === name);
  return JSON.stringify([name, moved === undefined ? queue.transfer_function_name : moved.after]);
}

/** Spans are those in which the law answers otherwise; returns how many answers were compared, and how many differ. */
export function compareDiff(runs: number, batch = 0): readonly [compared: number, different: number] {
  let [compared, different] = [0, 0];
  holds(
    asked,
    runs,
    ({ given, after, anchor, ms }) => {
      const range = around(eventful(given, anchor), HOURS, ms);
      const before = given.configuration;
      const engines = [engineFor(given), engineFor({ ...given, configuration: after })] as const;
      const report = diff(...engines, range);
      const fail = (what: string, at?: number) => failure(what, given, at, { after, report, range });
      if (
        report.added.length + report.removed.length + report.renamed.length >
        Math.abs(after.handoffs.length - before.handoffs.length)
      ) {
        throw fail("handoffs of the same names are pairs");
      }
      const views = viewsOf(given, before, after, report, fail);
      const edges = views.flatMap(({ spans }) => edgesOf(spans, range.from, range.to));
      for (const at of [...everyMinute(range), ...new Set(edges)]) {
        for (const { name, old, now, kind, spans } of views) {
          const [one, other] = [lawServes(old, kind, at), lawServes(now, kind, at)];
          const was = answer(old, one, report, name, "before");
          const is = answer(now, other, report, name, "after");
          const span = spans.find(({ start, end }) => at >= start && at < end);
          if ((was !== is) !== (span !== undefined)) throw fail(`${name}: ${was} and ${is}`, at);
          compared++;
          if (span === undefined) continue;
          different++;
          const isNamed = span.before === (old[one]?.name ?? null) && span.after === (now[other]?.name ?? null);
          if (!isNamed) throw fail(`${name}: the queues of a span`, at);
        }
      }
    },
    batch,
  );
  return [compared, different];
}

/** A configuration is the same as itself, and what is gained one way is lost the other. */
export function compareBothWays(runs: number, batch = 0): void {
  holds(
    asked,
    runs,
    ({ given, after }) => {
      const engines = [engineFor(given), engineFor({ ...given, configuration: after })] as const;
      const copy = engineFor({ ...given, configuration: structuredClone(given.configuration) });
      expect(diff(engines[0], copy).same).toBe(true);
      const [there, back] = [diff(...engines), diff(engines[1], engines[0])];
      expect(back.sameHours).toBe(there.sameHours);
      const minutes = (report: Diff, of: "gainedMinutes" | "lostMinutes" | "movedMinutes") =>
        report.handoffs.flatMap(({ changes }) => changes.map((change) => change[of])).sort((a, b) => a - b);
      expect(minutes(back, "lostMinutes")).toEqual(minutes(there, "gainedMinutes"));
      expect(minutes(back, "movedMinutes")).toEqual(minutes(there, "movedMinutes"));
    },
    batch,
  );
}

type Span = Diff["handoffs"][number]["changes"][number]["spans"][number];

function isSameChange(spans: readonly Span[], i: number): boolean {
  const [one, other] = [spans[i], spans[i + 1]].map((span) => [span?.before, span?.after, span?.transferFunctions]);
  return JSON.stringify(one) === JSON.stringify(other);
}

interface View {
  readonly name: string;
  readonly old: Destination;
  readonly now: Destination;
  readonly kind: Kind;
  readonly spans: readonly Span[];
}

/** Each handoff of both sides as each request sees it, with the spans that the report gives for it. */
function viewsOf(
  given: Scenario,
  before: Configuration,
  after: Configuration,
  report: Diff,
  fail: (what: string) => Error,
): readonly View[] {
  return after.handoffs.flatMap(({ name, destination: now }) => {
    const old = before.handoffs.find((each) => each.name === name)?.destination;
    if (old === undefined) return [];
    const changes = report.handoffs.find((each) => each.handoff === name)?.changes ?? [];
    return given.requests.map((kind) => {
      const own = changes.filter(({ requests }) => isOf(requests, labelsOf(kind, [old, now])));
      if (own.length > 1) throw fail("a request is of one class at most");
      const spans = own[0]?.spans ?? [];
      if (spans.some(({ end }, i) => end === spans[i + 1]?.start && isSameChange(spans, i)))
        throw fail("spans are merged");
      if (spans.some(({ end }, i) => end > (spans[i + 1]?.start ?? end))) throw fail("spans are in order");
      return { name, old, now, kind, spans };
    });
  });
}
