import type { Configuration, QueueConfiguration } from "../../src/config/types.ts";

/** The configuration with each queue replaced; `index` is its place in its destination. */
export function mapQueues(
  configuration: Configuration,
  change: (queue: QueueConfiguration, index: number) => QueueConfiguration,
): Configuration {
  const handoffs = configuration.handoffs.map((handoff) => ({
    ...handoff,
    destination: handoff.destination.map(change),
  }));
  return { ...configuration, handoffs };
}
