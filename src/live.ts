import { broughtBefore, type KeptClosures, lastDone, stillKept } from "./kept-closures.ts";
import { type ByNumber, Numbers } from "./numbers.ts";
import type { RoutingTable } from "./resolve/build-routing-table.ts";
import type { Request } from "./resolve/request.ts";
import { type Timeline, timeline } from "./resolve/timeline.ts";
import { closedState, rolledState, type State, treeBuilder } from "./state.ts";
import { instantError, isInstant, MS_PER_DAY, MS_PER_MINUTE } from "./time/instant.ts";
import { covers, type Tree } from "./tree/tree.ts";
import type { TreeBuilder, Window } from "./tree/tree-builder.ts";
import { endOf, holds, type WindowOptions, windowAround } from "./window.ts";

/** Decides how long one use may work on a roll: called at its start, and then after each schedule. */
export type Budget = () => () => boolean;

/** A roll that takes longer is spread over the next uses: whoever asks for a resolution must not wait for a calendar. */
const ROLL_MS = 1;

const oneMillisecond: Budget = () => {
  const end = performance.now() + ROLL_MS;
  return () => performance.now() < end;
};

/** A roll that failed is tried again after an hour. */
const RETRY_MS = 3_600_000;

/** Why the window could not be moved. */
export interface RollFailure {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly message: string;
}

/** The one place that changes: which state serves, and the clock that moves its window. */
export class Live {
  #state: State;
  /** INVARIANT (near at hand): the table and the front of the state that serves, for answers to read; written with it alone. */
  table: RoutingTable;
  front: Tree;
  /** The same table or one like it, for those who ask by number. */
  byNumber: ByNumber;
  /** What numbers of handoffs are salted with. */
  readonly salt: number;
  readonly #numbers: Numbers;
  /** The now of the last request that gave no instant. */
  asked = 0;
  /** Requests for instants outside the window, answered from the rules. */
  outsideWindow = 0;
  rollFailure: RollFailure | undefined;
  /** Called when another routing table serves than before, in the same instant: nothing of the host's may run there. */
  onTable: ((before: State, state: State) => void) | undefined;
  /** Called when the window has moved on. */
  onRoll: ((now: number) => void) | undefined;
  readonly windowOptions: WindowOptions;
  readonly #clock: () => number;
  readonly #budget: Budget;
  /** From here on the clock has left the day that the window was made for. */
  #rollAt: number;
  #roll: TreeBuilder | undefined;
  #isGoingOn = false;
  #closures: KeptClosures = [];
  #timeline: Timeline | undefined;
  /** While the clock shows an instant within `[calmFrom, calmTo)`, and no roll is under way, there is nothing to do. */
  #calmFrom = 0;
  #calmTo = 0;

  constructor(
    clock: () => number,
    windowOptions: WindowOptions,
    compile: (window: Window) => State,
    budget: Budget = oneMillisecond,
  ) {
    this.#clock = clock;
    this.#budget = budget;
    this.windowOptions = windowOptions;
    const now = this.#read();
    this.#state = compile(windowAround(now, windowOptions));
    this.table = this.#state.table;
    this.front = this.#state.front;
    this.#numbers = new Numbers(this.#state);
    this.byNumber = this.#numbers.table;
    this.salt = this.#numbers.salt;
    this.#rollAt = nextMidnight(now);
    this.#calmDown(now);
  }

  get state(): State {
    return this.#state;
  }

  /** When the schedules of the state that serves are open. */
  get timeline(): Timeline {
    const { tree, numbers, zones } = this.state;
    this.#timeline ??= timeline(tree, numbers.schedules, zones);
    return this.#timeline;
  }

  /** The number of the handoff of that name, which was there once. */
  numberOf(name: string): number {
    const number = this.#numbers.numberOf(name, this.#state);
    this.byNumber = this.#numbers.table;
    return number;
  }

  /** Undefined when no handoff has that number. */
  nameOf(number: number): string | undefined {
    return this.#numbers.nameOf(number, this.#state);
  }

  /** What has been closed by hand. */
  get closures(): KeptClosures {
    return this.#closures;
  }

  /** Whether a roll is under way: the window will move with the next uses. */
  get rolling(): boolean {
    return this.#roll !== undefined;
  }

