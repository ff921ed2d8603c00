import type { HandoffConfiguration } from "./config/types.ts";
import type { Live } from "./live.ts";
import { type Interval, Queue } from "./queue.ts";
import { horizon } from "./range.ts";
import type { RoutingTable } from "./resolve/build-routing-table.ts";
import { firstOpenByTimeline, nextTurn, resolutionOf, type Turn, turnAt, type View } from "./resolve/changes.ts";
import { channelPlace } from "./resolve/channels.ts";
import { explainQueues } from "./resolve/explain.ts";
import type { Explanation } from "./resolve/explanation.ts";
import type { Request } from "./resolve/request.ts";
import { functionNameOf, type Resolution, type Unavailable, unavailableResolution } from "./resolve/resolution.ts";
import { firstOpen, OUTSIDE } from "./resolve/resolver.ts";
import { servesChannel, servesLanguage } from "./resolve/routes.ts";
import { timeline } from "./resolve/timeline.ts";
import type { State } from "./state.ts";
import { checkRange } from "./time/check-range.ts";
import { FIRST_INSTANT, LAST_INSTANT, MS_PER_MINUTE } from "./time/instant.ts";

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
  #table: RoutingTable;
  #index: number;
  readonly name: string;
  #configuration: HandoffConfiguration;
  #queues: readonly Queue[] | undefined;
  #gone: Unavailable | undefined;

  /** @internal */
  constructor(live: Live, name: string) {
    const { state } = live;
    this.#live = live;
    this.#table = state.table;
    this.#index = state.handoffs.get(name) as number;
    this.name = name;
    this.#configuration = state.configuration.handoffs[this.#index] as HandoffConfiguration;
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
    const asked = request ?? NOW;
    const { at } = asked;
    // Written out: a number that is handed to a function which the compiler does not inline is boxed, that is allocated.
    const isGiven = typeof at === "number" && at >= FIRST_INSTANT && at <= LAST_INSTANT;
    const minute = isGiven ? Math.floor(at / MS_PER_MINUTE) : this.#live.minuteOf(at);
    const { table, tree } = this.#live.state;
    const handoff = table === this.#table ? this.#index : this.#indexIn(this.#live.state);
    if (handoff === GONE) return this.#unavailableForGood();
    const language = table.languages.rowFor(asked.language);
    const queue = firstOpen(table, tree, handoff, minute, channelPlace(asked.channel), language);
    if (queue !== OUTSIDE) return resolutionOf(table, handoff, queue);
    this.#live.enter(minute);
    const view = this.#view(asked, minute);
    return resolutionOf(view.table, view.handoff, firstOpenByTimeline(view, minute));
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
    const { table, zones } = this.#live.state;
    const index = this.#indexIn(this.#live.state);
    const explained = { handoff: this.name, at, resolution, zones: { name: zones.name, version: zones.version } };
    if (index === GONE) return { ...explained, queues: [] };
    const place = channelPlace(channel);
    const row = table.languages.rowFor(language);
    const first = table.firstQueue[index] as number;
    const eligibility = this.#configuration.destination.map((_, i) => ({
      channel: servesChannel(table, first + i, place) === 1,
      language: servesLanguage(table, first + i, row) === 1,
    }));
    const asked = { minute, channel, language };
    return { ...explained, queues: explainQueues(this.#configuration, asked, eligibility, zones) };
  }

  /** Follows the serving configuration. @internal */
  keepUp(): void {
    this.#indexIn(this.#live.state);
  }

  #view(request: Pick<Request, "channel" | "language">, limit: number): View {
    const { state } = this.#live;
    return {
      table: state.table,
      timeline: timeline(state.tree, state.numbers.schedules, state.zones),
      handoff: this.#indexIn(state),
      channel: channelPlace(request.channel),
      language: state.table.languages.rowFor(request.language),
      limit,
      ahead: new Map(),
    };
  }

  /** Finds itself again after a replace. */
  #indexIn(state: State): number {
    if (state.table === this.#table) return this.#index;
    this.#table = state.table;
    this.#index = state.handoffs.get(this.name) ?? GONE;
    this.#queues = undefined;
    if (this.#index === GONE) return GONE;
    this.#configuration = state.configuration.handoffs[this.#index] as HandoffConfiguration;
    this.#gone = undefined;
    return this.#index;
  }

  #unavailableForGood(): Unavailable {
    this.#gone ??= unavailableResolution(this.#configuration);
    return this.#gone;
  }
}
