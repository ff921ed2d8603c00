import type { TransferRequest } from "./agent/agent-request.ts";
import { type CallResult, handoffOfFunction, unknownFunction } from "./agent/called-function.ts";
import { type FunctionTool, toolsOf } from "./agent/function-tool.ts";
import { amendState } from "./amend.ts";
import { asConfiguration } from "./config/bare-destination.ts";
import { check } from "./config/check.ts";
import { ConfigError } from "./config/config-error.ts";
import type { Configuration, Destination, TaskConfiguration } from "./config/types.ts";
import { Handoff } from "./handoff.ts";
import { Live } from "./live.ts";
import { type EngineOptions, type Settings, settingsOf } from "./options.ts";
import { progressOf } from "./progress.ts";
import { type RefreshOptions, refreshZones, type ZonesRefresh } from "./refresh-zones.ts";
import type { Request } from "./resolve/request.ts";
import type { Resolution } from "./resolve/resolution.ts";
import { Scenarios, type Use } from "./scenarios.ts";
import { makeSnapshot } from "./snapshot.ts";
import { compileState } from "./state.ts";
import { describeState, type Status } from "./status.ts";
import { type ReadableZones, readableZones } from "./time/readable-zones.ts";
import type { ZoneSource } from "./time/zone.ts";
import { ZoneDataError } from "./time/zone-data-error.ts";
import { UnknownNameError } from "./unknown-name-error.ts";
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

export class Engine {
  #settings: Settings;
  readonly #live: Live;
  readonly #handles = new Map<string, Handoff>();
  #refused: Status["refused"];
  #zonesRefused: Status["zonesRefused"];

  /** @internal */
  constructor(configuration: Configuration | Destination, settings: Settings) {
    const checked = accepted(configuration, settings, undefined);
    this.#settings = settings;
    const report = progressOf(settings.onProgress, "compile");
    this.#live = new Live(settings.now, settings.window, (window) =>
      compileState(checked, settings.zones, window, 1, report),
    );
  }

  /** The configuration that serves: a frozen copy, a bare destination as a whole configuration. */
  get configuration(): Configuration {
    return this.#live.state.configuration;
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
    this.#handles.set(name, handle);
    return handle;
  }

  /** Shorthand for `handoff(name).resolve(request)`. */
  resolve(name: string, request?: Request): Resolution {
    return this.handoff(name).resolve(request);
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
   * in order. Throws an UnknownNameError for a topic or task that there is not, and a RangeError when `at` is no instant.
   */
  tools(request?: Request, scope?: ToolScope): readonly FunctionTool[] {
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
        const { state } = this.#live;
        const revision = state.revision + 1;
        const next =
          (isServed ? amendState(state, checked, revision) : undefined) ??
          compileState(checked, zones, window, revision, progressOf(this.#settings.onProgress, "compile"));
        // A handle that the new configuration leaves without a handoff keeps the last one it had.
        if (next.handoffs !== state.handoffs) {
          for (const [name, handle] of this.#handles) if (!next.handoffs.has(name)) handle.keepUp();
        }
        return next;
      });
      this.#refused = undefined;
    } catch (error) {
      if (error instanceof ConfigError) this.#refused = { at: now(), problems: error.problems };
      throw error;
    }
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
    try {
      const { zones, refresh } = refreshZones(this.#live, this.#settings, source, options);
      this.#settings = { ...this.#settings, zones };
      this.#zonesRefused = undefined;
      return refresh;
    } catch (error) {
      const code = error instanceof ZoneDataError ? error.code : undefined;
      const message = error instanceof Error ? error.message : String(error);
      this.#zonesRefused = { at: this.#settings.now(), code, message };
      throw error;
    }
  }

  /**
   * The configuration and its window as one buffer, which `loadSnapshot` of `handoff-engine/runtime` opens without a
   * time-zone library. Equal configurations, time zones and days give equal bytes.
   */
  snapshot(): Uint8Array<ArrayBuffer> {
    const now = this.#live.now();
    const { configuration, zones } = this.#live.state;
    return makeSnapshot(configuration, zones, windowAround(now, this.#settings.window));
  }

  status(): Status {
    this.#live.now();
    const { state, rolling, rollFailure, outsideWindow } = this.#live;
    return describeState(state, {
      rolling,
      rollFailure,
      outsideWindow,
      refused: this.#refused,
      zonesRefused: this.#zonesRefused,
    });
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

function accepted(
  given: Configuration | Destination,
  { zones, onProgress }: Settings,
  before: Configuration | undefined,
): Configuration {
  const { configuration, problems } = check(given, zones, { before, tick: progressOf(onProgress, "check") });
  if (problems.some(({ severity }) => severity === "error")) throw new ConfigError(problems);
  return asConfiguration(configuration);
}
