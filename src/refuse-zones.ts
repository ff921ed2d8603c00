import type { Configuration } from "./config/types.ts";
import { dataText } from "./report/difference-text.ts";
import { compareVersions } from "./time/version-order.ts";
import type { ZoneSource } from "./time/zone.ts";
import type { ZoneData } from "./time/zone-data.ts";
import { ZoneDataError } from "./time/zone-data-error.ts";

export function refuseOlder(zones: ZoneData, serving: ZoneData): void {
  if (compareVersions(zones.version, serving.version) >= 0) return;
  throw new ZoneDataError(
    "E_TZDATA_OLDER",
    `time-zone data ${dataText(zones)} may be older than ${dataText(serving)}, which serves; give newer data, or allow it with \`allowOlder\``,
  );
}

export function refuseUnknown(zones: ZoneSource, timezones: Iterable<string>, configuration: Configuration): void {
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
