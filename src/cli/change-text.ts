import type { Change, Handoff, QueueConfiguration, Resolution } from "../index.ts";
import { shown } from "./shown.ts";
import { clockText } from "./wall-clock.ts";
import { ZONES } from "./zone-law.ts";

/** `available: Billing Madrid`. */
export function answerText(resolution: Resolution): string {
  return resolution.available ? `available: ${shown(resolution.queue)}` : "unavailable";
}

/** When it changes, as a wall clock shows it: in the zone of the queue that opens or closes, or in the one that is asked for. */
export function changeTime(handoff: Handoff, before: Resolution, change: Change, zone?: string): string {
  const timezone = zone ?? turningQueue(handoff, before, change)?.timezone ?? "UTC";
  return `${clockText(change.at, timezone, ZONES)} ${timezone}`;
}

/** The queue that opens, where the next one does; else the one before it closes. */
function turningQueue(
  { configuration, queues }: Handoff,
  before: Resolution,
  { at, resolution }: Change,
): QueueConfiguration | undefined {
  const placeOf = (answer: Resolution) =>
    answer.available ? configuration.destination.findIndex(({ name }) => name === answer.queue) : -1;
  const next = placeOf(resolution);
  const opens = next >= 0 && queues[next]?.isOpen(at - 1) === false;
  return configuration.destination[opens ? next : placeOf(before)];
}
