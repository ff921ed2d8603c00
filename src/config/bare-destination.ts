import type { Configuration, Destination } from "./types.ts";

/** The name of the one handoff that a bare destination becomes. */
export const DEFAULT_HANDOFF = "default";

/** A destination alone is a configuration of one handoff without instructions; its transfer functions exist elsewhere. */
export function asConfiguration(given: Configuration | Destination): Configuration {
  if (!isDestination(given)) return given;
  const names = [...new Set(given.map((queue) => queue.transfer_function_name))];
  const handoff = Object.freeze({
    name: DEFAULT_HANDOFF,
    description: "",
    agent_available_instructions: "",
    agent_unavailable_instructions: "",
    destination: given,
  });
  return Object.freeze({
    transfer_functions: Object.freeze(names.map((name) => Object.freeze({ name }))),
    handoffs: Object.freeze([handoff]),
  });
}

function isDestination(given: Configuration | Destination): given is Destination {
  return Array.isArray(given);
}
