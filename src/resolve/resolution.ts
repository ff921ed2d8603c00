import { functionName } from "../config/function-name.ts";
import type { HandoffConfiguration, QueueConfiguration } from "../config/types.ts";

/** A queue is open: what the agent does, which queue it leads to, and which transfer to call. */
export interface Available {
  readonly available: true;
  readonly handoff: string;
  /** The function that may be offered to the agent. */
  readonly function_name: string;
  readonly queue: string;
  readonly transfer_function_name: string;
  /** The agent-available instructions, byte for byte. */
  readonly instructions: string;
}

/** No queue is open: what the agent says instead. There is no transfer to call. */
export interface Unavailable {
  readonly available: false;
  readonly handoff: string;
  /** The agent-unavailable instructions, byte for byte. */
  readonly instructions: string;
}

/** The answer. Frozen when the configuration is compiled, the same object each time. */
export type Resolution = Available | Unavailable;

export function functionNameOf(handoff: HandoffConfiguration): string {
  return handoff.function_name ?? functionName(handoff.name);
}

export function availableResolution(
  handoff: HandoffConfiguration,
  functionName: string,
  queue: QueueConfiguration,
): Available {
  return Object.freeze({
    available: true,
    handoff: handoff.name,
    function_name: functionName,
    queue: queue.name,
    transfer_function_name: queue.transfer_function_name,
    instructions: handoff.agent_available_instructions,
  });
}

export function unavailableResolution(handoff: HandoffConfiguration): Unavailable {
  return Object.freeze({
    available: false,
    handoff: handoff.name,
    instructions: handoff.agent_unavailable_instructions,
  });
}
