import type { Problem } from "./config/problem.ts";
import type { ZonesRefresh } from "./refresh-zones.ts";
import type { Closure } from "./resolve/closure.ts";
import type { Resolution } from "./resolve/resolution.ts";

/** The answer to a watched request has changed: from `at` on it is `after`. */
export interface AnswerChange {
  readonly handoff: string;
  readonly channel: string | undefined;
  readonly language: string | undefined;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The handoff opened or closed when the two differ in `available`. */
  readonly before: Resolution;
  readonly after: Resolution;
  /** `time`: its hours, or a closure, began or ended. */
  readonly by: "time" | "replace" | "close" | "reopen" | "zones";
}

/** What happens to an engine. `at` is when, by its clock, in epoch milliseconds. */
export interface EngineEvents {
  /** The answer of some handoff, to a request that leaves channel and language out, has changed. */
  readonly change: AnswerChange;
  /** The window has moved on. */
  readonly roll: { readonly at: number; readonly window: { readonly from: number; readonly to: number } };
  /** Another configuration serves. */
  readonly replace: { readonly at: number; readonly revision: number };
  /** A configuration was refused; the last good one goes on serving. */
  readonly refuse: { readonly at: number; readonly problems: readonly Problem[] };
  /** Time-zone data was refreshed, and this is what moved. */
  readonly zones: { readonly at: number; readonly refresh: ZonesRefresh };
  readonly close: { readonly at: number; readonly closure: Closure };
  readonly reopen: { readonly at: number; readonly closures: readonly Closure[] };
  /** A listener, or the callback of a watch, has thrown, or the promise that it returned was rejected. */
  readonly error: ListenerFailure & { readonly error: unknown };
}

export type EventName = keyof EngineEvents;

export const EVENT_NAMES: readonly EventName[] = [
  ...(["change", "roll", "replace", "refuse", "zones", "close", "reopen", "error"] as const),
] satisfies EventName[];

/** Whatever it throws, or rejects with, is kept from everybody else and told as `error`. */
export type Listener<Name extends EventName> = (event: EngineEvents[Name]) => unknown;

/** How a listener failed. */
export interface ListenerFailure {
  /** By the engine's clock, epoch milliseconds; NaN when that fails too. */
  readonly at: number;
  /** What it was told. */
  readonly event: EventName;
  readonly message: string;
}
