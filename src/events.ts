import type { EngineEvents, EventName, Listener, ListenerFailure } from "./engine-events.ts";
import type { Timers } from "./timers.ts";

/** Who is told, and of what kind it is. */
export interface Subscription {
  readonly name: EventName;
  readonly listener: (event: never) => unknown;
  isOver: boolean;
}

export function subscription<Name extends EventName>(name: Name, listener: Listener<Name>): Subscription {
  return { name, listener, isOver: false };
}

/**
 * Tells listeners what has happened: never from within the call that made it happen, so that no listener can delay an
 * answer, see a state that is half made, or recur. What a listener causes is told after others had their turn.
 */
export class Events {
  readonly #clock: () => number;
  readonly #timers: Timers;
  readonly #all = new Map<EventName, Set<Subscription>>();
  #waiting: { readonly to: Subscription; readonly event: EngineEvents[EventName] }[] = [];
  #failures = 0;
  #lastFailure: ListenerFailure | undefined;

  constructor(clock: () => number, timers: Timers) {
    this.#clock = clock;
    this.#timers = timers;
  }

  /** What listeners did wrong since the engine was made. */
  get failures(): { readonly count: number; readonly last: ListenerFailure | undefined } {
    return { count: this.#failures, last: this.#lastFailure };
  }

  /** Returns what ends it: from then on the listener is told nothing, not even what has happened before. */
  on<Name extends EventName>(name: Name, listener: Listener<Name>): () => void {
    const made = subscription(name, listener);
    const all = this.#all.get(name) ?? new Set();
    this.#all.set(name, all.add(made));
    return () => {
      made.isOver = true;
      all.delete(made);
    };
  }

  /** To those who listen now. */
  emit<Name extends EventName>(name: Name, event: EngineEvents[Name]): void {
    for (const to of this.#all.get(name) ?? []) this.tell(to, event);
  }

  tell(to: Subscription, event: EngineEvents[EventName]): void {
    if (this.#waiting.push({ to, event }) === 1) this.#timers.soon(() => this.flush());
  }

  /** What happens meanwhile waits for the next time. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { to, event } of waiting) {
      if (!to.isOver) this.contain(to.name, () => to.listener(event as never));
    }
  }

  /** Does what may throw, or reject, and tells of it. */
  contain(name: EventName, task: () => unknown): void {
    try {
      const done = task() as { readonly then?: unknown } | null | undefined;
      if (typeof done?.then === "function") Promise.resolve(done).catch((error) => this.#fail(name, error));
    } catch (error) {
      this.#fail(name, error);
    }
  }

  #fail(event: EventName, error: unknown): void {
    const failure = { at: this.#now(), event, message: messageOf(error) };
    this.#failures++;
    this.#lastFailure = failure;
    // A listener to errors that fails itself is counted, or it would be told of that for ever.
    if (event !== "error") this.emit("error", { ...failure, error });
  }

  /** The clock is the host's too. */
  #now(): number {
    try {
      return this.#clock();
    } catch {
      return Number.NaN;
    }
  }
}

function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? String(error.message) : String(error);
  } catch {
    return "something that cannot be shown was thrown";
  }
}
