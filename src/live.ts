import { rolledState, type State, treeBuilder } from "./state.ts";
import { FIRST_INSTANT, instantError, isInstant, MS_PER_DAY, MS_PER_MINUTE } from "./time/instant.ts";
import { covers } from "./tree/tree.ts";
import type { TreeBuilder, Window } from "./tree/tree-builder.ts";

/** How far the compiled window reaches, in UTC days before and after today. */
export interface WindowOptions {
  readonly pastDays: number;
  readonly aheadDays: number;
}

export function windowAround(now: number, { pastDays, aheadDays }: WindowOptions): Window {
  const today = Math.floor(now / MS_PER_DAY);
  const firstDay = Math.max(today - pastDays, FIRST_INSTANT / MS_PER_DAY);
  return { firstDay, days: today + aheadDays + 1 - firstDay };
}

/** Decides how long one use may work on a roll: called at its start, and then after each schedule. */
export type Budget = () => () => boolean;

/** A roll that takes longer is spread over the next uses: whoever asks for a resolution must not wait for a calendar. */
const ROLL_MS = 2;

const twoMilliseconds: Budget = () => {
  const end = performance.now() + ROLL_MS;
  return () => performance.now() < end;
};

/** The one place that changes: which state serves, and the clock that moves its window. */
export class Live {
  state: State;
  /** Requests for instants outside the window, answered from the rules. */
  outsideWindow = 0;
  readonly windowOptions: WindowOptions;
  readonly #clock: () => number;
  readonly #budget: Budget;
  /** From here on the clock has left the day that the window was made for. */
  #rollAt: number;
  #roll: TreeBuilder | undefined;

  constructor(
    clock: () => number,
    windowOptions: WindowOptions,
    compile: (window: Window) => State,
    budget: Budget = twoMilliseconds,
  ) {
    this.#clock = clock;
    this.#budget = budget;
    this.windowOptions = windowOptions;
    const now = this.#read();
    this.state = compile(windowAround(now, windowOptions));
    this.#rollAt = nextMidnight(now);
  }

  /** Whether a roll is under way: the window will move with the next uses. */
  get rolling(): boolean {
    return this.#roll !== undefined;
  }

  /** Epoch milliseconds of now. Rolls the window when a day has passed: checked on use, so no timer keeps a host awake. */
  now(): number {
    const now = this.#read();
    if (now >= this.#rollAt || now < this.#rollAt - MS_PER_DAY) this.#startRoll(now);
    if (this.#roll !== undefined) this.#goOnRolling(this.#roll);
    return now;
  }

  /** The whole minute of an instant that the caller gave or, when there is none, of now. */
  minuteOf(at: number | null | undefined): number {
    if (at === undefined || at === null) return Math.floor(this.now() / MS_PER_MINUTE);
    if (!isInstant(at)) throw instantError("at", at);
    return Math.floor(at / MS_PER_MINUTE);
  }

  /** For an instant that the tree may not cover: rolls if it is the clock that has moved on, else counts it. */
  enter(minute: number): void {
    if (covers(this.state.tree, minute)) return;
    this.now();
    if (!covers(this.state.tree, minute)) this.outsideWindow++;
  }

  /** Serves another configuration from now on; one assignment, so that no answer mixes two. */
  serve(compile: (window: Window) => State): void {
    const now = this.#read();
    this.state = compile(windowAround(now, this.windowOptions));
    this.#rollAt = nextMidnight(now);
    this.#roll = undefined;
  }

  #startRoll(now: number): void {
    const { tree } = this.state;
    const window = windowAround(now, this.windowOptions);
    const ahead = window.firstDay + window.days > tree.firstDay + tree.rows.length;
    // A clock that was set back a little leaves the window where it is: it still holds the instant.
    if (!ahead && now >= tree.firstDay * MS_PER_DAY) return;
    this.#roll = treeBuilder(this.state, window, tree);
    this.#rollAt = nextMidnight(now);
  }

  /** The tree that serves is left alone until the next one is whole, so answers are exact all the while. */
  #goOnRolling(roll: TreeBuilder): void {
    if (!roll.advance(this.#budget())) return;
    this.state = rolledState(this.state, roll.finish());
    this.#roll = undefined;
  }

  #read(): number {
    const now = this.#clock();
    if (!isInstant(now)) throw instantError("now()", now);
    return now;
  }
}

function nextMidnight(now: number): number {
  return (Math.floor(now / MS_PER_DAY) + 1) * MS_PER_DAY;
}
