import type { Problem } from "./config/problem.ts";
import type { ListenerFailure } from "./engine-events.ts";
import type { RollFailure } from "./live.ts";
import type { ByNumber } from "./numbers.ts";
import type { RoutingTable } from "./resolve/build-routing-table.ts";
import type { Closure } from "./resolve/closure.ts";
import { isQueue, scheduleOf } from "./resolve/routes.ts";
import type { State } from "./state.ts";
import { MS_PER_DAY } from "./time/instant.ts";
import type { UnusableZones } from "./time/zone.ts";
import { type ZoneData, zoneData } from "./time/zone-data.ts";
import type { ZoneDataErrorCode } from "./time/zone-data-error.ts";
import { bytesOf, type Tree } from "./tree/tree.ts";

/** What serves, and what needs a look. */
export interface Status {
  /** 1 for the first configuration, one more with each replace. */
  readonly revision: number;
  readonly handoffs: number;
  readonly queues: number;
  /** Distinct schedules: queues with equal hours in the same zone share one. */
  readonly schedules: number;
  /** Bytes of the index. */
  readonly bytes: number;
  /** What is compiled, half-open, epoch milliseconds. */
  readonly window: { readonly from: number; readonly to: number };
  /** Whether the window is being moved: a long roll is spread over the next uses. */
  readonly rolling: boolean;
  /** Why the last try to move the window failed, if it did. The window that there is serves on. */
  readonly rollFailure: RollFailure | undefined;
  /** Source and version of the time-zone data, and what would have been preferred to it but cannot be used. */
  readonly zones: ZoneData & { readonly folder: string | undefined; readonly passedOver: readonly ZonesPassedOver[] };
  /** Requests for instants, or stretches, that the window does not hold: answered from the rules. */
  readonly outsideWindow: number;
  /** The last replace that was refused since the configuration that serves came in. */
  readonly refused: { readonly at: number; readonly problems: readonly Problem[] } | undefined;
  /** How often listeners and callbacks failed since the engine was made, and how the last did. */
  readonly listenerFailures: { readonly count: number; readonly last: ListenerFailure | undefined };
  /** What is closed by hand now, in the order in which it was. */
  readonly closures: readonly Closure[];
  /** The last refresh of the time-zone data that was refused or failed since the data that serves came in. */
  readonly zonesRefused: ZonesRefused | undefined;
}

/** Time-zone data that would have been preferred, and why it cannot be used. */
export interface ZonesPassedOver {
  readonly name: string;
  readonly folder: string | undefined;
  readonly code: ZoneDataErrorCode;
  readonly message: string;
}

/** A refresh of the time-zone data that was refused, or failed. */
export interface ZonesRefused {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Undefined when it was not the data that failed. */
  readonly code: ZoneDataErrorCode | undefined;
  readonly message: string;
}

export function describeState(
  state: State,
  byNumber: ByNumber,
  rest: Pick<
    Status,
    "rolling" | "rollFailure" | "outsideWindow" | "refused" | "zonesRefused" | "closures" | "listenerFailures"
  >,
): Status {
  const { tree, table, zones } = state;
  const inTables = table.firstQueue.byteLength + table.queues.byteLength;
  return {
    revision: state.revision,
    handoffs: table.firstQueue.length - 1,
    queues: (table.queues.length >> 1) - (table.firstQueue.length - 1),
    schedules: schedulesIn(table, tree),
    bytes: bytesOf(tree) + inTables + (byNumber === table ? 0 : byNumber.queues.byteLength),
    window: windowOf(state),
    zones: { ...zoneData(zones), folder: zones.folder, passedOver: (zones.passedOver ?? []).map(passedOver) },
    ...rest,
  };
}

/** Plain data: the message of an error would be lost in JSON. */
function passedOver({ name, folder, error: { code, message } }: UnusableZones): ZonesPassedOver {
  return { name, folder, code, message };
}

/** What is compiled, half-open, epoch milliseconds. */
export function windowOf({ tree }: State): Status["window"] {
  return { from: tree.firstDay * MS_PER_DAY, to: (tree.firstDay + tree.days) * MS_PER_DAY };
}

/** Schedules that some queue has: a replace may have left others without one. */
function schedulesIn(table: RoutingTable, { stride }: Tree): number {
  const used = new Uint8Array(stride);
  for (let q = 0; q < table.queues.length >> 1; q++) if (isQueue(table, q)) used[scheduleOf(table, q)] = 1;
  return used.reduce((sum, one) => sum + one, 0);
}
