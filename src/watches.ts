import type { AnswerChange, Listener } from "./engine-events.ts";
import { type Events, type Subscription, subscription } from "./events.ts";
import type { Handoff } from "./handoff.ts";
import type { Request } from "./resolve/request.ts";
import type { Resolution } from "./resolve/resolution.ts";
import { MS_PER_MINUTE } from "./time/instant.ts";
import type { Timers } from "./timers.ts";

/** The request whose answer is watched. A field that is left out is not filtered on; without a handoff, all are watched. */
export interface WatchRequest {
  readonly handoff?: string | undefined;
  readonly channel?: string | undefined;
  readonly language?: string | undefined;
}

/** What watches need of their engine. */
export interface Watched {
  /** Reads the clock. */
  now(): number;
  /** By name; those that there are now when it is undefined. */
  handoffs(name: string | undefined): readonly Handoff[];
  /** Changes when the handoffs do. */
  configuration(): object;
}

interface Watch {
  readonly request: WatchRequest;
  readonly to: Subscription;
  configuration: object;
  /** What was answered last. */
  readonly answers: Map<Handoff, Resolution>;
}

/** A timer may fire early, and a clock may stand still: then the next wait is twice as long, up to this. */
const LONGEST_WAIT = MS_PER_MINUTE;

/** After a long sleep, so many changes are looked through for the one that is told. */
const MOST_MISSED = 100;

/**
 * Tells when watched answers are no longer what they were. Hours and closures begin and end with whole minutes, so one timer
 * looks once a minute, while anything is watched. To wait for the next change would save little and be late whenever the
 * clock is set or the machine sleeps, for timers measure neither.
 */
export class Watches {
  readonly #engine: Watched;
  readonly #events: Events;
  readonly #timers: Timers;
  readonly #all = new Set<Watch>();
  #callOff: (() => void) | undefined;
  /** The minute in which was looked last. */
  #minute = 0;
  #early = 0;

  constructor(engine: Watched, events: Events, timers: Timers) {
    this.#engine = engine;
    this.#events = events;
    this.#timers = timers;
  }

  /** Returns what ends it. */
  add({ handoff, channel, language }: WatchRequest, listener: Listener<"change">): () => void {
    const to = subscription("change", listener);
    const request = { handoff, channel, language };
    const watch: Watch = { request, to, configuration: this.#engine.configuration(), answers: new Map() };
    const now = this.#engine.now();
    const asked = { ...request, at: now };
    for (const one of this.#engine.handoffs(handoff)) watch.answers.set(one, one.resolve(asked));
    this.#all.add(watch);
    if (this.#callOff === undefined) {
      this.#minute = Math.floor(now / MS_PER_MINUTE);
      this.#wait(untilNextMinute(now));
    }
    return () => {
      to.isOver = true;
      this.#all.delete(watch);
      if (this.#all.size > 0) return;
      this.#callOff?.();
      this.#callOff = undefined;
    };
  }

  /** After whatever may have changed an answer. */
  look(by: AnswerChange["by"]): void {
    if (this.#all.size > 0) this.#events.contain("change", () => this.#lookAt(this.#engine.now(), by));
  }

  #lookAt(now: number, by: AnswerChange["by"]): void {
    for (const watch of this.#all) {
      const { channel, language } = watch.request;
      const asked = { at: now, channel, language };
      for (const [handoff, before] of watch.answers) {
        const after = handoff.resolve(asked);
        if (before === after) continue;
        watch.answers.set(handoff, after);
        if (isSame(before, after)) continue;
        const at = by === "time" ? this.#changedAt(handoff, asked) : now;
        this.#events.tell(watch.to, Object.freeze({ handoff: handoff.name, channel, language, at, before, after, by }));
      }
      if (watch.request.handoff === undefined) this.#followConfiguration(watch, asked);
    }
    this.#minute = Math.floor(now / MS_PER_MINUTE);
  }

  /** Handoffs that are new are watched from now on; those that are gone may come back. */
  #followConfiguration(watch: Watch, asked: Request): void {
    const configuration = this.#engine.configuration();
    if (configuration === watch.configuration) return;
    watch.configuration = configuration;
    for (const one of this.#engine.handoffs(undefined)) {
      if (!watch.answers.has(one)) watch.answers.set(one, one.resolve(asked));
    }
  }

  /** Since when the answer has been what it is: the last change since was looked last, or now where that cannot be told. */
  #changedAt(handoff: Handoff, { at: now, channel, language }: Request & { readonly at: number }): number {
    const minute = Math.floor(now / MS_PER_MINUTE);
    if (minute <= this.#minute) return now;
    let at = minute === this.#minute + 1 ? minute * MS_PER_MINUTE : this.#minute * MS_PER_MINUTE;
    for (let missed = 0; missed < MOST_MISSED; missed++) {
      const next = handoff.nextChange({ at, channel, language });
      if (next === undefined || next.at > now) return at;
      at = next.at;
    }
    return now;
  }

  #wait(ms: number): void {
    this.#callOff = this.#timers.after(ms, () => this.#wake());
  }

  #wake(): void {
    let wait = LONGEST_WAIT;
    this.#events.contain("change", () => {
      const now = this.#engine.now();
      const isEarly = Math.floor(now / MS_PER_MINUTE) === this.#minute;
      this.#early = isEarly ? Math.min(Math.max(this.#early * 2, 1), LONGEST_WAIT) : 0;
      wait = Math.max(untilNextMinute(now), this.#early);
      if (!isEarly) this.#lookAt(now, "time");
    });
    this.#wait(wait);
    this.#events.flush();
  }
}

function untilNextMinute(now: number): number {
  return MS_PER_MINUTE - (now % MS_PER_MINUTE);
}

/** A replace makes other objects that say the same. */
function isSame(one: Resolution, other: Resolution): boolean {
  if (!one.available || !other.available) {
    return one.available === other.available && one.instructions === other.instructions;
  }
  return (
    one.queue === other.queue &&
    one.function_name === other.function_name &&
    one.transfer_function_name === other.transfer_function_name &&
    one.instructions === other.instructions
  );
}
