import type { Configuration } from "./config/types.ts";
import type { Live } from "./live.ts";
import { keptZones, type Settings } from "./options.ts";
import { progressOf } from "./progress.ts";
import { compareZones, schedulesInUse, type ZonesComparison, zonesInUse } from "./report/compare-zones.ts";
import { dataText, differenceText } from "./report/difference-text.ts";
import { compileState, compileTree, type State } from "./state.ts";
import { checkedZones } from "./time/checked-zones.ts";
import { MINUTES_PER_DAY } from "./time/civil.ts";
import { MS_PER_MINUTE } from "./time/instant.ts";
import { offsetDifferences } from "./time/offset-differences.ts";
import { runtimeZones } from "./time/runtime-zones.ts";
import { mayBeOlder } from "./time/version-order.ts";
import type { ZoneSource } from "./time/zone.ts";
import { type ZoneData, zoneData } from "./time/zone-data.ts";
import { ZoneDataError } from "./time/zone-data-error.ts";
import { eraEnd, rowsEnd } from "./tree/tree.ts";
import type { Window } from "./tree/tree-builder.ts";
import { numberedQueues } from "./zones-report.ts";

export interface RefreshOptions {
  /** Serve the data even if it may be older than that which serves. Default: false. */
  readonly allowOlder?: boolean;
}

/** What a refresh of the time-zone data changed. By the `other` source of the comparison, the data that serves now. */
export interface ZonesRefresh extends ZonesComparison {
  readonly before: ZoneData;
  readonly after: ZoneData;
  /** What was compared, half-open, epoch milliseconds: the window that is compiled. */
  readonly window: { readonly from: number; readonly to: number };
  /** All of it as a sentence, for operators and logs. */
  readonly text: string;
}

/** Serves other time-zone data, or throws and leaves what serves. Returns what is to be remembered, and what changed. */
export function refreshZones(
  live: Live,
  settings: Settings,
  source: ZoneSource | undefined,
  { allowOlder = false }: RefreshOptions,
): { readonly settings: Settings; readonly refresh: ZonesRefresh } {
  const chosenZones = source ?? settings.chosenZones?.reread?.() ?? settings.chosenZones;
  const zones = keptZones(chosenZones ?? runtimeZones());
  const { state } = live;
  if (!allowOlder) refuseOlder(zones, state.zones);
  const checked = checkedZones(zones);
  const timezones = zonesInUse(numberedQueues(state));
  refuseUnknown(checked, timezones, state);
  let comparison: ZonesComparison = { zones: [], queues: [] };
  live.serve((window, isServed) => {
    const next = recompiled(state, checked, window, isServed, progressOf(settings.onProgress, "compile"));
    const { firstMinute, endMinute } = next.tree;
    comparison = compareZones(numberedQueues(state), timezones, [state.zones, checked], firstMinute, endMinute);
    if (live.state.revision !== state.revision || live.state.zones !== state.zones) {
      throw new Error("another configuration, or other time-zone data, came in during the refresh");
    }
    return Object.freeze({ ...next, zones });
  });
  const refresh = refreshOf(state, live.state, comparison);
  return { settings: { ...settings, zones, chosenZones }, refresh };
}

function refreshOf(
  { zones: before }: State,
  { zones: after, tree: { firstMinute, endMinute } }: State,
  comparison: ZonesComparison,
): ZonesRefresh {
  return {
    before: zoneData(before),
    after: zoneData(after),
    window: { from: firstMinute * MS_PER_MINUTE, to: endMinute * MS_PER_MINUTE },
    ...comparison,
    text: refreshText(before, after, comparison),
  };
}

function refreshText(before: ZoneData, after: ZoneData, { zones, queues }: ZonesComparison): string {
  const data = `time-zone data ${dataText(after)} serves after ${dataText(before)}`;
  if (zones.length === 0) return `${data}: no zone in use differs within the window`;
  const moved =
    queues.length === 0 ? "no queue is" : queues.length === 1 ? "1 queue is" : `${queues.length} queues are`;
  return `${data}: ${differenceText(zones)}; ${moved} open at other instants`;
}

/** The serving tables by other zones. Where these say the same as far as anything is compiled, the very tables. */
function recompiled(
  state: State,
  zones: ZoneSource,
  window: Window,
  isServed: boolean,
  report: ((done: number, total: number) => void) | undefined,
): State {
  const { configuration, numbers, revision } = state;
  // A replace might take a schedule up again that no queue has now: its zone may be one that the new data does not know.
  const areAllUsed = schedulesInUse(numberedQueues(state)).length === numbers.schedules.length;
  if (!areAllUsed) return compileState(configuration, zones, window, revision, report);
  if (isServed && saysSame(state, zones)) return state;
  return { ...state, tree: compileTree({ numbers, zones }, window, report) };
}

function saysSame({ numbers, zones: before, tree }: State, zones: ZoneSource): boolean {
  const [from, to] = [tree.rowsMinute, eraEnd(rowsEnd(tree) - 1) * MINUTES_PER_DAY];
  const timezones = new Set(numbers.schedules.map(({ timezone }) => timezone));
  return [...timezones].every((timezone) => {
    const [one, other] = [before.spans(timezone, from, to), zones.spans(timezone, from, to)];
    return offsetDifferences(one, other, from, to).length === 0;
  });
}

function refuseOlder(zones: ZoneData, serving: ZoneData): void {
  if (!mayBeOlder(zones.version, serving.version)) return;
  throw new ZoneDataError(
    "E_TZDATA_OLDER",
    `time-zone data ${dataText(zones)} may be older than ${dataText(serving)}, which serves; give newer data, or allow it with \`allowOlder\``,
  );
}

function refuseUnknown(zones: ZoneSource, timezones: Iterable<string>, { configuration }: State): void {
  const unknown = [...timezones].sort().filter((timezone) => !zones.has(timezone));
  if (unknown.length === 0) return;
  const named = unknown.map((timezone) => `\`${timezone}\` (${firstQueueIn(timezone, configuration)})`);
  throw new ZoneDataError(
    "E_TZDATA_UNKNOWN",
    `time-zone data ${dataText(zones)} does not know zones that are in use: ${named.join(", ")}; give newer data, or change these queues`,
  );
}

/** Its pointer. */
function firstQueueIn(timezone: string, { handoffs }: Configuration): string {
  for (const [h, { destination }] of handoffs.entries()) {
    const q = destination.findIndex((queue) => queue.timezone === timezone);
    if (q !== -1) return `/handoffs/${h}/destination/${q}/timezone`;
  }
  return "";
}
