import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HandoffConfiguration } from "../../src/config/types.ts";
import type { Facts, Handoff, TransferResult } from "../../src/index.ts";
import { lawIsEligible, lawResolve } from "../oracle/law.ts";
import { scenario } from "./arbitraries.ts";
import { type Asked, type Fail, forEachInstant } from "./each-instant.ts";
import { holds } from "./holds.ts";
import { JS_TEMPORAL } from "./oracles.ts";

const FIRST_INSTANT = Date.UTC(1972, 0, 8);
const MS_PER_MINUTE = 60_000;

/** The law for one handoff: the queue that a request is for at an instant, or undefined. */
type Law = (at: number) => HandoffConfiguration["destination"][number] | undefined;

function lawFor({ destination }: HandoffConfiguration, request: Asked): Law {
  return (at) => destination[lawResolve(destination, { ...request, at }, JS_TEMPORAL.temporal)];
}

function outcomeOf(result: TransferResult): readonly unknown[] {
  if (result.outcome === "transfer") return ["transfer", result.queue, result.transfer_function_name, result.hold];
  return result.outcome === "unavailable"
    ? ["unavailable", result.reason.code, result.reason.no_hold]
    : [result.outcome];
}

function refusalOf({ destination }: HandoffConfiguration, request: Asked, noHold?: string): readonly unknown[] {
  const isServed = destination.some((queue) => lawIsEligible(queue, request));
  return ["unavailable", isServed ? "closed" : "not_served", noHold];
}

/** What the law says of a transfer that holds on to what was said at `since`. */
function lawOfTransfer(
  handoff: HandoffConfiguration,
  law: Law,
  request: Asked,
  since: number,
  holdMs: number,
): readonly unknown[] {
  const now = law(request.at);
  if (now !== undefined) return ["transfer", now.name, now.transfer_function_name, undefined];
  if (since > request.at || request.at - since > holdMs) return refusalOf(handoff, request, "expired");
  const then = law(since);
  if (then === undefined) return refusalOf(handoff, request, "not_available_then");
  return ["transfer", then.name, then.transfer_function_name, { since, until: since + holdMs }];
}

function checkTransfers(
  handoff: Handoff,
  configuration: HandoffConfiguration,
  request: Asked,
  { before, holdMs }: { readonly before: number; readonly holdMs: number },
  fail: Fail,
): boolean {
  const law = lawFor(configuration, request);
  const plain = outcomeOf(handoff.transfer(request));
  const chosen = law(request.at);
  const expected = chosen
    ? ["transfer", chosen.name, chosen.transfer_function_name, undefined]
    : refusalOf(configuration, request);
  if (JSON.stringify(plain) !== JSON.stringify(expected)) throw fail("handoff.transfer", { plain, expected });
  const since = Math.max(request.at - before, FIRST_INSTANT);
  const held = outcomeOf(handoff.transfer({ ...request, since, holdMs }));
  const expectedHeld = lawOfTransfer(configuration, law, request, since, holdMs);
  if (JSON.stringify(held) !== JSON.stringify(expectedHeld)) {
    throw fail("handoff.transfer with a hold", { since, holdMs, held, expectedHeld });
  }
  if ((handoff.tool(request) === undefined) !== (chosen === undefined)) throw fail("handoff.tool", { chosen });
  return expectedHeld[3] !== undefined;
}

