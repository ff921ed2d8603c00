import type { AgentRequest, TransferRequest } from "./agent/agent-request.ts";
import { type Briefing, briefingOf } from "./agent/briefing.ts";
import { type FunctionTool, functionTool } from "./agent/function-tool.ts";
import { type TransferResult, transferTo } from "./agent/transfer.ts";
import type { HandoffConfiguration } from "./config/types.ts";
import type { Live } from "./live.ts";
import { type Interval, Queue } from "./queue.ts";
import { horizon } from "./range.ts";
import { answersStart, NO_ANSWERS, type RoutingTable } from "./resolve/build-routing-table.ts";
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
import { resolutionOf } from "./resolve/resolution-of.ts";
import { firstOpen, NONE } from "./resolve/resolver.ts";
import { servesChannel, servesLanguage } from "./resolve/routes.ts";
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

const NOW: Request = Object.freeze({});
const GONE = -1;

/**
 * A handoff by name. It stays good when the configuration is replaced; if the new one has no handoff of this name, it
 * is unavailable, with the last instructions it had for that.
 */
export class Handoff {
  // What `resolve` reads comes first: of many handoffs, the processor then fetches one cache line each.
  readonly #live: Live;
  /** The table in which it has looked for itself. */
  #table: RoutingTable | undefined;
  #first = 0;
  #end = 0;
  /** Where its answers begin. */
  #answers = NO_ANSWERS;
  #index = GONE;
  readonly name: string;
  #configuration: HandoffConfiguration;
  #queues: readonly Queue[] | undefined;
  #gone: Unavailable | undefined;

  /** @internal */
  constructor(live: Live, name: string) {
    this.#live = live;
    this.name = name;
    const { state } = live;
    this.#configuration = state.configuration.handoffs[state.handoffs.get(name) as number] as HandoffConfiguration;
    this.#indexIn(state);
  }

  /** The function that may be offered to the agent while the handoff is available. */
  get functionName(): string {
    return functionNameOf(this.configuration);
  }

  /** The handoff as it is configured now; one that a replace removed, as it was last. */
  get configuration(): HandoffConfiguration {
    this.#indexIn(this.#live.state);
    return this.#configuration;
  }

