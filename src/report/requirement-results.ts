import { quoteName } from "../config/quote.ts";
import type { HandoffConfiguration, QueueConfiguration } from "../config/types.ts";
import { readHours } from "../schedule/read-hours.ts";
import type { ZoneSource } from "../time/zone.ts";
import { eligibleQueues } from "./eligible.ts";
import { minutesOf } from "./length.ts";
import type { Meaning } from "./meaning.ts";
import { handoffNamed } from "./named.ts";
import { type OpenTimes, openTimes } from "./open-times.ts";
import type { Range } from "./range.ts";
import { parseRequirement } from "./requirement.ts";
import { requirementText } from "./requirement-text.ts";
import type { Requirement, RequirementResult } from "./requirement-types.ts";
import { servedTimes, turnsOf } from "./serving.ts";
import { stretchesOf } from "./stretch.ts";
import { without } from "./without.ts";

/** Requirements come from `parseRequirement`, or written by hand: then what it would say of their text is thrown. */
export function checkRequirement(requirement: Requirement, { configuration, zoneSource: zones }: Meaning): void {
  if (requirement.handoff !== undefined) handoffNamed(configuration, requirement.handoff);
  const text = requirementText(requirement);
  const [problem] = parseRequirement(text, zones).problems;
  if (problem !== undefined) throw new RangeError(`the requirement ${quoteName(text)}: ${problem.message}`);
}

/** A requirement held against those of the handoffs that it is about. */
export function requirementResults(
  requirement: Requirement,
  handoffs: readonly HandoffConfiguration[],
  zones: ZoneSource,
  range: Range,
  times: OpenTimes,
): readonly RequirementResult[] {
  const required = openTimes({ timezone: requirement.timezone, hours: readHours(asQueue(requirement)) }, zones, range);
  const text = requirementText(requirement);
  return handoffs
    .filter(({ name }) => requirement.handoff === undefined || requirement.handoff === name)
    .map(({ name, destination }) => {
      const eligible = eligibleQueues(destination, requirement);
      const turns = turnsOf(eligible, (q) => times.of(destination[q] as QueueConfiguration), range);
      const broken = stretchesOf(without(required, servedTimes(turns, range.to)));
      return {
        requirement,
        text,
        handoff: name,
        met: broken.length === 0,
        requiredMinutes: minutesOf(stretchesOf(required)),
        brokenMinutes: minutesOf(broken),
        broken,
      };
    });
}

/** The hours of a requirement go by the law of a queue's: an exception that closes a date also cuts the spill into it. */
function asQueue({ weekly_hours, timezone, except = [] }: Requirement): QueueConfiguration {
  return {
    name: "",
    type: "Agent_queue",
    enabled: true,
    open_24: false,
    timezone,
    transfer_function_name: "",
    weekly_hours,
    date_exceptions: Object.fromEntries(except.map((date) => [date, { closed: true }])),
  };
}
