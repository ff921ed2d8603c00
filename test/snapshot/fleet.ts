import fc from "fast-check";
import type { Configuration, QueueConfiguration } from "../../src/index.ts";
import { scenario } from "../properties/arbitraries.ts";
import { SEED } from "../properties/seed.ts";
import { NOW } from "./sample.ts";

const LEAST_QUEUES = 150;
const MOST_A_HANDOFF = 5;

/** Handoffs of one to five queues each, from the queues of generated scenarios around now. */
export function generatedFleet(handoffs: number, random: () => number): Configuration {
  const queues = generatedQueues();
  const below = (limit: number) => Math.floor(random() * limit);
  return {
    transfer_functions: [{ name: "transfer_a" }, { name: "transfer_b" }],
    handoffs: Array.from({ length: handoffs }, (_, h) => ({
      name: `Handoff ${h}`,
      description: "",
      agent_available_instructions: `Transfer ${h}.`,
      agent_unavailable_instructions: `Closed ${h}.`,
      destination: Array.from({ length: 1 + below(MOST_A_HANDOFF) }, () => ({
        ...(queues[below(queues.length)] as QueueConfiguration),
        name: `Queue ${h}.${below(MOST_A_HANDOFF)}`,
      })),
    })),
  };
}

/** In zones of all kinds, with exceptions near their transitions. */
function generatedQueues(): readonly QueueConfiguration[] {
  const year = new Date(NOW).getUTCFullYear();
  const scenarios = scenario({ picks: 1, handoffs: 12, now: [year, year + 1] });
  const queues: QueueConfiguration[] = [];
  for (let run = 0; queues.length < LEAST_QUEUES; run++) {
    for (const { configuration } of fc.sample(scenarios, { seed: SEED + run, numRuns: 1 })) {
      queues.push(...configuration.handoffs.flatMap(({ destination }) => destination));
    }
  }
  return queues;
}
