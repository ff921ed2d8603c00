import type { Destination } from "./config/types.ts";
import { createEngine, type Engine } from "./engine.ts";
import type { Handoff } from "./handoff.ts";
import { expectationProblems } from "./report/check-expectations.ts";
import { checkRequirements } from "./report/check-requirements.ts";
import type { ExpectationCase, Expectations, ExpectReport } from "./report/expectation-types.ts";
import { parseInstant } from "./report/instant-text.ts";
import { parseRequirement } from "./report/requirement.ts";
import type { Requirement } from "./report/requirement-types.ts";
import { runCase } from "./report/run-case.ts";
import type { ZoneSource } from "./time/zone.ts";

/**
 * Holds an engine against {@link Expectations}: what was expected, what it answered and why. Requirements are held
 * against its window. Problems of the expectations themselves are told, and then nothing is tried; it does not throw.
 */
export function expect(engine: Engine, expectations: unknown): ExpectReport {
  const problems = expectationProblems(engine, expectations);
  if (problems.length > 0) return { problems, passed: 0, failed: 0, cases: [], requirements: [] };
  const { cases = [], requirements = [] } = expectations as Expectations;
  const results = cases.map((each) => runCase(each, handoffFor(each, engine), engine.zoneSource));
  const held = checkRequirements(
    engine,
    requirements.map((each) => requirementIn(each, engine.zoneSource)),
  );
  const verdicts = [...results.map(({ passed }) => passed), ...held.map(({ met }) => met)];
  const passed = verdicts.filter((verdict) => verdict).length;
  return { problems, passed, failed: verdicts.length - passed, cases: results, requirements: held };
}

function handoffFor({ handoff, destination, expect: [first] }: ExpectationCase, engine: Engine): Handoff {
  if (destination !== undefined) return ownHandoff(destination, first?.at, engine);
  return handoff === undefined ? (engine.handoffs[0] as Handoff) : engine.handoff(handoff);
}

/** Compiled for a few days around what is asked first. */
function ownHandoff(destination: Destination, first: string | undefined, engine: Engine): Handoff {
  const { zoneSource: zones } = engine;
  const at = first === undefined ? undefined : parseInstant(first, zones).at;
  const now = at ?? engine.status().window.from;
  return createEngine(destination, { zones, now: () => now, window: { pastDays: 1, aheadDays: 1 } }).handoff("default");
}

function requirementIn(given: NonNullable<Expectations["requirements"]>[number], zones: ZoneSource): Requirement {
  const [text, named] = typeof given === "string" ? [given, {}] : [given.require, { handoff: given.handoff }];
  return { ...(parseRequirement(text, zones).requirement as Requirement), ...named };
}
