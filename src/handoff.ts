import type { AgentRequest, TransferRequest } from "./agent/agent-request.ts";
import { type Briefing, briefingOf } from "./agent/briefing.ts";
import { type FunctionTool, functionTool } from "./agent/function-tool.ts";
import { type TransferResult, transferTo } from "./agent/transfer.ts";
import type { HandoffConfiguration } from "./config/types.ts";
import type { Live } from "./live.ts";
import { type Interval, Queue } from "./queue.ts";
import { horizon } from "./range.ts";
import { nextTurn, type Turn, turnAt, type View } from "./resolve/changes.ts";
import { channelPlace } from "./resolve/channels.ts";
import {
  firstOpenUnlessClosed,
  placeClosure,
  toldClosure,
  unavailableAt,
  wholeClosure,
} from "./resolve/closed-routes.ts";
import { explainQueues } from "./resolve/explain.ts";
import type { Explanation } from "./resolve/explanation.ts";
import type { Request } from "./resolve/request.ts";
import { functionNameOf, type Resolution, type Unavailable, unavailableResolution } from "./resolve/resolution.ts";
import { firstOpen } from "./resolve/resolver.ts";
import { endOfQueues, servesChannel, servesLanguage } from "./resolve/routes.ts";
import type { State } from "./state.ts";
import { checkRange } from "./time/check-range.ts";
import { FIRST_MINUTE, LAST_INSTANT, LAST_MINUTE, MS_PER_MINUTE } from "./time/instant.ts";
import { zoneData } from "./time/zone-data.ts";

/** From `at` (epoch milliseconds) on the answer is `resolution`. */
export interface Change {
  readonly at: number;
  readonly resolution: Resolution;
}

/** A stretch in which one queue serves the request. */
export interface ServedInterval extends Interval {
  readonly queue: string;
}

/** Half-open `[from, to)` in epoch milliseconds: from now to the end of the window where left out. */
export interface RangeRequest {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly channel?: string | undefined;
  readonly language?: string | undefined;
}

/** The handles of its queues, frozen: all of them must be told when another table serves. */
interface QueueHandles {
  /** Of the destination as it is. */
  readonly now: readonly Queue[];
  /** By place, of as many places as there ever were. */
  readonly ever: readonly Queue[];
}

/** What is left of a handoff that a replace removed. */
interface Gone {
  readonly configuration: HandoffConfiguration;
  readonly resolution: Unavailable;
}

/** Where the queues of a handoff stand that is gone. */
const NOWHERE = -1;

// A constant of this module, which the compiler takes for what it is: those of another, it looks up and compares anew.
const search = firstOpen;

/** Assigned by the class, whose fields it reads: a call of a private method is longer than all that the hot path may be. */
let resolveBeside: (handle: Handoff, request: Request | undefined) => Resolution;

const NOW: Request = Object.freeze({});
const NO_QUEUES: readonly Queue[] = Object.freeze([]);
const GONE: WeakMap<Handoff, Gone> = new WeakMap();
const QUEUES: WeakMap<Handoff, QueueHandles> = new WeakMap();

/**
 * A handoff by name. It stays good when the configuration is replaced; if the new one has no handoff of this name, it
 * is unavailable, with the last instructions it had for that.
 */
export class Handoff {
  // No more than what `resolve` reads, and the name: among many handles the processor waits for the memory of each. What
  // few of them have is in maps, and private methods are static, since others take a field.
  readonly #live: Live;
  /** The number of its first queue, or NOWHERE. */
  #first = 0;
  readonly name: string;

  /** @internal */
  constructor(live: Live, name: string) {
    this.#live = live;
    this.name = name;
    this.#first = firstQueueOf(live.state, live.state.handoffs.get(name));
  }

  /** The function that may be offered to the agent while the handoff is available. */
  get functionName(): string {
    return functionNameOf(this.configuration);
  }

  /**
   * Its number in this engine, for `engine.resolveNumber`: a whole number that says nothing else. It is good as long as the
   * engine lives, whatever is replaced; not in another engine, or in this one started anew. After a replace that gives the
   * handoff more queues than there was room for, it is another one, which is quicker: the one before leads to the handle.
   */
  get number(): number {
    return this.#live.numberOf(this.name);
  }

