import type { HandoffConfiguration, QueueConfiguration } from "../config/types.ts";
import { eligibleQueues } from "./eligible.ts";
import { knownZone } from "./known-zone.ts";
import type { Meaning } from "./meaning.ts";
import { handoffNamed } from "./named.ts";
import { OpenTimes } from "./open-times.ts";
import { rangeOf } from "./range.ts";
import { servedStretches, turnsOf } from "./serving.ts";
import { timelineDates } from "./timeline-dates.ts";
import type { Timeline, TimelineRequest } from "./timeline-types.ts";

/**
 * When a handoff is available and which queue serves it, or when one queue is open, laid over the civil dates of a zone.
 * Throws a RangeError for a handoff, a queue, a zone or a range that is none.
 */
export function timeline(engine: Meaning, request: TimelineRequest): Timeline {
  const { zoneSource: zones } = engine;
  const range = rangeOf(request, engine);
  const handoff = handoffNamed(engine.configuration, request.handoff);
  const { destination } = handoff;
  const places = placesOf(handoff, request);
  const first = destination[request.queue ?? 0] as QueueConfiguration;
  const timezone = knownZone(request.timezone ?? first.timezone, zones);
  const times = new OpenTimes(zones, range);
  const turns = turnsOf(places, (q) => times.of(destination[q] as QueueConfiguration), range);
  const open = servedStretches(turns, destination, range.to);
  const dates = timelineDates({ zones, range, timezone, destination, places, open });
  const queue = request.queue === undefined ? {} : { queue: { name: first.name, index: request.queue } };
  return { handoff: handoff.name, ...queue, timezone, ...range, open, dates };
}

/** The queues that the picture is about: one, or those that may serve the request. */
function placesOf({ name, destination }: HandoffConfiguration, request: TimelineRequest): readonly number[] {
  const { queue } = request;
  if (queue === undefined) return eligibleQueues(destination, request);
  if (destination[queue] !== undefined) return [queue];
  throw new RangeError(
    `\`queue\` must be a place in the destination of ${name}, 0 to ${destination.length - 1}, got ${queue}`,
  );
}
