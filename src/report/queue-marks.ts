import type { DateException, QueueConfiguration } from "../config/types.ts";
import type { Hours } from "../schedule/hours.ts";
import { readHours } from "../schedule/read-hours.ts";
import { formatDate, MINUTES_PER_DAY } from "../time/civil.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import { instantsShowing, type OffsetStretch, stretchesShowing } from "./civil-spans.ts";
import { cutSpill, type Spill, spilled } from "./spill.ts";
import type { CutSpillMark, ExceptionMark, SpillMark } from "./timeline-types.ts";

export type DatedMark = (ExceptionMark | SpillMark | CutSpillMark) & {
  /** The date of the mark as an epoch day of the queue's zone. */
  readonly day: number;
};

/** Exceptions and cut spills of a queue, by date, on the dates that its zone shows in `offsets`. */
export function exceptionMarks(
  queue: QueueConfiguration,
  index: number,
  offsets: readonly OffsetStretch[],
): readonly DatedMark[] {
  const hours = readHours(queue);
  const [first, last] = daysShown(offsets);
  const days = hours.exceptions.dates.filter((day) => day >= first && day <= last).sort((a, b) => a - b);
  return days.flatMap((day): readonly DatedMark[] => {
    const date = formatDate(day);
    const about = { queue: queue.name, index, timezone: queue.timezone, date, day };
    const stretches = instantsShowing(offsets, day);
    const exception = queue.date_exceptions?.[date] as DateException;
    const mark: DatedMark = { kind: "date_exception", ...about, exception, stretches };
    const cut = cutSpill(hours, day);
    const lost = stretchesShowing(cut.minutes, day, offsets);
    return lost.length === 0 ? [mark] : [mark, { kind: "cut_spill", ...about, ...origin(cut, day), stretches: lost }];
  });
}

/** Where an interval of the evening before keeps a queue open. */
export function spillMarks(
  queue: QueueConfiguration,
  index: number,
  offsets: readonly OffsetStretch[],
): readonly DatedMark[] {
  const hours: Hours = readHours(queue);
  const [first, last] = daysShown(offsets);
  const marks: DatedMark[] = [];
  for (let day = first; day <= last; day++) {
    const spill = spilled(hours, day);
    const stretches = stretchesShowing(spill.minutes, day, offsets);
    if (stretches.length === 0) continue;
    const about = { queue: queue.name, index, timezone: queue.timezone, date: formatDate(day), day };
    marks.push({ kind: "spill", ...about, ...origin(spill, day), stretches });
  }
  return marks;
}

function origin({ by }: Spill, day: number): Pick<SpillMark, "from" | "by"> {
  return { from: formatDate(day - 1), by };
}

function daysShown(offsets: readonly OffsetStretch[]): readonly [first: number, last: number] {
  const [first, last] = [offsets[0], offsets.at(-1)];
  if (first === undefined || last === undefined) return [0, -1];
  const dayOf = (at: number, offset: number) => Math.floor((at / MS_PER_MINUTE + offset) / MINUTES_PER_DAY);
  return [dayOf(first.start, first.offset), dayOf(last.end - 1, last.offset)];
}