/** Each instant is one at which the law turns, and the clock that is shown is the one that Temporal shows. */
function checkFacts(facts: Facts, law: Law, request: Asked, fail: Fail): number {
  const { closes_at, next_open, next_change, hours_today } = facts;
  const isAvailable = (at: number) => law(at) !== undefined;
  if (facts.available !== isAvailable(request.at)) throw fail("facts.available", { facts });
  for (const [moment, opens] of [
    [closes_at, false],
    [next_open, true],
  ] as const) {
    if (moment === undefined) continue;
    const sides = [moment.at - 1, moment.at].map(isAvailable);
    if (moment.at <= request.at || sides[0] === opens || sides[1] !== opens)
      throw fail("facts turn", { moment, sides });
  }
  const [sooner, later] = facts.available ? [closes_at, next_open] : [next_open, closes_at];
  if (sooner !== undefined && later !== undefined && sooner.at >= later.at) throw fail("facts in order", { facts });
  const wait = (sooner?.at ?? request.at) - request.at;
  if ([0.25, 0.5, 0.75].some((part) => isAvailable(Math.floor(request.at + part * wait)) !== facts.available)) {
    throw fail("facts until then", { facts });
  }
  if (next_change !== undefined && sooner !== undefined && next_change.at > sooner.at) {
    throw fail("facts.next_change", { facts });
  }
  for (const { start, end } of hours_today) {
    const inside = [start.at, (start.at + end.at) / 2, end.at - 1];
    const dates = inside.map((at) => clockAt(at, facts.at.queue?.timezone).slice(0, 10));
    if (!inside.every(isAvailable) || dates.some((date) => date !== facts.at.queue?.date)) {
      throw fail("facts.hours_today", { start, end, dates });
    }
  }
  for (const moment of [facts.at, closes_at, next_open]) {
    if (moment?.queue === undefined) continue;
    const { timezone, date, time, offset } = moment.queue;
    const shown = clockAt(moment.at, timezone);
    if (shown !== `${date} ${time} ${offset}`) throw fail("facts' clock", { moment, shown });
  }
  return [closes_at, next_open].filter((moment) => moment !== undefined).length;
}

/** `2026-09-20 00:00 +01:00`, by the data that the engine reads: Temporal's own may know another law. */
function clockAt(at: number, timezone = "UTC"): string {
  const minute = Math.floor(at / MS_PER_MINUTE) * MS_PER_MINUTE;
  const shown = JS_TEMPORAL.temporal.Instant.fromEpochMilliseconds(minute).toZonedDateTimeISO(timezone);
  const time = (minutes: number) =>
    [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
  const civil = `${shown.toPlainDate()} ${time(shown.hour * 60 + shown.minute)}`;
  const offset = (Date.parse(`${civil.replace(" ", "T")}Z`) - minute) / MS_PER_MINUTE;
  return `${civil} ${offset < 0 ? "-" : "+"}${time(Math.abs(offset))}`;
}

const hold = fc.record({
  before: fc.oneof(
    fc.constantFrom(0, 1, -1, MS_PER_MINUTE, MS_PER_MINUTE - 1),
    fc.integer({ min: -MS_PER_MINUTE, max: 180 * MS_PER_MINUTE }),
  ),
  holdMs: fc.oneof(fc.constantFrom(0, MS_PER_MINUTE), fc.integer({ min: 0, max: 180 * MS_PER_MINUTE })),
});

describe("at every instant", () => {
  it("transfers, with a hold or without, are what the law says; tools are offered exactly then", () => {
    let held = 0;
    holds(fc.tuple(scenario({ picks: 30 }), fc.array(hold, { minLength: 15, maxLength: 15 })), 100, ([given, all]) => {
      forEachInstant(given, (_, request, engine, fail) => {
        for (const [h, handoff] of engine.handoffs.entries()) {
          const configuration = given.configuration.handoffs[h] as HandoffConfiguration;
          for (const asked of all) if (checkTransfers(handoff, configuration, request, asked, fail)) held++;
        }
      });
    });
    expect(held).toBeGreaterThan(20);
  }, 300_000);

  it("the facts of a briefing are what the law says", () => {
    let turns = 0;
    holds(scenario({ picks: 10 }), 200, (given) => {
      forEachInstant(given, (_, request, engine, fail) => {
        for (const [h, handoff] of engine.handoffs.entries()) {
          const law = lawFor(given.configuration.handoffs[h] as HandoffConfiguration, request);
          turns += checkFacts(handoff.briefing(request).facts, law, request, fail);
        }
      });
    });
    expect(turns).toBeGreaterThan(400);
  }, 300_000);
});
