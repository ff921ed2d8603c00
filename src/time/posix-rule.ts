import { civilDate, epochDay, MINUTES_PER_DAY, weekdayIndex } from "./civil.ts";

/** What a POSIX TZ string says: a standard offset, and where there is one, a daylight saving time each year. */
export interface PosixRule {
  /** UTC offset in minutes. */
  readonly standard: number;
  readonly daylight: Daylight | undefined;
}

interface Daylight {
  /** UTC offset in minutes. */
  readonly offset: number;
  readonly start: YearlyChange;
  readonly end: YearlyChange;
}

/** A civil time by the clock that is about to change: minutes since 1970-01-01T00:00 of it, in a given year. */
type YearlyChange = (year: number) => number;

const NAME = "(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)";
const TIME = "[+-]?\\d{1,3}(?::\\d{1,2}){0,2}";
const CHANGE = `(J?\\d{1,3}|M\\d{1,2}\\.\\d\\.\\d)(?:/(${TIME}))?`;
const FORM = new RegExp(`^${NAME}(${TIME})(?:${NAME}(${TIME})?,${CHANGE},${CHANGE})?$`);

/** Longer than any that makes sense. */
const LONGEST = 128;
const LATEST_OFFSET_HOUR = 24;
/** A change may be given as a time up to a week away from its day: RFC 9636, 3.3.1. */
const LATEST_CHANGE_HOUR = 167;

/**
 * Reads the footer of a TZif file, a TZ string with the extension of RFC 9636, 3.3.1. Undefined when it is none, when a
 * time of it has seconds, or when its daylight saving time would last beyond the start of the next.
 */
export function parsePosixRule(text: string): PosixRule | undefined {
  if (text.length > LONGEST) return undefined;
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [, west = "", dstWest, startDay, startTime = "2", endDay, endTime = "2"] = match;
  // POSIX counts offsets westwards.
  const standard = 0 - minutes(west, LATEST_OFFSET_HOUR);
  if (!Number.isInteger(standard)) return undefined;
  if (startDay === undefined || endDay === undefined) return { standard, daylight: undefined };
  const offset = dstWest === undefined ? standard + 60 : 0 - minutes(dstWest, LATEST_OFFSET_HOUR);
  const start = yearlyChange(startDay, minutes(startTime, LATEST_CHANGE_HOUR));
  const end = yearlyChange(endDay, minutes(endTime, LATEST_CHANGE_HOUR));
  if (!Number.isInteger(offset) || start === undefined || end === undefined) return undefined;
  const rule = { standard, daylight: { offset, start, end } };
  return isInTurn(rule, 2000) ? rule : undefined;
}

/** An instant from which on another offset holds. */
export interface OffsetChange {
  readonly minute: number;
  readonly offset: number;
}

/**
 * The changes of offset in the years that `[from, to)` touches and in one more before and after, ascending. Where two
 * fall on one minute the later in the list holds: thus is daylight saving time all year written.
 */
export function yearlyChanges({ standard, daylight }: PosixRule, from: number, to: number): readonly OffsetChange[] {
  if (daylight === undefined) return [];
  const { offset, start, end } = daylight;
  const changes: OffsetChange[] = [];
  for (let year = yearOf(from) - 1; year <= yearOf(to) + 1; year++) {
    const starts = { minute: start(year) - standard, offset };
    const ends = { minute: end(year) - offset, offset: standard };
    if (starts.minute <= ends.minute) changes.push(starts, ends);
    else changes.push(ends, starts);
  }
  return changes;
}

/** The offset at an instant, in epoch minutes. */
export function offsetByRule(rule: PosixRule, minute: number): number {
  const change = yearlyChanges(rule, minute, minute).findLast((each) => each.minute <= minute);
  return change?.offset ?? rule.standard;
}

/** Whether the changes of a year follow each other and are done before those of the next. */
function isInTurn(rule: PosixRule, year: number): boolean {
  const middle = epochDay(year, 7, 1) * MINUTES_PER_DAY;
  const changes = yearlyChanges(rule, middle, middle);
  return changes.every(({ minute }, i) => i === 0 || minute >= (changes[i - 1] as OffsetChange).minute);
}

function yearOf(minute: number): number {
  return civilDate(Math.floor(minute / MINUTES_PER_DAY)).year;
}

/** NaN for a time that is not in whole minutes or out of range. */
function minutes(time: string, latestHour: number): number {
  const [hour = "", minute = "0", second = "0"] = time.replace(/^[+-]/, "").split(":");
  if (Number(hour) > latestHour || Number(minute) > 59 || Number(second) !== 0) return Number.NaN;
  const size = Number(hour) * 60 + Number(minute);
  return time.startsWith("-") ? -size : size;
}

function yearlyChange(day: string, minute: number): YearlyChange | undefined {
  const epochDayOf = dayOfYear(day);
  if (epochDayOf === undefined || Number.isNaN(minute)) return undefined;
  return (year) => epochDayOf(year) * MINUTES_PER_DAY + minute;
}

function dayOfYear(text: string): ((year: number) => number) | undefined {
  if (text.startsWith("M")) {
    const [month = 0, week = 0, weekday = 0] = text.slice(1).split(".").map(Number);
    if (month < 1 || month > 12 || week < 1 || week > 5 || weekday > 6) return undefined;
    return (year) => weekdayOfMonth(year, month, week, weekday);
  }
  if (text.startsWith("J")) {
    // 29 February is not counted.
    const day = Number(text.slice(1));
    if (day < 1 || day > 365) return undefined;
    return (year) => (day < 60 ? epochDay(year, 1, 1) : epochDay(year, 3, 1) - 59) + day - 1;
  }
  const day = Number(text);
  return day > 365 ? undefined : (year) => epochDay(year, 1, 1) + day;
}

/** Week 5 is the last in which the month has that weekday; 0 is Sunday. */
function weekdayOfMonth(year: number, month: number, week: number, weekday: number): number {
  const first = epochDay(year, month, 1);
  const day = first + ((weekday - ((weekdayIndex(first) + 1) % 7) + 7) % 7) + (week - 1) * 7;
  const next = month === 12 ? epochDay(year + 1, 1, 1) : epochDay(year, month + 1, 1);
  return day < next ? day : day - 7;
}
