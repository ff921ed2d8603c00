import type { Destination, QueueConfiguration } from "../config/types.ts";
import { readHours } from "../schedule/read-hours.ts";
import { civilMinute } from "../schedule/schedule.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import type { ZoneSource } from "../time/zone.ts";
import type { NeverChosen } from "./coverage-types.ts";
import { alwaysBefore } from "./never-chosen.ts";
import type { OpenTimes } from "./open-times.ts";

/** The queues that are not among those which `serve` some request within the range, which begins at `from`. */
export function neverServed(
  destination: Destination,
  serve: ReadonlySet<number>,
  times: OpenTimes,
  zones: ZoneSource,
  from: number,
): readonly NeverChosen[] {
  const never = [...destination.keys()].filter((index) => !serve.has(index));
  if (never.length === 0) return [];
  const today = destination.map(
    ({ timezone }) => civilMinute(timezone, Math.floor(from / MS_PER_MINUTE), zones).epochDay,
  );
  const hours = destination.map(readHours);
  return never.map((index) => {
    const queue = destination[index] as QueueConfiguration;
    const reason = !queue.enabled ? "disabled" : times.of(queue).length === 0 ? "never_open" : "behind";
    const always = reason === "behind" ? alwaysBefore(destination, hours, index, today) : [];
    return { queue: queue.name, index, reason, always };
  });
}
