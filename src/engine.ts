import type { TransferRequest } from "./agent/agent-request.ts";
import { type CallResult, handoffOfFunction, unknownFunction } from "./agent/called-function.ts";
import { type FunctionTool, toolsOf } from "./agent/function-tool.ts";
import { amendState } from "./amend.ts";
import { type CloseOptions, checkMeant, type Meant, makeClosure, meaning } from "./closing.ts";
import { asConfiguration } from "./config/bare-destination.ts";
import { check } from "./config/check.ts";
import { ConfigError } from "./config/config-error.ts";
import { quote } from "./config/quote.ts";
import type { Configuration, Destination, TaskConfiguration } from "./config/types.ts";
import { UnknownNameError } from "./config/unknown-name-error.ts";
import { EVENT_NAMES, type EventName, type Listener } from "./engine-events.ts";
import { Events } from "./events.ts";
import { Handles } from "./handles.ts";
import { Handoff } from "./handoff.ts";
import { inForce, reopened } from "./kept-closures.ts";
import { Live } from "./live.ts";
import { UNMIX } from "./numbers.ts";
import { type EngineOptions, type Settings, settingsOf } from "./options.ts";
import { progressOf } from "./progress.ts";
import { type RefreshOptions, refreshZones, type ZonesRefresh } from "./refresh-zones.ts";
import type { Closure, Scope } from "./resolve/closure.ts";
import type { Request } from "./resolve/request.ts";
import type { Resolution } from "./resolve/resolution.ts";
import { firstOpen } from "./resolve/resolver.ts";
import { Scenarios, type Use } from "./scenarios.ts";
import { makeSnapshot } from "./snapshot.ts";
import { compileState } from "./state.ts";
import { describeState, type Status, windowOf } from "./status.ts";
import { MS_PER_MINUTE } from "./time/instant.ts";
import { type ReadableZones, readableZones } from "./time/readable-zones.ts";
import type { ZoneSource } from "./time/zone.ts";
import { ZoneDataError } from "./time/zone-data-error.ts";
import { type Watched, Watches, type WatchRequest } from "./watches.ts";
import { windowAround } from "./window.ts";
import { type ZonesReport, zonesReport } from "./zones-report.ts";

/**
 * Throws a ConfigError with every problem when the configuration has an error; warnings do not refuse it. Throws a
 * ZoneDataError when time-zone data cannot be used.
 */
export function createEngine(configuration: Configuration | Destination, options: EngineOptions = {}): Engine {
  return new Engine(configuration, settingsOf(options));
}

/** Whose tools: one of the two, or all. */
export interface ToolScope {
  readonly topic?: string;
  readonly task?: string;
}

const NOW: Request = Object.freeze({});
// A constant of this module: see the one of handles.
const search = firstOpen;

/** Answers for the handoffs of a configuration; made by `createEngine`. */
export class Engine {
  #settings: Settings;
  readonly #live: Live;
  readonly #handles = new Handles();
  readonly #events: Events;
  readonly #watches: Watches;
  #refused: Status["refused"];
  #zonesRefused: Status["zonesRefused"];
  #lastClosure = 0;

