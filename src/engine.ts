import { amendState } from "./amend.ts";
import { asConfiguration } from "./config/bare-destination.ts";
import { check } from "./config/check.ts";
import { ConfigError } from "./config/config-error.ts";
import type { Configuration, Destination } from "./config/types.ts";
import { UnknownNameError } from "./config/unknown-name-error.ts";
import { Handoff } from "./handoff.ts";
import { Live } from "./live.ts";
import { type EngineOptions, type Settings, settingsOf } from "./options.ts";
import { progressOf } from "./progress.ts";
import type { Request } from "./resolve/request.ts";
import type { Resolution } from "./resolve/resolution.ts";
import { Scenarios } from "./scenarios.ts";
import { makeSnapshot } from "./snapshot.ts";
import { compileState } from "./state.ts";
import { describeState, type Status } from "./status.ts";
import type { ZoneSource } from "./time/zone.ts";
import { windowAround } from "./window.ts";

/** Throws a ConfigError with every problem when the configuration has an error. Warnings do not refuse it. */
export function createEngine(configuration: Configuration | Destination, options: EngineOptions = {}): Engine {
  return new Engine(configuration, settingsOf(options));
}

export class Engine {
  readonly #settings: Settings;
  readonly #live: Live;
  readonly #handles = new Map<string, Handoff>();
  #refused: Status["refused"];

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

  /** The time-zone data that answers are read from. */
  get zones(): ZoneSource {
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
      topics.map((topic) => ({ name: topic.name, handoffs: topic.handoff_scenarios })),
    );
  }

  /** Throws an UnknownNameError that names the nearest ones. */
  task(name: string): Scenarios {
    return this.#scenarios("task", name, ({ tasks = [] }) => tasks);
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
    return describeState(state, { rolling, rollFailure, outsideWindow, refused: this.#refused });
  }

  #scenarios(
    noun: "topic" | "task",
    name: string,
    list: (configuration: Configuration) => readonly { readonly name: string; readonly handoffs: readonly string[] }[],
  ): Scenarios {
    const find = () => list(this.configuration).find((item) => item.name === name);
    if (find() === undefined) {
      const names = list(this.configuration).map((item) => item.name);
      throw new UnknownNameError(noun, name, names);
    }
    return new Scenarios(this.#live, name, () => (find()?.handoffs ?? []).map((handoff) => this.handoff(handoff)));
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
