/** Sunday, 13:00 in New York. */
export const NOW: number = Date.parse("2026-11-22T18:00:00Z");

export const now = (): number => NOW;

type Parts = { readonly [key: string]: unknown };

/** A sound queue without warnings; parts that are undefined leave the property out. */
export function queue(parts: Parts = {}): Parts {
  return {
    name: "Sales Queue",
    type: "Agent_queue",
    enabled: true,
    open_24: true,
    timezone: "America/New_York",
    transfer_function_name: "transfer_to_sales",
    ...parts,
  };
}

/** A sound queue with business hours on Mondays. */
export function mondayQueue(parts: Parts = {}): Parts {
  return queue({ open_24: false, weekly_hours: { mon: [{ start: "09:00", end: "17:00" }] }, ...parts });
}

export function handoff(parts: Parts = {}): Parts {
  return {
    name: "Sales",
    description: "Use when the customer wants to buy something.",
    agent_available_instructions: "Ask for a yes, then transfer.",
    agent_unavailable_instructions: "Say when sales is open.",
    destination: [queue()],
    ...parts,
  };
}

/** A sound configuration without warnings. */
export function configuration(parts: Parts = {}): Parts {
  return { transfer_functions: [{ name: "transfer_to_sales" }], handoffs: [handoff()], ...parts };
}

/** One whose only queue has these parts. */
export function withQueue(parts: Parts): Parts {
  return configuration({ handoffs: [handoff({ destination: [queue(parts)] })] });
}

/** One with handoffs of these names. */
export function withHandoffs(...names: readonly string[]): Parts {
  return configuration({ handoffs: names.map((name) => handoff({ name })) });
}
