import fc from "fast-check";
import { expect } from "vitest";
import type { HandoffConfiguration, QueueConfiguration } from "../../src/config/types.ts";
import { coverage, parseRequirement, type Requirement, requirementText } from "../../src/report.ts";
import { lawIsOpen } from "../oracle/law.ts";
import { type Scenario, scenario } from "../properties/arbitraries.ts";
import { dateAt } from "../properties/civil-instants.ts";
import { engineFor } from "../properties/engine-for.ts";
import { failure } from "../properties/failure.ts";
import { ZONES } from "../properties/ground.ts";
import { holds } from "../properties/holds.ts";
import { intervals } from "../properties/interval-arbitraries.ts";
import { TEMPORAL_POLYFILL } from "../properties/oracles.ts";
import { AWKWARD_ZONES } from "../properties/zone-names.ts";
import { around, edgesOf, eventful, everyMinute, isWithin, lawServes } from "./naive.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

interface Asked {
  readonly given: Scenario;
  readonly anchor: number;
  readonly week: {
    readonly [day in (typeof DAYS)[number]]?: readonly { readonly start: string; readonly end: string }[];
  };
  readonly zone: string | undefined;
  readonly except: readonly number[];
  readonly channel: "voice" | "chat" | undefined;
  readonly language: "en" | "es-MX" | "he" | undefined;
}

const listed = intervals.filter((list) => list.length > 0);

const asked: fc.Arbitrary<Asked> = fc.record({
  given: scenario({ picks: 1, handoffs: 1, aheadDays: 30 }),
  anchor: fc.nat({ max: 999 }),
  week: fc
    .record(
      { mon: listed, tue: listed, wed: listed, thu: listed, fri: listed, sat: listed, sun: listed },
      { requiredKeys: [] },
    )
    .filter((week) => Object.keys(week).length > 0),
  zone: fc.option(fc.constantFrom(...AWKWARD_ZONES), { nil: undefined }),
  except: fc.uniqueArray(fc.integer({ min: -2, max: 2 }), { maxLength: 2 }),
  channel: fc.constantFrom("voice", "chat", undefined),
  language: fc.constantFrom("en", "es-MX", "he", undefined),
});

function requirementOf({ given, anchor, week, zone, except, channel, language }: Asked): Requirement {
  const [handoff] = given.configuration.handoffs as readonly [HandoffConfiguration];
  const timezone = zone ?? (handoff.destination[0] as QueueConfiguration).timezone;
  const at = eventful(given, anchor);
  const dates = except.map((days) => dateAt(timezone, at, days)).sort();
  return {
    ...(channel && { channel }),
    ...(language && { language }),
    weekly_hours: week,
    timezone,
    ...(dates.length > 0 && { except: dates }),
  };
}

/** Broken exactly when the wall clock is inside the hours and no queue serves; returns how many answers were compared. */
export function compareRequirement(runs: number, batch = 0): readonly [compared: number, broken: number] {
  let [compared, broken] = [0, 0];
  holds(
    asked,
    runs,
    (value) => {
      const { given, anchor } = value;
      const requirement = requirementOf(value);
      const range = around(eventful(given, anchor), 48);
      const [handoff] = given.configuration.handoffs as readonly [HandoffConfiguration];
      const [result] = coverage(engineFor(given), { ...range, requirements: [requirement] }).requirements;
      const hours: QueueConfiguration = {
        name: "Required",
        type: "Agent_queue",
        enabled: true,
        open_24: false,
        timezone: requirement.timezone,
        transfer_function_name: "transfer_a",
        weekly_hours: requirement.weekly_hours,
        date_exceptions: Object.fromEntries((requirement.except ?? []).map((date) => [date, { closed: true }])),
      };
      const spans = result?.broken ?? [];
      for (const at of [...everyMinute(range), ...edgesOf(spans, range.from, range.to)]) {
        const isBroken =
          lawIsOpen(hours, at, TEMPORAL_POLYFILL.temporal) && lawServes(handoff.destination, requirement, at) === -1;
        if (isBroken !== isWithin(spans, at)) throw failure("a requirement", given, at, { requirement, result });
        compared++;
        if (isBroken) broken++;
      }
      const total = spans.reduce((sum, { start, end }) => sum + (end - start), 0) / 60_000;
      expect([result?.met, result?.brokenMinutes]).toEqual([spans.length === 0, total]);
      expect(spans.every(({ end }, i) => end < (spans[i + 1]?.start ?? Number.POSITIVE_INFINITY))).toBe(true);
    },
    batch,
  );
  return [compared, broken];
}

/** Its text is read as the same requirement. */
export function compareRequirementText(runs: number, batch = 0): void {
  holds(
    asked,
    runs,
    (value) => {
      const requirement = requirementOf(value);
      const text = requirementText(requirement);
      expect(parseRequirement(text, ZONES), text).toEqual({ requirement, problems: [] });
    },
    batch,
  );
}
