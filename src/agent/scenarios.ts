import type { Request } from "../resolve/request.ts";
import type { Available, Resolution } from "../resolve/resolution.ts";
import type { AgentRequest, At } from "./agent-request.ts";
import type { Briefing } from "./briefing.ts";
import type { FunctionTool } from "./function-tool.ts";

/** The handoffs of a topic or a task, resolved in order. */
export interface ScenariosResolution {
  /** Name of the topic or task. */
  readonly name: string;
  /** Its instructions: when to use which handoff. */
  readonly instructions: string | undefined;
  readonly available: boolean;
  /** The first available one: where the conversation goes. */
  readonly first: Available | undefined;
  readonly scenarios: readonly Resolution[];
  /** Of each scenario, what an agent gets. Made when it is read. */
  readonly offers: readonly Offer[];
}

/** What an agent gets of one handoff at one instant. */
export interface Offer {
  readonly resolution: Resolution;
  /** None while the handoff is unavailable. */
  readonly tool: FunctionTool | undefined;
  readonly briefing: Briefing;
}

/** A handoff as a scenario. */
export interface Offering {
  resolve(request: Request): Resolution;
  tool(request: Request): FunctionTool | undefined;
  briefing(request: AgentRequest): Briefing;
}

export function resolveScenarios(
  name: string,
  instructions: string | undefined,
  handoffs: readonly Offering[],
  request: At<AgentRequest>,
): ScenariosResolution {
  const scenarios = handoffs.map((handoff) => handoff.resolve(request));
  const first = scenarios.find((scenario): scenario is Available => scenario.available);
  let offers: readonly Offer[] | undefined;
  return {
    name,
    instructions,
    available: first !== undefined,
    first,
    scenarios,
    get offers() {
      offers ??= handoffs.map((handoff) => ({
        resolution: handoff.resolve(request),
        tool: handoff.tool(request),
        briefing: handoff.briefing(request),
      }));
      return offers;
    },
  };
}
