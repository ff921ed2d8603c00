import type { HandoffConfiguration } from "../config/types.ts";
import type { CoverageOptions } from "./coverage-types.ts";
import type { Meaning } from "./meaning.ts";
import { handoffsIn } from "./named.ts";
import { OpenTimes } from "./open-times.ts";
import { type Range, rangeOf } from "./range.ts";
import { checkRequirement, requirementResults } from "./requirement-results.ts";
import type { Requirement, RequirementResult } from "./requirement-types.ts";

/** The part of `coverage` that is about requirements. Throws as it does. */
export function checkRequirements(
  engine: Meaning,
  requirements: readonly Requirement[],
  options: Omit<CoverageOptions, "timezone" | "requirements"> = {},
): readonly RequirementResult[] {
  const range = rangeOf(options, engine);
  const times = new OpenTimes(engine.zoneSource, range);
  return heldRequirements(requirements, handoffsIn(engine, options), engine, range, times);
}

export function heldRequirements(
  requirements: readonly Requirement[],
  handoffs: readonly HandoffConfiguration[],
  engine: Meaning,
  range: Range,
  times: OpenTimes,
): readonly RequirementResult[] {
  for (const requirement of requirements) checkRequirement(requirement, engine);
  return requirements.flatMap((each) => requirementResults(each, handoffs, engine.zoneSource, range, times));
}