  /** @internal */
  constructor(configuration: Configuration | Destination, settings: Settings) {
    const checked = accepted(configuration, settings, undefined);
    this.#settings = settings;
    const report = progressOf(settings.onProgress, "compile");
    this.#live = new Live(settings.now, settings.window, (window) =>
      compileState(checked, settings.zones, window, 1, report),
    );
    this.#events = new Events(settings.now, settings.timers);
    this.#watches = new Watches(this.#watched(), this.#events, settings.timers);
    this.#live.onTable = (before, state) => this.#handles.follow(before, state);
    this.#live.onRoll = (at) => this.#events.emit("roll", { at, window: windowOf(this.#live.state) });
  }

  /** The configuration that serves: a frozen copy, a bare destination as a whole configuration. */
  get configuration(): Configuration {
    return this.#live.state.configuration;
  }

  /** The time-zone data that answers are read from. */
  get zoneSource(): ZoneSource {
    return this.#live.state.zones;
  }

  /** In the order of the configuration. */
  get handoffs(): readonly Handoff[] {
    return this.configuration.handoffs.map(({ name }) => this.handoff(name));
  }

  /** Throws an UnknownNameError that names the nearest ones. */
  handoff(name: string): Handoff {
    const { handoffs } = this.#live.state;
    if (!handoffs.has(name)) throw new UnknownNameError("handoff", name, handoffs.keys());
    const known = this.#handles.get(name);
    if (known !== undefined) return known;
    const handle = new Handoff(this.#live, name);
    this.#handles.add(handle, this.#live.state);
    return handle;
  }

  /** Shorthand for `handoff(name).resolve(request)`. */
  resolve(name: string, request?: Request): Resolution {
    return this.handoff(name).resolve(request);
  }

  /**
   * The answer that `handoff(…).resolve` gives, of the handoff that has this `handoff.number`. Where there are many handoffs
   * this is quicker: no handle need be in the cache. Throws a RangeError when no handoff has the number (of 100,000 handoffs,
   * one wrong number in ten thousand is not noticed), or `at` is no instant.
   */
  resolveNumber(number: number, request?: Request): Resolution {
    // Written out as in a handle, and in few words: see `firstOpen`.
    const { at, channel, language } = request ?? NOW;
    const live = this.#live;
    const minute = (typeof at === "number" ? at : live.instantOf(at)) / MS_PER_MINUTE;
    const { byNumber, front } = live;
    if (minute >= front.firstMinute && minute < front.endMinute) {
      const answer =
        byNumber.answers[search(byNumber, front, ((number ^ live.salt) * UNMIX) | 0, minute | 0, channel, language)];
      if (answer !== undefined) return answer;
    }
    return this.resolveBeside(number, request);
  }

  /** What stands elsewhere by now, or nowhere, and minutes that the front does not cover. @internal */
  resolveBeside(number: number, request: Request | undefined): Resolution {
    return this.numbered(number).resolve(request);
  }

  /** The handoff that has this `handoff.number`. Throws a RangeError when none has. */
  numbered(number: number): Handoff {
    const name = this.#live.nameOf(number);
    const handle = name === undefined ? undefined : this.#handles.get(name);
    if (handle !== undefined) return handle;
    throw new RangeError(`\`number\` must be the \`number\` of a handoff of this engine, got ${quote(number)}`);
  }

  /** Throws an UnknownNameError that names the nearest ones. */
  topic(name: string): Scenarios {
    return this.#scenarios("topic", name, ({ topics = [] }) =>
      topics.map((topic) => ({ ...topic, handoffs: topic.handoff_scenarios })),
    );
  }

  /** Throws an UnknownNameError that names the nearest ones. */
  task(name: string): Scenarios {
    return this.#scenarios("task", name, ({ tasks = [] }) => tasks);
  }

  /**
   * The functions that may be offered to an agent: of all handoffs that are available, or of those of one topic or task,
   * in order. Throws an UnknownNameError for a topic or task that there is not, and a RangeError when `at` is no instant or
   * the scope is none: it must not offer more than was meant.
   */
  tools(request?: Request, scope?: ToolScope): readonly FunctionTool[] {
    checkToolScope(scope ?? {});
    if (scope?.topic !== undefined) return this.topic(scope.topic).tools(request);
    if (scope?.task !== undefined) return this.task(scope.task).tools(request);
    return toolsOf(this.handoffs, this.#live.dated(request));
  }

  /** `transfer` of the handoff that the agent called by its function. A name that no handoff has is a result as well. */
  call(functionName: string, request?: TransferRequest, given?: unknown): CallResult {
    const name = handoffOfFunction(this.configuration, functionName);
    if (name === undefined) return unknownFunction(this.configuration, functionName);
    return this.handoff(name).transfer(request, given);
  }

  /**
   * Serves another configuration from the next request on. Throws a ConfigError when it has an error; then, as with
   * any other failure, the last good one goes on serving.
   */
  replace(configuration: Configuration | Destination): void {
    const { zones, now } = this.#settings;
    try {
      const checked = accepted(configuration, this.#settings, this.configuration);
      this.#live.serve((window, isServed) => {
        const { state: before } = this.#live;
        const isServing = () => this.#live.state === before;
        const next =
          (isServed ? amendState(before, checked, isServing) : undefined) ??
          compileState(checked, zones, window, before.revision, progressOf(this.#settings.onProgress, "compile"));
        // Now: zones and progress may be the host's, and have replaced as well.
        return Object.freeze({ ...next, revision: this.#live.state.revision + 1 });
      });
      this.#refused = undefined;
    } catch (error) {
      if (error instanceof ConfigError) {
        this.#refused = { at: now(), problems: error.problems };
        this.#events.emit("refuse", this.#refused);
      }
      throw error;
    }
    this.#events.emit("replace", { at: this.#live.now(), revision: this.#live.state.revision });
    this.#watches.look("replace");
  }

  /**
   * Closes by hand what the scope holds, whatever its hours say: from the minute that it is now until an instant, or until
   * it is reopened. `"everything"` is `{}`. Throws an UnknownNameError, or a RangeError when anything else is wrong.
   */
  close(scope: Scope | "everything", options: CloseOptions): Closure {
    const now = this.#live.now();
    const closure = makeClosure(scope, options, { id: this.#lastClosure + 1, now, configuration: this.configuration });
    this.#lastClosure = closure.id;
    this.#live.keep((closures) => [...closures, { closure, isReopened: false, answers: new Map() }]);
    this.#events.emit("close", { at: now, closure });
    this.#watches.look("close");
    return closure;
  }

  /**
   * Ends closures from the minute that it is now on: one, by itself or its number, or all whose scope lies within the one
   * given. Returns those that were in force. Throws an UnknownNameError or a RangeError when no such scope ever was.
   */
  reopen(meant: Meant): readonly Closure[] {
    const isMeant = meaning(meant, this.configuration);
    const ended = this.closures.filter(isMeant);
    if (ended.length === 0) checkMeant(meant, this.configuration);
    else {
      const now = this.#live.now();
      this.#live.keep((closures) => reopened(closures, now, isMeant));
      this.#events.emit("reopen", { at: now, closures: ended });
      this.#watches.look("reopen");
    }
    return ended;
  }

  /** What is closed by hand now, in the order in which it was. */
  get closures(): readonly Closure[] {
    const now = this.#live.now();
    return inForce(this.#live.closures, now);
  }

  /** Compares the time-zone data that serves with all other data that can be read here, or with what is given. */
  zones(others: readonly (ReadableZones | ZoneSource)[] = readableZones()): ZonesReport {
    this.#live.now();
    return zonesReport(this.#live.state, others);
  }

  /**
   * Serves newer time-zone data from the next request on, and tells which queues are open at other instants. Without a
   * source, the one that serves is read anew: `newestZones()` looks for the newest again. Throws a ZoneDataError when the
   * data may be older, lacks a zone in use, or cannot be read; then, as with any other failure, the data that serves goes
   * on serving.
   */
  refreshZones(source?: ZoneSource, options: RefreshOptions = {}): ZonesRefresh {
    let refreshed: ReturnType<typeof refreshZones>;
    try {
      refreshed = refreshZones(this.#live, this.#settings, source, options);
      this.#settings = { ...this.#settings, zones: refreshed.zones };
      this.#zonesRefused = undefined;
    } catch (error) {
      const code = error instanceof ZoneDataError ? error.code : undefined;
      const message = error instanceof Error ? error.message : String(error);
      this.#zonesRefused = { at: this.#settings.now(), code, message };
      throw error;
    }
    const { refresh } = refreshed;
    this.#events.emit("zones", { at: this.#live.now(), refresh });
    this.#watches.look("zones");
    return refresh;
  }

  /**
   * The configuration and its window as one buffer, which `loadSnapshot` of `handoff-engine/runtime` opens without a
   * time-zone library. Equal configurations, time zones and days give equal bytes.
   */
  snapshot(): Uint8Array<ArrayBuffer> {
    const now = this.#live.now();
    const { configuration, zones } = this.#live.state;
    return makeSnapshot(configuration, zones, windowAround(now, this.#settings.window), this.#live.closures, now);
  }

  /** For monitoring: plain data. Rolls the window as any use of now does. */
  status(): Status {
    const { closures } = this;
    const { state, byNumber, rolling, rollFailure, outsideWindow } = this.#live;
    return describeState(state, byNumber, {
      rolling,
      rollFailure,
      outsideWindow,
      refused: this.#refused,
      zonesRefused: this.#zonesRefused,
      closures,
      listenerFailures: this.#events.failures,
    });
  }

  /**
   * Tells a listener what happens, each time soon after it did: never from within the call that made it happen. What the
   * listener throws hurts nobody, is told as `error`, and counted in `status()`. Returns what ends it. Throws an
   * UnknownNameError when there is no such event.
   */
  on<Name extends EventName>(name: Name, listener: Listener<Name>): () => void {
    if (!EVENT_NAMES.includes(name)) throw new UnknownNameError("event", name, EVENT_NAMES);
    if (name === "change") return this.watch({}, listener as Listener<"change">);
    return this.#events.on(name, checkedListener(listener));
  }

  /**
   * Tells when the answer to a request changes, by time or by hand, at the very minute: of one handoff, or of all that there
   * are when none is named. The timer for that keeps no process alive. Returns what ends it. Throws an UnknownNameError that
   * names the nearest handoffs.
   */
  watch(request: WatchRequest, listener: Listener<"change">): () => void {
    return this.#watches.add(request, checkedListener(listener));
  }

  #watched(): Watched {
    return {
      now: () => this.#live.now(),
      handoffs: (name) => (name === undefined ? this.handoffs : [this.handoff(name)]),
      configuration: () => this.configuration,
    };
  }

  #scenarios(
    noun: "topic" | "task",
    name: string,
    list: (configuration: Configuration) => readonly TaskConfiguration[],
  ): Scenarios {
    const find = () => list(this.configuration).find((item) => item.name === name);
    if (find() === undefined) {
      const names = list(this.configuration).map((item) => item.name);
      throw new UnknownNameError(noun, name, names);
    }
    const use = (): Use => {
      const found = find();
      return { ...found, handoffs: (found?.handoffs ?? []).map((handoff) => this.handoff(handoff)) };
    };
    return new Scenarios(this.#live, name, use);
  }
}

function checkToolScope(scope: ToolScope): void {
  const { topic, task, ...rest } = scope;
  if (typeof scope === "object" && Object.keys(rest).length === 0 && (topic === undefined || task === undefined))
    return;
  throw new RangeError(`\`scope\` must be {"topic": "…"} or {"task": "…"}, got ${quote(scope)}`);
}

function checkedListener<Given>(listener: Given): Given {
  if (typeof listener !== "function") throw new TypeError(`a listener must be a function, got ${quote(listener)}`);
  return listener;
}

function accepted(
  given: Configuration | Destination,
  { zones, onProgress }: Settings,
  before: Configuration | undefined,
): Configuration {
  const { configuration, problems } = check(given, zones, { before, tick: progressOf(onProgress, "check") });
  if (problems.some(({ severity }) => severity === "error")) throw new ConfigError(problems);
  return asConfiguration(configuration);
}
