import type { HandoffConfiguration, QueueConfiguration } from "./config/types.ts";
import { type BuiltRoutes, type LanguageSets, rangesOf } from "./resolve/build-routing-table.ts";
import { CHANNEL_BITS } from "./resolve/channels.ts";
import { type Closures, closuresOf, type HandoffClosure } from "./resolve/closures.ts";
import { NAMED } from "./resolve/language-rows.ts";
import { NO_QUEUE } from "./resolve/routes.ts";
import type { CutSchedules } from "./schedule/cut-schedules.ts";
import { type Boundaries, union } from "./time/interval.ts";

/** What stands at the end of a route: a queue or, where a closure or nobody is, the text to say. */
export type RouteEnd = QueueConfiguration | string;

export interface ClosedRoutes extends BuiltRoutes {
  /** By handoff. */
  readonly ends: readonly (readonly RouteEnd[])[];
}

interface Route {
  readonly schedule: number;
  /** As in {@link BuiltRoutes.queues}. */
  readonly eligibility: number;
  readonly end: RouteEnd;
}

/**
 * Closures as routes, so that whoever reads a snapshot need not know of them. A closure is like a queue that is open
 * while it holds, with the text to say instead of a transfer. Those of the handoff as a whole stand before its queues; of
 * one queue, its schedule is cut, and what there is to say stands behind all queues.
 */
export function closeRoutes(
  built: BuiltRoutes,
  handoffs: readonly HandoffConfiguration[],
  closures: Closures,
  schedules: CutSchedules,
): ClosedRoutes {
  const sets = [...built.sets];
  const routes = handoffs.map((handoff, h) => {
    const made = closuresOf(closures, h);
    const queues = queueRoutes(built, handoff, h, made, schedules);
    const nobody = { schedule: 0, eligibility: NO_QUEUE, end: handoff.agent_unavailable_instructions };
    const whole = wholeRoutes(handoff, made, schedules, sets);
    return [...whole, ...queues, ...messageRoutes(queues, made, schedules), nobody];
  });
  const numbers = routes.flatMap((list) => list.flatMap(({ schedule, eligibility }) => [schedule, eligibility]));
  const ends = routes.map((list) => list.map(({ end }) => end));
  return { firstQueue: rangesOf(routes.map(({ length }) => length)), queues: Int32Array.from(numbers), sets, ends };
}

/** Those that say a message first, and of these the one that was made last: as it is in the engine. */
function wholeRoutes(
  { agent_unavailable_instructions }: HandoffConfiguration,
  made: readonly HandoffClosure[],
  schedules: CutSchedules,
  sets: LanguageSets[number][],
): readonly Route[] {
  const wholes = made.filter(({ places }) => places === undefined).reverse();
  const told = wholes.filter(({ kept }) => kept.closure.message !== undefined);
  const untold = wholes.filter(({ kept }) => kept.closure.message === undefined);
  const routes: { readonly eligibility: number; readonly end: string; spans: Boundaries }[] = [];
  for (const { channels, kept, since, until } of [...told, ...untold]) {
    const { scope, message: end = agent_unavailable_instructions } = kept.closure;
    const eligibility = (setOf(scope.language, sets) << CHANNEL_BITS) | channels;
    const last = routes.at(-1);
    if (last?.eligibility === eligibility && last.end === end) last.spans = union([...last.spans, since, until]);
    else routes.push({ eligibility, end, spans: [since, until] });
  }
  return routes.map(({ spans, ...route }) => ({ ...route, schedule: schedules.during(spans) }));
}

function queueRoutes(
  { firstQueue, queues }: BuiltRoutes,
  { destination }: HandoffConfiguration,
  handoff: number,
  made: readonly HandoffClosure[],
  schedules: CutSchedules,
): readonly Route[] {
  return destination.map((end, place) => {
    const queue = (firstQueue[handoff] as number) + place;
    const closing = made.filter(({ places }) => places?.includes(place));
    const closed = union(closing.flatMap(({ since, until }) => [since, until]));
    const schedule = schedules.cut(queues[2 * queue] as number, closed);
    return { schedule, eligibility: queues[2 * queue + 1] as number, end };
  });
}

function messageRoutes(
  queues: readonly Route[],
  made: readonly HandoffClosure[],
  schedules: CutSchedules,
): readonly Route[] {
  return made.toReversed().flatMap(({ kept, places = [], since, until }) => {
    const { message: end } = kept.closure;
    if (end === undefined || places.length === 0) return [];
    const schedule = schedules.during([since, until]);
    return places.map((place) => ({ schedule, eligibility: queues[place]?.eligibility as number, end }));
  });
}

function setOf(language: string | undefined, sets: LanguageSets[number][]): number {
  if (language === undefined) return 0;
  const known = sets.findIndex(([first, tag]) => first === NAMED && tag === language);
  return known >= 0 ? known : sets.push([NAMED, language]) - 1;
}
