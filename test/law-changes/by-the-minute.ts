import type { Interval, OpenDifference, QueueConfiguration, QueueDifference, ZoneDifference } from "../../src/index.ts";
import { lawIsOpen } from "../oracle/law.ts";
import { type Law, offsetAt, offsetText, temporalBy } from "./law.ts";

/** What the reference says of each minute of `[from, to)`: no boundary is looked for, so none can be missed. */

const MINUTE = 60_000;

/** A queue by two laws. */
export interface ReadQueue {
  readonly one: readonly boolean[];
  readonly other: readonly boolean[];
}

/** Minute by minute and not queue by queue, for queues of one zone share the reading of its clock. */
export function readByTheMinute(
  queues: readonly QueueConfiguration[],
  one: Law,
  other: Law,
  from: number,
  to: number,
  step: number = MINUTE,
): readonly ReadQueue[] {
  const read = (law: Law) => {
    const temporal = temporalBy(law);
    const open: boolean[][] = queues.map(() => []);
    for (let at = from; at < to; at += step) {
      for (const [q, queue] of queues.entries()) open[q]?.push(lawIsOpen(queue, at, temporal));
    }
    return open;
  };
  const [before, after] = [read(one), read(other)];
  return queues.map((_, q) => ({ one: before[q] ?? [], other: after[q] ?? [] }));
}

export function openIntervals(open: readonly boolean[], from: number, step: number = MINUTE): readonly Interval[] {
  const to = from + open.length * step;
  const found = stretchesOf(from, to, (at) => (open[(at - from) / step] ? {} : undefined), step);
  return found.map(({ start, end }) => ({ start, end }));
}

/** What a report must say of the queue, where it is named after its place. */
export function movedIntervals({ one, other }: ReadQueue, from: number): readonly OpenDifference[] {
  return stretchesOf(from, from + one.length * MINUTE, (at) => {
    const minute = (at - from) / MINUTE;
    return one[minute] === other[minute] ? undefined : { open: other[minute] === true };
  });
}

export function datesOf(timezone: string, intervals: readonly Interval[], law: Law): QueueDifference["dates"] {
  const temporal = temporalBy(law);
  const dates = new Set<string>();
  for (const { start, end } of intervals) {
    for (let at = start; at < end; at += MINUTE) {
      dates.add(temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate().toString());
    }
  }
  return [...dates].sort();
}

export function differingZones(
  timezones: Iterable<string>,
  one: Law,
  other: Law,
  from: number,
  to: number,
): readonly ZoneDifference[] {
  return [...timezones].sort().flatMap((timezone) => {
    const stretches = stretchesOf(from, to, (at) => {
      const [offset, its] = [offsetAt(one, timezone, at), offsetAt(other, timezone, at)];
      return offset === its ? undefined : { offset: offsetText(offset), other: offsetText(its) };
    });
    return stretches[0] === undefined ? [] : [{ timezone, first: stretches[0].start, stretches }];
  });
}

/** Minutes in a row of which the same is said. */
function stretchesOf<T extends object>(
  from: number,
  to: number,
  said: (at: number) => T | undefined,
  step: number = MINUTE,
): readonly (Interval & T)[] {
  const found: (Interval & T)[] = [];
  let last: string | undefined;
  for (let at = from; at < to; at += step) {
    const here = said(at);
    const text = here && JSON.stringify(here);
    const stretch = found.at(-1);
    if (here !== undefined && text === last && stretch !== undefined) {
      found[found.length - 1] = { ...stretch, end: at + step };
    } else if (here !== undefined) found.push({ start: at, end: at + step, ...here });
    last = text;
  }
  return found;
}
