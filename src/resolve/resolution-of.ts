import { answersStart, type RoutingTable } from "./build-routing-table.ts";
import type { Resolution } from "./resolution.ts";
import { NONE } from "./resolver.ts";

/** The answer when a queue serves, by its number in the table, or NONE does; as it was compiled. */
export function resolutionOf(table: RoutingTable, handoff: number, queue: number): Resolution {
  const place = queue === NONE ? 0 : queue - (table.firstQueue[handoff] as number) + 1;
  return table.answers[answersStart(table, handoff) + place] as Resolution;
}
