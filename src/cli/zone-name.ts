import { type QueueConfiguration, validate, type ZoneSource } from "../index.ts";
import { UsageError } from "./failure.ts";

/** Throws what the engine says of a queue with that zone. A deprecated name is taken: it may be a queue's own. */
export function checkZone(option: string, timezone: string, zones: ZoneSource): void {
  const queue: QueueConfiguration = {
    name: "zone",
    type: "Agent_queue",
    enabled: true,
    open_24: true,
    timezone,
    transfer_function_name: "transfer",
  };
  const refused = validate([queue], { zones }).find(({ severity }) => severity === "error");
  if (refused !== undefined) throw new UsageError(`${option}: ${refused.message}`);
}
