import { formatOffset } from "../time/civil.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import { type OffsetDifference, offsetDifferences } from "../time/offset-differences.ts";
import type { OffsetSpans } from "../time/zone.ts";

/** A time zone of which two sources say different offsets. */
export interface ZoneDifference {
  readonly timezone: string;
  /** The first instant at which they differ, epoch milliseconds. */
  readonly first: number;
  readonly stretches: readonly OffsetStretch[];
}

/** Half-open `[start, end)`, epoch milliseconds. */
export interface OffsetStretch {
  readonly start: number;
  readonly end: number;
  /** By the first source, such as `-08:00`. */
  readonly offset: string;
  /** By the other source. */
  readonly other: string;
}

/** What of the zones differs within `[from, to)` in epoch minutes, by name. */
export function zoneDifferences(
  timezones: Iterable<string>,
  one: (timezone: string) => OffsetSpans,
  other: (timezone: string) => OffsetSpans,
  from: number,
  to: number,
): readonly ZoneDifference[] {
  const found: ZoneDifference[] = [];
  for (const timezone of [...timezones].sort()) {
    const stretches = offsetDifferences(one(timezone), other(timezone), from, to).map(stretchOf);
    const [first] = stretches;
    if (first !== undefined) found.push({ timezone, first: first.start, stretches });
  }
  return found;
}

function stretchOf({ start, end, one, other }: OffsetDifference): OffsetStretch {
  return {
    start: start * MS_PER_MINUTE,
    end: end * MS_PER_MINUTE,
    offset: formatOffset(one),
    other: formatOffset(other),
  };
}
