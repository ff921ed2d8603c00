import type { CivilInterval, DateException, QueueConfiguration, WeeklyHours } from "../config/types.ts";
import { BoundaryDraft } from "../time/boundary-draft.ts";
import { dayOfDate, MINUTES_PER_DAY, parseMinute } from "../time/civil.ts";
import { DistinctDays } from "./distinct-days.ts";
import { ExceptionHours, NO_EXCEPTIONS } from "./exception-hours.ts";
import { type Hours, WEEKDAYS } from "./hours.ts";
import { CLOSED, FIRST_ID, type ListedHours, listedRun, WHOLE_DATE } from "./listed-hours.ts";

const ALWAYS: Hours["week"] = Object.freeze(WEEKDAYS.map(() => WHOLE_DATE));

/** As schedules are compiled, queues are read: one at a time, in the memory of the one before. Hours are copied out of it. */
const draft = new BoundaryDraft();
const runs = new DistinctDays();
/** By their number. */
const known: ListedHours[] = [CLOSED, WHOLE_DATE];
const dates: number[] = [];
const ids: number[] = [];
/** The interval that was alone in the list before, and the number of its hours: queues mostly open at the same time. */
let before: CivilInterval | undefined;
let idBefore = CLOSED.id;

/** The hours of a queue, as its lists mean them. */
export function readHours(queue: QueueConfiguration): Hours {
  runs.clear();
  before = undefined;
  const week = queue.open_24 ? ALWAYS : weekOf(queue.weekly_hours ?? {});
  return { open24: queue.open_24, week, exceptions: exceptionHours(queue.date_exceptions) };
}

/** By name, for each name that is looked up by a variable costs as much as reading a short list. */
function weekOf({ mon, tue, wed, thu, fri, sat, sun }: WeeklyHours): readonly ListedHours[] {
  return [listed(mon), listed(tue), listed(wed), listed(thu), listed(fri), listed(sat), listed(sun)];
}

function listed(intervals: readonly CivilInterval[] | undefined): ListedHours {
  return known[idOf(intervals)] as ListedHours;
}

function exceptionHours(exceptions: QueueConfiguration["date_exceptions"]): ExceptionHours {
  let count = 0;
  for (const date in exceptions) {
    const exception = exceptions[date] as DateException;
    dates[count] = dayOfDate(date);
    if ("intervals" in exception) ids[count] = idOf(exception.intervals);
    else ids[count] = "open_24" in exception ? WHOLE_DATE.id : CLOSED.id;
    count++;
  }
  if (count === 0) return NO_EXCEPTIONS;
  return new ExceptionHours(dates.slice(0, count), ids.slice(0, count), known.slice(0, FIRST_ID + runs.count));
}

/** The number of the hours that a list means: the same may be written in more than one way. */
function idOf(intervals: readonly CivilInterval[] | undefined): number {
  if (intervals === undefined || intervals.length === 0) return CLOSED.id;
  const first = intervals[0] as CivilInterval;
  const isAlone = intervals.length === 1;
  if (isAlone && before !== undefined && first.start === before.start && first.end === before.end) return idBefore;
  draftRun(intervals);
  const { values, length } = draft;
  if (length === 2 && values[0] === 0 && values[1] === MINUTES_PER_DAY) return WHOLE_DATE.id;
  const { count } = runs;
  const number = runs.add(values, length);
  const id = FIRST_ID + number;
  if (number === count) known[id] = listedRun(id, draft.taken());
  if (isAlone) {
    before = first;
    idBefore = id;
  }
  return id;
}

/** The union of the intervals, in minutes of the date that they belong to: an overnight one ends beyond it. */
function draftRun(intervals: readonly CivilInterval[]): void {
  draft.clear();
  let last = 0;
  for (const { start, end } of intervals) {
    const from = parseMinute(start);
    const to = parseMinute(end);
    if (from < last) {
      draftRun([...intervals].sort((one, other) => parseMinute(one.start) - parseMinute(other.start)));
      return;
    }
    draft.append(from, from < to ? to : to + MINUTES_PER_DAY);
    last = from;
  }
}
