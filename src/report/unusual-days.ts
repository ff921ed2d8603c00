import type { Destination, QueueConfiguration, Weekday } from "../config/types.ts";
import { hoursOfDate, spillInto, WEEKDAYS } from "../schedule/hours.ts";
import { type ListedHours, withSpill } from "../schedule/listed-hours.ts";
import { readHours } from "../schedule/read-hours.ts";
import { formatDate, weekdayIndex } from "../time/civil.ts";
import type { Boundaries } from "../time/interval.ts";
import type { ZoneSource } from "../time/zone.ts";
import { datedSpans, type OffsetStretch, offsetStretches, stretchesShowing, widened } from "./civil-spans.ts";
import type { Happening, UnusualDay } from "./coverage-types.ts";
import { groupBy } from "./group.ts";
import { minutesOf } from "./length.ts";
import { exceptionMarks } from "./queue-marks.ts";
import type { Range } from "./range.ts";
import { gapsAndFolds, transitionMarks } from "./transition-marks.ts";

interface Dated {
  readonly day: number;
  readonly timezone: string;
  readonly happening: Happening;
}

/** Exceptions, cut spills and transitions of enabled queues, by the dates of their zones that the range shows. */
export function unusualDays(destination: Destination, zones: ZoneSource, range: Range): readonly UnusualDay[] {
  const wide = widened(range);
  const enabled = [...destination.entries()].filter(([, { enabled }]) => enabled);
  const found = [...groupBy(enabled, ([, { timezone }]) => timezone)].flatMap(([timezone, queues]) => {
    const offsets = offsetStretches(zones, timezone, wide);
    const shown = new Set(datedSpans(offsets, { start: range.from, end: range.to }).map(({ day }) => day));
    const exceptions = queues.flatMap(([index, queue]) => exceptionsOf(queue, index, offsets));
    return [...transitionsOf(timezone, offsets, range), ...exceptions.filter(({ day }) => shown.has(day))];
  });
  const days = [...groupBy(found, ({ day, timezone }) => `${day} ${timezone}`).values()];
  return days
    .sort(([a], [b]) => (a as Dated).day - (b as Dated).day)
    .map((happenings) => {
      const { day, timezone } = happenings[0] as Dated;
      const weekday = WEEKDAYS[weekdayIndex(day)] as Weekday;
      return { date: formatDate(day), weekday, timezone, happenings: happenings.map(({ happening }) => happening) };
    });
}

/** A gap or fold over midnight stands on both of its dates. */
function transitionsOf(timezone: string, offsets: readonly OffsetStretch[], range: Range): readonly Dated[] {
  return transitionMarks(timezone, offsets, range).flatMap((mark) => {
    const { at, before, after } = mark;
    return gapsAndFolds(mark).map(([day, { kind }]) => ({ day, timezone, happening: { kind, at, before, after } }));
  });
}

function exceptionsOf(queue: QueueConfiguration, index: number, offsets: readonly OffsetStretch[]): readonly Dated[] {
  const hours = readHours(queue);
  const { timezone } = queue;
  return exceptionMarks(queue, index, offsets).map((mark): Dated => {
    const { day } = mark;
    if (mark.kind !== "date_exception") {
      const { kind, from, by, stretches } = mark as typeof mark & { kind: "cut_spill" };
      return { day, timezone, happening: { kind, queue: queue.name, index, from, by, stretches } };
    }
    const openMinutes = (open: Boundaries) => minutesOf(stretchesShowing(open, day, offsets));
    const minutes = openMinutes(hoursOfDate(hours, day));
    const usualMinutes = openMinutes(
      withSpill((hours.week[weekdayIndex(day)] as ListedHours).own, spillInto(hours, day)),
    );
    const { exception } = mark;
    return {
      day,
      timezone,
      happening: { kind: mark.kind, queue: queue.name, index, exception, minutes, usualMinutes },
    };
  });
}
