import { keptZones } from "./kept-zones.ts";
import type { Live } from "./live.ts";
import type { Settings } from "./options.ts";
import { progressOf } from "./progress.ts";
import { recompiled } from "./recompile.ts";
import { refuseOlder, refuseUnknown } from "./refuse-zones.ts";
import { compareZones, type ZonesComparison, zonesInUse } from "./report/compare-zones.ts";
import { dataText, differenceText } from "./report/difference-text.ts";
import type { State } from "./state.ts";
import { rereadZones } from "./time/guarded-zones.ts";
import { MS_PER_MINUTE } from "./time/instant.ts";
import type { ZoneSource } from "./time/zone.ts";
import { type ZoneData, zoneData } from "./time/zone-data.ts";
import type { Tree } from "./tree/tree.ts";
import { numberedQueues } from "./zones-report.ts";

export interface RefreshOptions {
  /** Serve the data even if it may be older than that which serves. Default: false. */
  readonly allowOlder?: boolean;
}

/** What a refresh of the time-zone data changed: in what is compared, `other` is the data that serves now. */
export interface ZonesRefresh extends ZonesComparison {
  readonly before: ZoneData;
  readonly after: ZoneData;
  /** What was compared, half-open, epoch milliseconds: the window that is compiled, as far as it was before. */
  readonly window: { readonly from: number; readonly to: number };
  /** All of it as a sentence, for operators and logs. */
  readonly text: string;
}

/**
 * Serves other time-zone data, or throws and leaves what serves. Without a source, that which serves is read anew. Returns
 * the source for whatever is compiled next, and what changed.
 */
export function refreshZones(
  live: Live,
  settings: Settings,
  source: ZoneSource | undefined,
  { allowOlder = false }: RefreshOptions,
): { readonly zones: ZoneSource; readonly refresh: ZonesRefresh } {
  live.now();
  const { state } = live;
  const chosen = source ?? rereadZones(settings.zones);
  const zones = chosen === undefined ? settings.zones : keptZones(chosen);
  if (!allowOlder) refuseOlder(zones, state.zones);
  const timezones = zonesInUse(numberedQueues(state));
  refuseUnknown(zones, timezones, state.configuration);
  let refresh: ZonesRefresh | undefined;
  live.serve((window, isServed) => {
    const next = recompiled(state, zones, window, isServed, progressOf(settings.onProgress, "compile"));
    refresh = compared(state, zones, timezones, next.tree);
    if (live.state.revision !== state.revision || live.state.zones !== state.zones) {
      throw new Error("another configuration, or other time-zone data, came in during the refresh");
    }
    return Object.freeze({ ...next, zones });
  });
  return { zones, refresh: refresh as ZonesRefresh };
}

/** Over what both windows hold: the data that serves may not reach any further, which may be why there is other data now. */
function compared(state: State, zones: ZoneSource, timezones: Iterable<string>, tree: Tree): ZonesRefresh {
  const [from, to] = overlap(state.tree, tree);
  const before = state.zones;
  const comparison = compareZones(numberedQueues(state), timezones, [before, zones], from, to);
  return {
    before: zoneData(before),
    after: zoneData(zones),
    window: { from: from * MS_PER_MINUTE, to: to * MS_PER_MINUTE },
    ...comparison,
    text: refreshText(before, zones, comparison),
  };
}

/** In epoch minutes; all of the next window where it begins after the other's end. */
function overlap(before: Tree, next: Tree): readonly [from: number, to: number] {
  const from = Math.max(before.firstMinute, next.firstMinute);
  const to = Math.min(before.endMinute, next.endMinute);
  return from < to ? [from, to] : [next.firstMinute, next.endMinute];
}

function refreshText(before: ZoneData, after: ZoneData, { zones, queues }: ZonesComparison): string {
  const data = `time-zone data ${dataText(after)} serves after ${dataText(before)}`;
  if (zones.length === 0) return `${data}: no zone in use differs within the window`;
  const moved =
    queues.length === 0 ? "no queue is" : queues.length === 1 ? "1 queue is" : `${queues.length} queues are`;
  return `${data}: ${differenceText(zones)}; ${moved} open at other instants`;
}
