import { keptZones } from "./kept-zones.ts";
import { compareZones, type NumberedQueues, type ZonesComparison, zonesInUse } from "./report/compare-zones.ts";
import type { State } from "./state.ts";
import { MS_PER_MINUTE } from "./time/instant.ts";
import type { ReadableZones } from "./time/readable-zones.ts";
import type { UnusableZones, ZoneSource } from "./time/zone.ts";
import { type ZoneData, zoneData } from "./time/zone-data.ts";
import { ZoneDataError } from "./time/zone-data-error.ts";

/** The time-zone data that serves, beside other data that this process can read. */
export interface ZonesReport {
  readonly serving: ZoneData;
  /** What is compared, half-open, epoch milliseconds: the window that is compiled. */
  readonly window: { readonly from: number; readonly to: number };
  /** The zones that queues have, by name. */
  readonly inUse: readonly string[];
  readonly others: readonly OtherZones[];
}

/** Other data, and what it says differently from that which serves. */
export interface OtherZones extends ZoneData, ZonesComparison {
  /** The folder that it is read from, where it is one. */
  readonly folder: string | undefined;
  /** The zones in use that it does not have: of these nothing is compared. */
  readonly missing: readonly string[];
  /** Why it cannot be read, if it cannot: then nothing is compared. */
  readonly error: { readonly code: string; readonly message: string } | undefined;
}

const NOTHING_COMPARED = { missing: [], zones: [], queues: [], error: undefined };

export function zonesReport(state: State, others: readonly (ReadableZones | ZoneSource)[]): ZonesReport {
  const { zones, tree } = state;
  const queues = numberedQueues(state);
  const inUse = [...zonesInUse(queues)].sort();

  function compared(source: ZoneSource): Pick<OtherZones, "missing" | "zones" | "queues" | "error"> {
    try {
      const other = keptZones(source);
      const missing = inUse.filter((timezone) => !other.has(timezone));
      const known = inUse.filter((timezone) => !missing.includes(timezone));
      const comparison = compareZones(queues, known, [zones, other], tree.firstMinute, tree.endMinute);
      return { ...NOTHING_COMPARED, missing, ...comparison };
    } catch (error) {
      if (!(error instanceof ZoneDataError)) throw error;
      return { ...NOTHING_COMPARED, error: told(error) };
    }
  }

  function otherZones(given: ReadableZones | ZoneSource): OtherZones {
    const source = "spans" in given ? given : given.source;
    if (source !== undefined) return { ...zoneData(source), folder: source.folder, ...compared(source) };
    const { name, folder, error } = given as UnusableZones;
    return { name, version: "unknown", folder, ...NOTHING_COMPARED, error: told(error) };
  }

  return {
    serving: zoneData(zones),
    window: { from: tree.firstMinute * MS_PER_MINUTE, to: tree.endMinute * MS_PER_MINUTE },
    inUse,
    others: others.map(otherZones),
  };
}

/** The queues of a state, as reports want them. */
export function numberedQueues({ configuration, table, numbers }: State): NumberedQueues {
  return { configuration, routes: table, schedules: numbers.schedules };
}

function told({ code, message }: ZoneDataError): { readonly code: string; readonly message: string } {
  return { code, message };
}
