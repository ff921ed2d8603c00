import type { RoutingTable } from "./build-routing-table.ts";
import { ALL_CHANNELS } from "./channels.ts";
import { type Closures, closuresOf, type HandoffClosure } from "./closures.ts";
import { type LanguageRow, serves } from "./language-rows.ts";
import type { Unavailable } from "./resolution.ts";
import { isEligible } from "./resolver.ts";
import { endOfQueues, scheduleOf } from "./routes.ts";
import type { Timeline } from "./timeline.ts";

/**
 * The first queue that is eligible, open and not closed by hand, or where NO_QUEUE stands: what the resolver does, for
 * instants at which closures may hold and for those that the tree does not cover. `closedFor` is the request's row of the
 * closures' languages.
 */
export function firstOpenUnlessClosed(
  table: RoutingTable,
  timeline: Timeline,
  closures: Closures,
  handoff: number,
  minute: number,
  channel: number,
  language: LanguageRow,
  closedFor: LanguageRow,
): number {
  const first = table.firstQueue[handoff] as number;
  const end = endOfQueues(table, handoff);
  if (wholeClosure(closures, handoff, minute, channel, closedFor) !== undefined) return end;
  for (let q = first; q < end; q++) {
    if (!isEligible(table, q, channel, language)) continue;
    if (placeClosure(closures, handoff, minute, q - first) !== undefined) continue;
    if (timeline.isOpen(scheduleOf(table, q), minute)) return q;
  }
  return end;
}

/** What is said while no queue serves. */
export function unavailableAt(
  table: RoutingTable,
  closures: Closures,
  handoff: number,
  minute: number,
  channel: number,
  language: LanguageRow,
  closedFor: LanguageRow,
): Unavailable {
  const ordinary = table.answers[endOfQueues(table, handoff)] as Unavailable;
  const told = toldClosure(table, closures, handoff, minute, channel, language, closedFor);
  return told === undefined ? ordinary : answerWith(told, ordinary);
}

/**
 * The closure whose message is said while no queue serves: the one that was made last, of those that close the handoff as a
 * whole for the request or, if there are none, of those that close a queue which is eligible.
 */
export function toldClosure(
  table: RoutingTable,
  closures: Closures,
  handoff: number,
  minute: number,
  channel: number,
  language: LanguageRow,
  closedFor: LanguageRow,
): HandoffClosure | undefined {
  if (wholeClosure(closures, handoff, minute, channel, closedFor) !== undefined) {
    return wholeClosure(closures, handoff, minute, channel, closedFor, true);
  }
  let last: HandoffClosure | undefined;
  const first = table.firstQueue[handoff] as number;
  const end = endOfQueues(table, handoff);
  for (let q = first; q < end; q++) {
    if (!isEligible(table, q, channel, language)) continue;
    const told = placeClosure(closures, handoff, minute, q - first, true);
    if (told !== undefined && (last === undefined || isLater(told, last))) last = told;
  }
  return last;
}

/** Of the closures that close the handoff as a whole for the request, the one that was made last. */
export function wholeClosure(
  closures: Closures,
  handoff: number,
  minute: number,
  channel: number,
  closedFor: LanguageRow,
  mustTell: boolean = false,
): HandoffClosure | undefined {
  const list = closuresOf(closures, handoff);
  for (let i = list.length - 1; i >= 0; i--) {
    const closure = list[i] as HandoffClosure;
    if (closure.places !== undefined || !holds(closure, minute) || (mustTell && !tells(closure))) continue;
    const isClosed = (closure.channels >> channel) & serves(closedFor, closure.languages);
    if ((isClosed & 1) === 1) return closure;
  }
  return undefined;
}

/** Of the closures of just the queue at that place, the one that was made last. */
export function placeClosure(
  closures: Closures,
  handoff: number,
  minute: number,
  place: number,
  mustTell: boolean = false,
): HandoffClosure | undefined {
  const list = closuresOf(closures, handoff);
  for (let i = list.length - 1; i >= 0; i--) {
    const closure = list[i] as HandoffClosure;
    if (closure.places?.includes(place) && holds(closure, minute) && (!mustTell || tells(closure))) return closure;
  }
  return undefined;
}

/** Whether the closure closes the queue at that place for every request. */
export function closesQueue({ places, channels, languages }: HandoffClosure, place: number): boolean {
  return channels === ALL_CHANNELS && languages === 0 && (places === undefined || places.includes(place));
}

/** Whether the queue at that place is closed for every request. */
export function isClosed(closures: Closures, handoff: number, place: number, minute: number): boolean {
  for (const closure of closuresOf(closures, handoff)) {
    if (holds(closure, minute) && closesQueue(closure, place)) return true;
  }
  return false;
}

function holds({ since, until }: HandoffClosure, minute: number): boolean {
  return minute >= since && minute < until;
}

function tells({ kept }: HandoffClosure): boolean {
  return kept.closure.message !== undefined;
}

function isLater(one: HandoffClosure, other: HandoffClosure): boolean {
  return one.kept.closure.id > other.kept.closure.id;
}

function answerWith({ kept }: HandoffClosure, { handoff }: Unavailable): Unavailable {
  const known = kept.answers.get(handoff);
  if (known !== undefined) return known;
  const instructions = kept.closure.message as string;
  const answer: Unavailable = Object.freeze({ available: false, handoff, instructions });
  kept.answers.set(handoff, answer);
  return answer;
}
