import type { Interval, OpenDifference, QueueConfiguration, QueueDifference, ZoneDifference } from "../../src/index.ts";
import { lawIsOpen } from "../oracle/law.ts";
import type { Law } from "./law.ts";
import { offsetAt, offsetText, temporalOn } from "./temporal-on.ts";

/** What the reference says of each minute of `[from, to)`: no boundary is looked for, so none can be missed. */

const MINUTE = 60_000;

/** A queue by two laws. */
export interface ReadQueue {
  readonly one: readonly boolean[];
  readonly other: readonly boolean[];
}

export function readByTheMinute(queue: QueueConfiguration, one: Law, other: Law, from: number, to: number): ReadQueue {
  const minutes = Array.from({ length: (to - from) / MINUTE }, (_, i) => from + i * MINUTE);
  const read = (law: Law) => {
    const temporal = temporalOn(law);
    return minutes.map((at) => lawIsOpen(queue, at, temporal));
  };
  return { one: read(one), other: read(other) };
}

export function openIntervals(open: readonly boolean[], from: number): readonly Interval[] {
  const to = from + open.length * MINUTE;
  const found = stretchesOf(from, to, (at) => (open[(at - from) / MINUTE] ? {} : undefined));
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
  const temporal = temporalOn(law);
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
): readonly (Interval & T)[] {
  const found: (Interval & T)[] = [];
  let last: string | undefined;
  for (let at = from; at < to; at += MINUTE) {
    const here = said(at);
    const text = here && JSON.stringify(here);
    const stretch = found.at(-1);
    if (here !== undefined && text === last && stretch !== undefined) {
      found[found.length - 1] = { ...stretch, end: at + MINUTE };
    } else if (here !== undefined) found.push({ start: at, end: at + MINUTE, ...here });
    last = text;
  }
  return found;
}
