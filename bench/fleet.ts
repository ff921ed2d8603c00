import type { Configuration, QueueConfiguration } from "../src/config/types.ts";
import { fleetHours, type Load } from "./fleet-hours.ts";
import { seeded } from "./random.ts";

export { FLEET_NOW } from "./fleet-hours.ts";

export interface FleetSize {
  readonly handoffs: number;
  /** Or the least and the most. */
  readonly queuesPerHandoff: number | readonly [least: number, most: number];
  /** Distinct schedules among all queues. */
  readonly schedules: number;
  readonly load: Load;
  readonly seed: number;
}

const LANGUAGES = [undefined, ["en"], ["es", "en"], ["fr-CA", "fr"], ["de"], ["pt-BR"]] as const;
const CHANNELS = [undefined, ["voice"], ["chat"], ["voice", "chat"]] as const;

/** A configuration of many handoffs, the same for the same size. */
export function fleet(size: FleetSize): Configuration {
  const random = seeded(size.seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { queuesPerHandoff: many } = size;
  const queueCount = () => (typeof many === "number" ? many : many[0] + Math.floor(random() * (many[1] - many[0] + 1)));
  const schedules = Array.from({ length: size.schedules }, (_, i) => fleetHours(size.load, i, random));
  let queue = 0;
  return {
    transfer_functions: [{ name: "transfer_to_agent" }],
    handoffs: Array.from({ length: size.handoffs }, (_, h) => ({
      name: `Handoff ${h}`,
      description: `Customers of team ${h}`,
      agent_available_instructions: `Ask for the account number, then call handoff_handoff_${h}.`,
      agent_unavailable_instructions: "Say that no agent is available and offer a callback.",
      destination: Array.from({ length: queueCount() }, (_, q): QueueConfiguration => {
        const channels = pick(CHANNELS);
        const languages = pick(LANGUAGES);
        return {
          name: `Queue ${h}.${q}`,
          type: "Agent_queue",
          enabled: true,
          open_24: false,
          transfer_function_name: "transfer_to_agent",
          ...(schedules[queue++ % schedules.length] as ReturnType<typeof fleetHours>),
          ...(channels && { supported_channel_types: channels }),
          ...(languages && { supported_languages: languages }),
        };
      }),
    })),
  };
}
