import fc from "fast-check";
import type { Configuration, DateException, QueueConfiguration } from "../../src/config/types.ts";
import type { Request } from "../../src/resolve/request.ts";
import { dateAt } from "./civil-instants.ts";
import { type Pick, pick } from "./instants.ts";
import { requestedLanguage } from "./language-arbitraries.ts";
import { type QueuePlan, queuePlan } from "./queue-arbitraries.ts";
import { transitionAfter } from "./transitions.ts";
import { AWKWARD_ZONES, ZONE_NAMES } from "./zone-names.ts";

const MS_PER_DAY = 86_400_000;
const MS_PER_YEAR = 31_556_952_000;

/** A configuration, and where on the time line it is asked about. */
export interface Scenario {
  readonly configuration: Configuration;
  readonly now: number;
  readonly window: { readonly pastDays: number; readonly aheadDays: number };
  /** Instants where something may go wrong: transitions of the queues' zones, the window's edges, far away. */
  readonly anchors: readonly number[];
  readonly picks: readonly Pick[];
  readonly requests: readonly Omit<Request, "at">[];
}

interface Plan extends Omit<Scenario, "configuration" | "anchors"> {
  readonly zones: readonly string[];
  readonly destinations: readonly (readonly QueuePlan[])[];
  /** Instants far from the window, as a rule. */
  readonly far: readonly number[];
}

/** How much of a scenario a property needs. */
export interface ScenarioSize {
  readonly picks: number;
  readonly handoffs?: number;
  readonly aheadDays?: number;
  readonly now?: readonly [from: number, to: number];
}

const zone: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...ZONE_NAMES) },
  { weight: 1, arbitrary: fc.constantFrom(...AWKWARD_ZONES) },
);

const request: fc.Arbitrary<Omit<Request, "at">> = fc.record({
  channel: fc.constantFrom("voice", "chat", undefined, undefined, "email"),
  language: requestedLanguage,
});

export function scenario({
  picks,
  handoffs = 2,
  aheadDays = 500,
  now = [2000, 2036],
}: ScenarioSize): fc.Arbitrary<Scenario> {
  const instant = (from: number, to: number) =>
    fc.noBias(fc.integer({ min: Date.UTC(from, 0, 8), max: Date.UTC(to, 0, 1) - 1 }));
  return fc
    .record({
      now: instant(now[0], now[1]),
      window: fc.record({ pastDays: fc.nat({ max: 30 }), aheadDays: fc.integer({ min: 1, max: aheadDays }) }),
      zones: fc.array(zone, { minLength: 1, maxLength: 3 }),
      destinations: fc.array(fc.array(queuePlan, { minLength: 1, maxLength: 6, size: "max" }), {
        minLength: 1,
        maxLength: handoffs,
      }),
      far: fc.array(fc.oneof(instant(1972, 2040), instant(1972, 2090)), { minLength: 1, maxLength: 3 }),
      picks: fc.array(pick, { minLength: 1, maxLength: picks, size: "max" }),
      requests: fc.array(request, { minLength: 1, maxLength: 5, size: "max" }),
    })
    .map(scenarioOf);
}

function scenarioOf({ zones, destinations, far, now, window, picks, requests }: Plan): Scenario {
  const from = now - window.pastDays * MS_PER_DAY;
  const to = now + window.aheadDays * MS_PER_DAY;
  const perZone = new Map(zones.map((timezone) => [timezone, anchorsOf(timezone, from, to, far)]));
  const handoffs = destinations.map((plans, h) => ({
    name: `Handoff ${h}`,
    description: "",
    agent_available_instructions: `Transfer ${h}.`,
    agent_unavailable_instructions: `Closed ${h}.`,
    destination: destinationOf(plans, zones, perZone),
  }));
  const configuration = { transfer_functions: [{ name: "transfer_a" }, { name: "transfer_b" }], handoffs };
  return { configuration, now, window, anchors: [...new Set([...perZone.values()].flat())], picks, requests };
}

function anchorsOf(timezone: string, from: number, to: number, far: readonly number[]): readonly number[] {
  const inside = transitionAfter(timezone, from);
  const next = inside === undefined ? undefined : transitionAfter(timezone, inside);
  const before = transitionAfter(timezone, from - MS_PER_YEAR);
  const elsewhere = far.map((at) => transitionAfter(timezone, at) ?? at);
  // Twice, so that half of all that is anchored is about the transitions that the window holds.
  return [inside, next, inside, next, before, (from + to) / 2, from, to, ...elsewhere]
    .filter((at) => at !== undefined)
    .map(Math.floor);
}

function destinationOf(
  plans: readonly QueuePlan[],
  zones: readonly string[],
  anchors: ReadonlyMap<string, readonly number[]>,
): readonly QueueConfiguration[] {
  const queues: QueueConfiguration[] = [];
  plans.forEach((plan, i) => {
    const timezone = zones[plan.zone % zones.length] as string;
    const queue = queueOf(plan, i, timezone, anchors.get(timezone) ?? []);
    queues.push(plan.twin ? twinOf(queue, queues[0]) : queue);
  });
  return queues;
}

function twinOf(queue: QueueConfiguration, first: QueueConfiguration = queue): QueueConfiguration {
  const { name, open_24, weekly_hours = {}, date_exceptions = {} } = first;
  return { ...queue, name, open_24, weekly_hours, date_exceptions };
}

function queueOf(plan: QueuePlan, index: number, timezone: string, anchors: readonly number[]): QueueConfiguration {
  const exceptions: { [date: string]: DateException } = {};
  for (const { anchor, days, exception } of plan.exceptions) {
    exceptions[dateAt(timezone, anchors[anchor % anchors.length] as number, days)] = exception;
  }
  return {
    name: `Queue ${index}`,
    type: "Agent_queue",
    enabled: plan.enabled,
    open_24: plan.open24,
    timezone,
    transfer_function_name: index % 2 === 0 ? "transfer_a" : "transfer_b",
    weekly_hours: plan.week,
    ...(plan.exceptions.length > 0 && { date_exceptions: exceptions }),
    ...(plan.channels && { supported_channel_types: plan.channels }),
    ...(plan.languages && { supported_languages: plan.languages }),
  };
}
