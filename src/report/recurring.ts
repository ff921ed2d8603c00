import type { Weekday } from "../config/types.ts";
import { WEEKDAYS } from "../schedule/hours.ts";
import { formatDate, formatMinute, weekdayIndex } from "../time/civil.ts";
import { MS_PER_DAY, MS_PER_MINUTE } from "../time/instant.ts";
import type { ZoneSource } from "../time/zone.ts";
import { type OffsetStretch, offsetStretches } from "./civil-spans.ts";
import type { ChangedSpan } from "./diff-types.ts";
import { groupBy } from "./group.ts";
import { minutesOf } from "./length.ts";

/** Spans of the same change between the same civil times, as a person would tell them: Monday to Friday 17:00–18:00. */
export interface RecurringSpans extends Pick<ChangedSpan, "before" | "after" | "timezone" | "transferFunctions"> {
  readonly weekdays: readonly Weekday[];
  /** `HH:MM` on the date on which they begin, and on that `daysLater`, as the clock of the zone shows the last minute's end. */
  readonly civilStart: string;
  readonly civilEnd: string;
  readonly daysLater: number;
  readonly times: number;
  readonly minutes: number;
  /** The first and the last date on which one begins. */
  readonly first: string;
  readonly last: string;
  readonly spans: readonly ChangedSpan[];
}

interface Shown {
  readonly span: ChangedSpan;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** In order of the first that each holds. */
export function recurringSpans(spans: readonly ChangedSpan[], zones: ZoneSource): readonly RecurringSpans[] {
  const [from, to] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
  const known = new Map<string, readonly OffsetStretch[]>();
  const offsets = (timezone: string) => {
    const stretches = known.get(timezone) ?? offsetStretches(zones, timezone, { from, to });
    known.set(timezone, stretches);
    return stretches;
  };
  const shown = spans.map((span) => civilOf(span, offsets(span.timezone)));
  const alike = ({ span, start, end }: Shown) =>
    JSON.stringify([span.before, span.after, span.timezone, span.transferFunctions, start, end]);
  return [...groupBy(shown, alike).values()].map(recurring);
}

/** Civil times in milliseconds of the date on which the span begins. */
function civilOf(span: ChangedSpan, offsets: readonly OffsetStretch[]): Shown {
  const civil = (at: number) => {
    const stretch = offsets.findLast(({ start }) => start <= at) as OffsetStretch;
    return at + stretch.offset * MS_PER_MINUTE;
  };
  const start = civil(span.start);
  const day = Math.floor(start / MS_PER_DAY);
  return { span, day, start: start - day * MS_PER_DAY, end: civil(span.end - 1) + 1 - day * MS_PER_DAY };
}

function recurring(those: readonly Shown[]): RecurringSpans {
  const [{ span, start, end }] = those as readonly [Shown];
  const { before, after, timezone, transferFunctions } = span;
  // What ends at midnight ends at 24:00 of its date.
  const daysLater = Math.ceil(end / MS_PER_DAY) - 1;
  const days = those.map(({ day }) => day);
  const weekdays = new Set(days.map(weekdayIndex));
  return {
    before,
    after,
    timezone,
    ...(transferFunctions && { transferFunctions }),
    weekdays: WEEKDAYS.filter((_, index) => weekdays.has(index)),
    civilStart: formatMinute(Math.floor(start / MS_PER_MINUTE)),
    civilEnd: formatMinute(Math.floor((end - daysLater * MS_PER_DAY) / MS_PER_MINUTE)),
    daysLater,
    times: those.length,
    minutes: minutesOf(those.map((each) => each.span)),
    first: formatDate(days[0] as number),
    last: formatDate(days.at(-1) as number),
    spans: those.map((each) => each.span),
  };
}
