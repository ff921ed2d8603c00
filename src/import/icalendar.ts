import { quoteName } from "../config/quote.ts";
import { type CalendarEvent, isRefusal, readEvent } from "./calendar-event.ts";
import { eventTexts } from "./calendar-lines.ts";
import { type DateRange, type DayRange, dayRange, type Holiday, HolidayDates } from "./holidays.ts";
import { icalendarProblem } from "./icalendar-problem.ts";
import type { TextImportProblem } from "./import-problem.ts";
import { type Budget, MOST_REPETITIONS, occurrencesOf, unreadPart } from "./occurrences.ts";

const MOST_CHARACTERS = 16_777_216;

export interface ICalendarOptions extends DateRange {
  /** Only events that have this in their summary, categories or description, whatever the capitals. */
  readonly match?: string | undefined;
}

/** What a calendar says, or why it cannot be read. Events that are no holidays are left out, each with its reason. */
export interface ImportedHolidays {
  readonly holidays: readonly Holiday[];
  readonly skipped: readonly TextImportProblem[];
  readonly problems: readonly TextImportProblem[];
  /** Events that were read and match. */
  readonly events: number;
}

/**
 * Reads the whole-date events of an iCalendar text (RFC 5545): events of several dates, those that repeat, their
 * exceptions and overrides. Cancelled events and those about a time of the day are left out. Throws a RangeError for a
 * range that is none.
 */
export function importICalendar(text: string, options: ICalendarOptions): ImportedHolidays {
  const range = dayRange(options);
  const whole = { text, start: 0, end: text.length };
  if (text.length > MOST_CHARACTERS) return none([icalendarProblem("E_ICAL_LONG", whole, "16 MiB")]);
  const texts = eventTexts(text);
  if (texts === undefined) return none([icalendarProblem("E_ICAL_NONE", whole)]);
  const matches = matcher(options.match);
  const events: CalendarEvent[] = [];
  const skipped: TextImportProblem[] = [];
  const problems: TextImportProblem[] = [];
  const read = texts.map(readEvent);
  for (const event of read) {
    if (!isRefusal(event)) events.push(event);
    // What cannot be read at all might match.
    else if (event.words === "" || matches(event.words)) {
      (event.problem.code.startsWith("W") ? skipped : problems).push(event.problem);
    }
  }
  const series = withoutReplaced(events, read).filter(({ words }) => matches(words));
  const dates = new HolidayDates(range);
  const budget: Budget = { left: MOST_REPETITIONS };
  for (const event of series) {
    const { place, name, count, isCancelled } = event;
    if (isCancelled) {
      skipped.push(icalendarProblem("W_ICAL_CANCELLED", place, quoteName(name)));
      continue;
    }
    const problem = repeat(event, range, budget, (start) => dates.add(name, start, count));
    if (problem !== undefined) problems.push(problem);
  }
  const inOrder = (found: TextImportProblem[]) => found.sort((a, b) => a.start - b.start);
  if (problems.length > 0) return { ...none(inOrder(problems)), skipped: inOrder(skipped), events: series.length };
  return { holidays: dates.inOrder(), skipped: inOrder(skipped), problems: [], events: series.length };
}

function none(problems: readonly TextImportProblem[]): ImportedHolidays {
  return { holidays: [], skipped: [], problems, events: 0 };
}

function matcher(match: string | undefined): (words: string) => boolean {
  if (match === undefined) return () => true;
  const wanted = match.toLowerCase();
  return (words) => words.toLowerCase().includes(wanted);
}

/** An event with a RECURRENCE-ID stands for one occurrence of the series of its UID, also when it is itself left out. */
function withoutReplaced(
  events: readonly CalendarEvent[],
  all: readonly Pick<CalendarEvent, "uid" | "replaces">[],
): readonly CalendarEvent[] {
  const replaced = new Map<string, number[]>();
  for (const { uid, replaces } of all) {
    if (replaces !== undefined) replaced.set(uid, [...(replaced.get(uid) ?? []), replaces]);
  }
  return events.map((event) => {
    const others = event.replaces === undefined ? (replaced.get(event.uid) ?? []) : [];
    return { ...event, removed: [...event.removed, ...others] };
  });
}

function repeat(
  event: CalendarEvent,
  range: DayRange,
  budget: Budget,
  add: (start: number) => void,
): TextImportProblem | undefined {
  const { place, name, rules } = event;
  for (const rule of rules) {
    const unread = unreadPart(rule);
    if (unread !== undefined) return icalendarProblem("E_ICAL_RULE", place, quoteName(name), unread);
  }
  let starts: readonly number[] | undefined;
  try {
    starts = occurrencesOf(event, range, budget);
  } catch (error) {
    return icalendarProblem("E_ICAL_RULE", place, quoteName(name), `what it cannot have (${(error as Error).message})`);
  }
  if (starts === undefined) return icalendarProblem("E_ICAL_WORK", place, MOST_REPETITIONS.toLocaleString("en-US"));
  for (const start of starts) add(start);
  return undefined;
}