  /** The handoff as it is configured now; one that a replace removed, as it was last. */
  get configuration(): HandoffConfiguration {
    const { configuration, handoffs } = this.#live.state;
    const handoff = handoffs.get(this.name);
    return handoff === undefined
      ? (GONE.get(this) as Gone).configuration
      : (configuration.handoffs[handoff] as HandoffConfiguration);
  }

  /** The queues of the destination, in order. */
  get queues(): readonly Queue[] {
    const { configuration, handoffs } = this.#live.state;
    const handoff = handoffs.get(this.name);
    if (handoff === undefined) return NO_QUEUES;
    const { destination } = configuration.handoffs[handoff] as HandoffConfiguration;
    const known = QUEUES.get(this);
    if (known?.now.length === destination.length) return known.now;
    const now = destination.map((_, place) => known?.ever[place] ?? new Queue(this.#live, this.name, place));
    const ever = [...now, ...(known?.ever.slice(now.length) ?? [])];
    QUEUES.set(this, { now: Object.freeze(now), ever: Object.freeze(ever) });
    return now;
  }

  /**
   * The answer for a request: an object that was frozen when the configuration was compiled.
   * Throws a RangeError when `at` is no instant, and nothing else.
   */
  resolve(request?: Request): Resolution {
    const { at, channel, language } = request ?? NOW;
    // Written out: a number that is handed to a function which the compiler does not inline is boxed, that is allocated.
    const live = this.#live;
    const minute = (typeof at === "number" ? at : live.instantOf(at)) / MS_PER_MINUTE;
    const { table, front } = live;
    const first = this.#first;
    if (first >= 0 && minute >= front.firstMinute && minute < front.endMinute) {
      return table.answers[search(table, front, first, minute | 0, channel, language)] as Resolution;
    }
    return resolveBeside(this, request);
  }

  /**
   * When the answer changes next, and to what; undefined if not within the window (outside it: not within its length).
   * Throws a RangeError when `at` is no instant.
   */
  nextChange(request?: Request): Change | undefined {
    const asked = request ?? NOW;
    const minute = this.#live.minuteOf(asked.at);
    this.#live.enter(minute);
    const view = Handoff.#view(this, asked, horizon(this.#live.state, minute));
    const next = view && nextTurn(view, turnAt(view, minute));
    return next && { at: next.minute * MS_PER_MINUTE, resolution: next.resolution };
  }

  /**
   * The stretches of `[from, to)` in which the handoff is available, and by which queue. Throws a RangeError when an end
   * is no instant, or both are more than 100 years apart.
   */
  intervals(request?: RangeRequest): readonly ServedInterval[] {
    const asked: RangeRequest = request ?? NOW;
    const from = asked.from ?? this.#live.now();
    const { tree } = this.#live.state;
    const to = asked.to ?? Math.min(Math.max(from, tree.endMinute * MS_PER_MINUTE), LAST_INSTANT);
    checkRange(from, to);
    const minute = this.#live.minuteOf(from);
    this.#live.enter(minute, Math.ceil(to / MS_PER_MINUTE) - 1);
    const view = Handoff.#view(this, asked, to / MS_PER_MINUTE);
    const found: ServedInterval[] = [];
    if (view === undefined || from >= to) return found;
    let turn: Turn | undefined = turnAt(view, minute);
    for (let start = from; turn !== undefined; ) {
      const next = nextTurn(view, turn);
      const end = next === undefined ? to : next.minute * MS_PER_MINUTE;
      if (turn.resolution.available) found.push({ start, end, queue: turn.resolution.queue });
      turn = next;
      start = end;
    }
    return found;
  }

  /** Every queue in order, its verdict and the rule that decided. Throws a RangeError when `at` is no instant. */
  explain(request?: Request): Explanation {
    const { channel, language, at: given } = request ?? NOW;
    const at = given ?? this.#live.now();
    const minute = this.#live.minuteOf(at);
    const resolution = this.resolve({ at, channel, language });
    const { table, zones, closures, handoffs } = this.#live.state;
    const index = handoffs.get(this.name);
    const explained = { handoff: this.name, at, resolution, zones: zoneData(zones) };
    if (index === undefined) return { ...explained, told: undefined, queues: [] };
    const place = channelPlace(channel);
    const row = table.languages.rowFor(language);
    const closedFor = closures.languages.rowFor(language);
    const first = table.firstQueue[index] as number;
    const whole = wholeClosure(closures, index, minute, place, closedFor);
    const { configuration } = this;
    const eligibility = configuration.destination.map((_, i) => ({
      channel: servesChannel(table, first + i, place) === 1,
      language: servesLanguage(table, first + i, row) === 1,
      closure: (whole ?? placeClosure(closures, index, minute, i))?.kept.closure,
    }));
    const queues = explainQueues(configuration, { minute, channel, language }, eligibility, zones);
    const told = resolution.available
      ? undefined
      : toldClosure(table, closures, index, minute, place, row, closedFor)?.kept.closure;
    return { ...explained, told, queues };
  }

  /** The function that may be offered to an agent; none while the handoff is unavailable. Throws as `resolve` does. */
  tool(request?: Request): FunctionTool | undefined {
    return functionTool(this, this.#live.state, this.resolve(request));
  }

  /** What is put in front of the model: instructions, a sentence, and facts. Throws as `resolve` does. */
  briefing(request?: AgentRequest): Briefing {
    return briefingOf(this, this.#live.state, this.#live.dated(request));
  }

  /**
   * What to do when the agent calls the function: availability and arguments (an object, or its JSON text) are checked
   * at this instant. Throws a RangeError when `at` or `since` is no instant or `holdMs` no time up to a day; all else that
   * may be wrong is a result.
   */
  transfer(request?: TransferRequest, given?: unknown): TransferResult {
    return transferTo(this, this.#live.state, this.#live.dated(request), given);
  }

  /** Goes over to the tables that serve, with its queues; `handoff` is its number there. @internal */
  follow(before: State, state: State, handoff: number | undefined): void {
    this.moveTo(firstQueueOf(state, handoff));
    for (const queue of QUEUES.get(this)?.ever ?? []) queue.follow(state, handoff);
    const last = before.handoffs.get(this.name);
    if (handoff !== undefined) GONE.delete(this);
    else if (last !== undefined) {
      const configuration = before.configuration.handoffs[last] as HandoffConfiguration;
      GONE.set(this, { configuration, resolution: unavailableResolution(configuration) });
    }
  }

  /** Its queues stand elsewhere, and are the same. @internal */
  moveTo(first: number): void {
    this.#first = first;
  }

  /**
   * Of a handoff that is gone, and of minutes that the front does not cover: closures may hold there, or the window does not
   * reach so far.
   */
  static {
    resolveBeside = (handle, request) => {
      const live = handle.#live;
      const { at, channel: askedChannel, language: tag } = request ?? NOW;
      // Divided anew, and the clock not read again: handing the minute on would box it.
      const whole = Math.floor((typeof at === "number" ? at : live.asked) / MS_PER_MINUTE);
      const minute = whole >= FIRST_MINUTE && whole < LAST_MINUTE ? whole : live.minuteOf(at);
      if (handle.#first !== NOWHERE) live.enter(minute);
      const { table, closures, handoffs } = live.state;
      const handoff = handoffs.get(handle.name);
      // Also when it was there before: the clock is the host's, and may have it replaced.
      if (handoff === undefined) return (GONE.get(handle) as Gone).resolution;
      const channel = channelPlace(askedChannel);
      const language = table.languages.rowFor(tag);
      const closedFor = closures.languages.rowFor(tag);
      const { timeline } = live;
      const queue = firstOpenUnlessClosed(table, timeline, closures, handoff, minute, channel, language, closedFor);
      return queue === endOfQueues(table, handoff)
        ? unavailableAt(table, closures, handoff, minute, channel, language, closedFor)
        : (table.answers[queue] as Resolution);
    };
  }

  /** Undefined for a handoff that is gone. */
  static #view(handle: Handoff, request: Pick<Request, "channel" | "language">, limit: number): View | undefined {
    const live = handle.#live;
    const { table, closures, handoffs } = live.state;
    const handoff = handoffs.get(handle.name);
    if (handoff === undefined) return undefined;
    return {
      table,
      timeline: live.timeline,
      closures,
      handoff,
      channel: channelPlace(request.channel),
      language: table.languages.rowFor(request.language),
      closedFor: closures.languages.rowFor(request.language),
      limit,
      ahead: new Map(),
    };
  }
}

function firstQueueOf({ table: { firstQueue } }: State, handoff: number | undefined): number {
  return handoff === undefined ? NOWHERE : (firstQueue[handoff] as number);
}