  /** The queues of the destination, in order. */
  get queues(): readonly Queue[] {
    if (this.#indexIn(this.#live.state) === GONE) return [];
    const indexIn = this.#indexIn.bind(this);
    this.#queues ??= this.#configuration.destination.map((_, i) => new Queue(this.#live, indexIn, i));
    return this.#queues;
  }

  /**
   * The answer for a request: an object that was frozen when the configuration was compiled.
   * Throws a RangeError when `at` is no instant, and nothing else.
   */
  resolve(request?: Request): Resolution {
    const { at, channel, language } = request ?? NOW;
    // Written out: a number that is handed to a function which the compiler does not inline is boxed, that is allocated.
    const minute = (typeof at === "number" ? at : this.#live.instantOf(at)) / MS_PER_MINUTE;
    const { state } = this.#live;
    const { table, front } = state;
    if (table !== this.#table) this.#indexIn(state);
    const { answers, languages } = table;
    // Looked at before the queues: where answers are many, the memory is on its way with them while queues are read.
    const isHere = answers[this.#answers] !== undefined;
    if (!(isHere && minute >= front.firstMinute && minute < front.endMinute)) {
      return this.#resolveBeside(request, Math.floor(minute));
    }
    const row = languages.rowFor(language);
    const place = firstOpen(table, front, this.#first, this.#end, minute | 0, channelPlace(channel), row);
    // See INVARIANT (answers side by side): NONE leads to the first of the handoff's.
    return answers[this.#answers + 1 + place] as Resolution;
  }

  /**
   * When the answer changes next, and to what; undefined if not within the window (outside it: not within its length).
   * Throws a RangeError when `at` is no instant.
   */
  nextChange(request?: Request): Change | undefined {
    const asked = request ?? NOW;
    const minute = this.#live.minuteOf(asked.at);
    this.#live.enter(minute);
    const view = this.#view(asked, horizon(this.#live.state, minute));
    if (view.handoff === GONE) return undefined;
    const next = nextTurn(view, turnAt(view, minute));
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
    const view = this.#view(asked, to / MS_PER_MINUTE);
    const found: ServedInterval[] = [];
    if (view.handoff === GONE || from >= to) return found;
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
    const { table, zones, closures } = this.#live.state;
    const index = this.#indexIn(this.#live.state);
    const explained = { handoff: this.name, at, resolution, zones: zoneData(zones) };
    if (index === GONE) return { ...explained, told: undefined, queues: [] };
    const place = channelPlace(channel);
    const row = table.languages.rowFor(language);
    const closedFor = closures.languages.rowFor(language);
    const first = table.firstQueue[index] as number;
    const whole = wholeClosure(closures, index, minute, place, closedFor);
    const eligibility = this.#configuration.destination.map((_, i) => ({
      channel: servesChannel(table, first + i, place) === 1,
      language: servesLanguage(table, first + i, row) === 1,
      closure: (whole ?? placeClosure(closures, index, minute, i))?.kept.closure,
    }));
    const queues = explainQueues(this.#configuration, { minute, channel, language }, eligibility, zones);
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

  /** Follows the serving configuration. @internal */
  keepUp(): void {
    this.#indexIn(this.#live.state);
  }

  /**
   * Of a handoff that is gone, and of minutes that the front does not cover: closures may hold there, or the window does not
   * reach so far.
   */
  #resolveBeside(request: Request | undefined, whole: number): Resolution {
    const { at, channel: askedChannel, language: tag } = request ?? NOW;
    // Handing the instant on to be divided again would box it.
    const minute = whole >= FIRST_MINUTE && whole < LAST_MINUTE ? whole : this.#live.minuteOf(at);
    if (this.#indexIn(this.#live.state) === GONE) return this.#unavailableForGood();
    this.#live.enter(minute);
    const { table, closures } = this.#live.state;
    const handoff = this.#indexIn(this.#live.state);
    const channel = channelPlace(askedChannel);
    const language = table.languages.rowFor(tag);
    const closedFor = closures.languages.rowFor(tag);
    const { timeline } = this.#live;
    const queue = firstOpenUnlessClosed(table, timeline, closures, handoff, minute, channel, language, closedFor);
    return queue === NONE
      ? unavailableAt(table, closures, handoff, minute, channel, language, closedFor)
      : resolutionOf(table, handoff, queue);
  }

  #view(request: Pick<Request, "channel" | "language">, limit: number): View {
    const { state } = this.#live;
    return {
      table: state.table,
      timeline: this.#live.timeline,
      closures: state.closures,
      handoff: this.#indexIn(state),
      channel: channelPlace(request.channel),
      language: state.table.languages.rowFor(request.language),
      closedFor: state.closures.languages.rowFor(request.language),
      limit,
      ahead: new Map(),
    };
  }

  /** Finds itself again after a replace. */
  #indexIn(state: State): number {
    const { table } = state;
    if (table === this.#table) return this.#index;
    const index = state.handoffs.get(this.name) ?? GONE;
    this.#table = table;
    this.#index = index;
    this.#queues = undefined;
    this.#answers = NO_ANSWERS;
    if (index === GONE) return GONE;
    this.#first = table.firstQueue[index] as number;
    this.#end = table.firstQueue[index + 1] as number;
    this.#answers = answersStart(table, index);
    this.#configuration = state.configuration.handoffs[index] as HandoffConfiguration;
    this.#gone = undefined;
    return index;
  }

  #unavailableForGood(): Unavailable {
    this.#gone ??= unavailableResolution(this.#configuration);
    return this.#gone;
  }
}
