import { resolveScenarios, type ScenariosResolution } from "./agent/scenarios.ts";
import type { Handoff } from "./handoff.ts";
import type { Live } from "./live.ts";
import type { Request } from "./resolve/request.ts";

/** The handoffs of a topic or a task, by its name. One that a replace removed has none. */
export class Scenarios {
  readonly name: string;
  readonly #live: Live;
  readonly #handoffs: () => readonly Handoff[];

  /** @internal */
  constructor(live: Live, name: string, handoffs: () => readonly Handoff[]) {
    this.name = name;
    this.#live = live;
    this.#handoffs = handoffs;
  }

  /** In order of preference. */
  get handoffs(): readonly Handoff[] {
    return this.#handoffs();
  }

  /** Each handoff resolved for the same instant, in order, and the first available one. Throws a RangeError when `at` is no instant. */
  resolve(request?: Request): ScenariosResolution {
    const asked = { ...request, at: request?.at ?? this.#live.now() };
    return resolveScenarios(
      this.name,
      this.#handoffs().map((handoff) => handoff.resolve(asked)),
    );
  }
}
