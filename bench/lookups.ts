import type { Configuration, QueueConfiguration } from "../src/config/types.ts";
import { createEngine, type Engine, type Queue } from "./engine.ts";
import { FLEET_NOW, fleet } from "./fleet.ts";
import { seeded } from "./random.ts";

/** Is this queue open at this instant: a random queue, each with a schedule of its own, at a random instant. */
export interface Lookups {
  readonly configuration: Configuration;
  readonly engine: Engine;
  /** By queue. */
  readonly configured: readonly QueueConfiguration[];
  readonly queues: readonly Queue[];
  /** By queue: start, end, start, end… of its open intervals over the window, whole epoch minutes. */
  readonly boundaries: readonly Int32Array[];
  /** The questions, as columns. */
  readonly count: number;
  readonly queue: Int32Array;
  readonly at: Float64Array;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

export function lookups(schedules: number, count: number, seed: number): Lookups {
  const size = { handoffs: schedules, queuesPerHandoff: 1, schedules, load: "typical", seed } as const;
  // As a host has it: parsed.
  const configuration = JSON.parse(JSON.stringify(fleet(size))) as Configuration;
  const engine = createEngine(configuration, { now: () => FLEET_NOW });
  const { from, to } = engine.status().window;
  const queues = engine.handoffs.map((handoff) => handoff.queues[0] as Queue);
  const random = seeded(seed + 1);
  const queue = new Int32Array(count);
  const at = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    queue[i] = Math.floor(random() * schedules);
    at[i] = Math.floor(FLEET_NOW + (random() * 400 - 5) * DAY);
  }
  return {
    configuration,
    engine,
    configured: configuration.handoffs.map(({ destination }) => destination[0] as QueueConfiguration),
    queues,
    boundaries: queues.map((asked) =>
      Int32Array.from(asked.intervals(from, to).flatMap(({ start, end }) => [start / MINUTE, end / MINUTE])),
    ),
    count,
    queue,
    at,
  };
}
