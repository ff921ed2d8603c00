import type { Timers } from "../../src/index.ts";

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** A wall clock, and timers that measure another time than it shows, as those of a machine do. */
export class FakeTime {
  /** Timers called back so far. */
  wakes = 0;
  /** How much too early timers call back. */
  early = 0;
  /** What `after` was asked for, in order. */
  readonly waits: number[] = [];
  #wall: number;
  #monotonic = 0;
  readonly #timers = new Set<Timer>();
  #soon: (() => void)[] = [];

  constructor(now: number) {
    this.#wall = now;
  }

  readonly now = (): number => this.#wall;

  readonly timers: Timers = {
    after: (ms, callback) => {
      this.waits.push(ms);
      const timer = { due: this.#monotonic + ms - this.early, callback };
      this.#timers.add(timer);
      return () => this.#timers.delete(timer);
    },
    soon: (callback) => {
      this.#soon.push(callback);
    },
  };

  /** Timers that wait. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Deliveries that wait for their turn. */
  get undelivered(): number {
    return this.#soon.length;
  }

  /** Lets time pass. */
  advance(ms: number): void {
    const end = this.#monotonic + ms;
    this.settle();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#pass(Math.max(next.due, this.#monotonic));
      this.#timers.delete(next);
      this.wakes++;
      next.callback();
      this.settle();
    }
    this.#pass(end);
  }

  /** Lets time pass up to a reading of the wall clock. */
  advanceTo(instant: number): void {
    this.advance(instant - this.#wall);
  }

  /** Sets the wall clock, or suspends the machine: timers do not notice. */
  leap(ms: number): void {
    this.#wall += ms;
  }

  /** What was to happen soon, once: what that leads to waits. */
  turn(): void {
    const soon = this.#soon;
    this.#soon = [];
    for (const callback of soon) callback();
  }

  settle(): void {
    for (let turns = 0; this.#soon.length > 0 && turns < 100; turns++) this.turn();
  }

  #next(end: number): Timer | undefined {
    const due = [...this.#timers].filter((timer) => timer.due <= end);
    return due.sort((one, other) => one.due - other.due)[0];
  }

  #pass(monotonic: number): void {
    this.#wall += monotonic - this.#monotonic;
    this.#monotonic = monotonic;
  }
}