  /** Epoch milliseconds of now. Rolls the window when a day has passed: checked on use, so no timer keeps a host awake. */
  now(): number {
    const now = this.#read();
    if (this.#roll !== undefined || now >= this.#calmTo || now < this.#calmFrom) this.#keepUp(now);
    return now;
  }

  /** A request that says when: now where it did not. */
  dated<Asked extends Request>(request: Asked | null | undefined): Asked & { readonly at: number } {
    const at = request?.at ?? this.now();
    return { ...request, at } as Asked & { readonly at: number };
  }

  /** Now, when the caller gave no instant; that is kept in `asked`. */
  instantOf(at: number | null | undefined): number {
    if (at === undefined || at === null) {
      this.asked = this.now();
      return this.asked;
    }
    if (!isInstant(at)) throw instantError("at", at);
    return at;
  }

  /** The whole minute of an instant that the caller gave or, when there is none, of now. */
  minuteOf(at: number | null | undefined): number {
    return Math.floor(this.instantOf(at) / MS_PER_MINUTE);
  }

  /** For instants that the tree may not cover: rolls if it is the clock that has moved on, else counts one request. */
  enter(first: number, last: number = first): void {
    // Past all closures, the clock tells whether the front may cover what it covered before them.
    const isPast = first >= this.state.closures.until && !covers(this.state.front, first);
    if (this.#coversBoth(first, last) && !isPast) return;
    this.now();
    if (!this.#coversBoth(first, last)) this.outsideWindow++;
  }

  /**
   * Serves another configuration from now on; one assignment, so that no answer mixes two. `next` is given the window
   * and whether the tree that serves has just this one.
   */
  serve(next: (window: Window, isServed: boolean) => State): void {
    const now = this.#read();
    const window = windowAround(now, this.windowOptions);
    const { firstDay, days } = this.state.tree;
    const state = next(window, firstDay === window.firstDay && days === window.days);
    this.#serve(state, this.#closures, now, nextMidnight(now));
    this.rollFailure = undefined;
    this.#roll = undefined;
  }

  /** From now on this is what has been closed by hand; `next` is given what was. */
  keep(next: (closures: KeptClosures) => KeptClosures): void {
    // First: it may put in another state, and the clock, which is the host's, may close something.
    const now = this.now();
    this.#serve(this.state, next(this.#closures), now);
  }

  /** The one place where what serves is put in. What needs much memory comes first: without it, all is as it was. */
  #serve(state: State, closures: KeptClosures, now: number, rollAt = this.#rollAt): void {
    const kept = stillKept(broughtBefore(closures, now), now);
    const before = this.#state;
    const next = closedState(state, kept, Math.floor(now / MS_PER_MINUTE));
    if (before.table !== next.table) this.#numbers.follow(before, next);
    this.#state = next;
    this.#rollAt = rollAt;
    this.table = next.table;
    this.byNumber = this.#numbers.table;
    this.front = next.front;
    this.#timeline = undefined;
    this.#closures = kept;
    this.#calmDown(now);
    if (before.table !== next.table) this.onTable?.(before, next);
  }

  #calmDown(now: number): void {
    const open = this.state.closures.until * MS_PER_MINUTE;
    this.#calmFrom = Math.max(this.#rollAt - MS_PER_DAY, lastDone(this.#closures), now < open ? 0 : open);
    this.#calmTo = now < open ? Math.min(this.#rollAt, open) : this.#rollAt;
  }

  #coversBoth(first: number, last: number): boolean {
    return covers(this.state.tree, first) && (last <= first || covers(this.state.tree, last));
  }

  #keepUp(now: number): void {
    if (this.#roll !== undefined || now >= this.#rollAt || now < this.#rollAt - MS_PER_DAY) this.#keepRolling(now);
    if (now >= this.#calmTo || now < this.#calmFrom) this.#serve(this.state, this.#closures, now);
  }

  #keepRolling(now: number): void {
    const tree = this.state.tree;
    const window = windowAround(now, this.windowOptions);
    const ahead = endOf(window) > tree.firstDay + tree.days;
    // A clock that was set back a little leaves the window where it is: it still holds the instant.
    if (!ahead && now >= tree.firstDay * MS_PER_DAY) {
      this.#roll = undefined;
      this.#rollAt = nextMidnight(now);
      return;
    }
    this.#goOnRolling(window, now);
  }

  /**
   * The tree that serves is left alone until the next one is whole, so answers are exact all the while. A source of zones
   * may be the host's and ask the engine, or replace what serves, while it is read for the roll.
   */
  #goOnRolling(window: Window, now: number): void {
    if (this.#isGoingOn) return;
    this.#isGoingOn = true;
    try {
      // A roll under way is finished first, even when its day has passed meanwhile, so that rare use gets ahead as well.
      if (this.#roll === undefined || !holds(this.#roll.window, now)) {
        this.#roll = treeBuilder(this.state, window, this.state.tree);
        this.#rollAt = nextMidnight(now);
      }
      const roll = this.#roll;
      if (!roll.advance(this.#budget()) || this.#roll !== roll) return;
      this.#serve(rolledState(this.state, roll.finish()), this.#closures, now);
      this.rollFailure = undefined;
      this.onRoll?.(now);
    } catch (error) {
      // Time zones could not be read, or there was no memory. The window that there is serves to its end, and then the rules.
      this.rollFailure = { at: now, message: error instanceof Error ? error.message : String(error) };
      this.#rollAt = now + RETRY_MS;
    } finally {
      this.#isGoingOn = false;
    }
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
