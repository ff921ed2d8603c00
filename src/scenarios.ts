import type { AgentRequest } from "./agent/agent-request.ts";
import { type FunctionTool, toolsOf } from "./agent/function-tool.ts";
import { resolveScenarios, type ScenariosResolution } from "./agent/scenarios.ts";
import type { Handoff } from "./handoff.ts";
import type { Live } from "./live.ts";
import type { Request } from "./resolve/request.ts";

/** A topic or a task as it is configured now. */
export interface Use {
  readonly instructions?: string;
  readonly handoffs: readonly Handoff[];
}

/** The handoffs of a topic or a task, by its name. One that a replace removed has none. */
export class Scenarios {
  readonly name: string;
  readonly #live: Live;
  readonly #use: () => Use;

  /** @internal */
  constructor(live: Live, name: string, use: () => Use) {
    this.name = name;
    this.#live = live;
    this.#use = use;
  }

  /** In order of preference. */
  get handoffs(): readonly Handoff[] {
    return this.#use().handoffs;
  }

  /**
   * Each handoff resolved for the same instant, in order, with its tool and briefing, and the first available one. Throws
   * a RangeError when `at` is no instant.
   */
  resolve(request?: AgentRequest): ScenariosResolution {
    const { handoffs, instructions } = this.#use();
    return resolveScenarios(this.name, instructions, handoffs, this.#live.dated(request));
  }

  /** The functions of those that are available, in order. Throws a RangeError when `at` is no instant. */
  tools(request?: Request): readonly FunctionTool[] {
    return toolsOf(this.handoffs, this.#live.dated(request));
  }
}
