import { canonicalLanguage } from "../config/language.ts";
import type { Configuration } from "../config/types.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import { ALL_CHANNELS, channelPlace } from "./channels.ts";
import type { Closure } from "./closure.ts";
import { LanguageRows, NAMED } from "./language-rows.ts";
import type { Unavailable } from "./resolution.ts";

/** A closure, and the answers that carry its message: one object a handoff, whatever configuration serves. */
export interface KeptClosure {
  readonly closure: Closure;
  /** Whether it has ended by hand: its `until` is when. */
  readonly isReopened: boolean;
  /** By the name of the handoff; made when first given. */
  readonly answers: Map<string, Unavailable>;
}

/** A closure as the requests of one handoff meet it. */
export interface HandoffClosure {
  readonly kept: KeptClosure;
  /** Half-open `[since, until)` in epoch minutes; the end is Infinity when there is none. */
  readonly since: number;
  readonly until: number;
  /** The requests that it closes: a mask as a queue has, and a language set of {@link Closures.languages}. */
  readonly channels: number;
  readonly languages: number;
  /** The places of the queues that it closes; undefined for the handoff as a whole. */
  readonly places: readonly number[] | undefined;
}

/** All closures of a configuration, by handoff. */
export interface Closures {
  /** Outside `[since, until)`, in epoch minutes, none of them closes anything. */
  readonly since: number;
  readonly until: number;
  readonly languages: LanguageRows;
  /** In the order in which they were made. */
  readonly everywhere: readonly HandoffClosure[];
  /** Of the handoffs that have some of their own, these and those of everywhere. */
  readonly byHandoff: ReadonlyMap<number, readonly HandoffClosure[]>;
}

export const NO_CLOSURES: Closures = Object.freeze({
  since: Number.POSITIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
  languages: new LanguageRows([[]], canonicalLanguage),
  everywhere: [],
  byHandoff: new Map(),
});

/** Those of a handoff by its number. */
export function closuresOf({ byHandoff, everywhere }: Closures, handoff: number): readonly HandoffClosure[] {
  return byHandoff.get(handoff) ?? everywhere;
}

/** `handoffs`: number by name. A closure of what the configuration does not have closes nothing. */
export function compileClosures(
  kept: readonly KeptClosure[],
  configuration: Configuration,
  handoffs: ReadonlyMap<string, number>,
): Closures {
  if (kept.length === 0) return NO_CLOSURES;
  const sets: string[][] = [[]];
  const found = kept.map((one) => ({ scope: one.closure.scope, ...untold(one, sets) }));
  const everywhere = found.filter(({ scope }) => scope.handoff === undefined);
  const named = new Set(found.map(({ scope }) => scope.handoff).filter((name) => name !== undefined));
  const byHandoff = new Map<number, readonly HandoffClosure[]>();
  for (const name of named) {
    const handoff = handoffs.get(name);
    if (handoff === undefined) continue;
    const queues = configuration.handoffs[handoff]?.destination.map((queue) => queue.name) ?? [];
    const own = found.filter(({ scope }) => scope.handoff === undefined || scope.handoff === name);
    byHandoff.set(
      handoff,
      own.map(({ scope, ...one }) => ({ ...one, places: placesOf(scope.queue, queues) })),
    );
  }
  return {
    since: found.reduce((first, { since }) => Math.min(first, since), Number.POSITIVE_INFINITY),
    until: found.reduce((last, { until }) => Math.max(last, until), 0),
    languages: new LanguageRows(sets, canonicalLanguage),
    everywhere: everywhere.map(({ scope, ...one }) => one),
    byHandoff,
  };
}

/** What there is to say before the handoff is known. Adds the closure's language to `sets`. */
function untold(kept: KeptClosure, sets: string[][]): HandoffClosure {
  const { scope, since, until } = kept.closure;
  return {
    kept,
    since: since / MS_PER_MINUTE,
    until: until === undefined ? Number.POSITIVE_INFINITY : until / MS_PER_MINUTE,
    channels: scope.channel === undefined ? ALL_CHANNELS : 1 << channelPlace(scope.channel),
    languages: scope.language === undefined ? 0 : sets.push([NAMED, scope.language]) - 1,
    places: undefined,
  };
}

/** The places of the queues that are meant, by place or by name; undefined where none in particular is. */
export function placesOf(queue: string | number | undefined, names: readonly string[]): readonly number[] | undefined {
  if (queue === undefined) return undefined;
  return [...names.keys()].filter((place) => place === queue || names[place] === queue);
}
