/** Civil dates as epoch days: whole days since 1970-01-01 of the proleptic Gregorian calendar. No time zones here. */

export const MINUTES_PER_DAY = 1440;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/**
 * `year` from 0 on. Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`, 400 years later: so
 * that no number is negative, and all divisions are of whole numbers.
 */
export function epochDay(year: number, month: number, day: number): number {
  const y = (month <= 2 ? year - 1 : year) + 400;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1;
  return y * 365 + (y >> 2) - ((y / 100) | 0) + ((y / 400) | 0) + dayOfYear - 865_565;
}

/** The inverse of {@link epochDay}: `civil_from_days` of the same source. */
export function civilDate(epochDay: number): CivilDate {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayIndex(epochDay: number): number {
  // 1970-01-01 was a Thursday.
  return (((epochDay + 3) % 7) + 7) % 7;
}

/** `YYYY-MM-DD` to an epoch day; undefined when the text has another form or names no date of the calendar. */
export function parseDate(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined;
  const [century, yearOfCentury] = [twoDigits(text, 0), twoDigits(text, 2)];
  const [month, day] = [twoDigits(text, 5), twoDigits(text, 8)];
  if (century < 0 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1) return undefined;
  const year = century * 100 + yearOfCentury;
  return day > daysInMonth(year, month) ? undefined : epochDay(year, month, day);
}

/** `YYYY-MM-DD` (already validated) to an epoch day. */
export function dayOfDate(text: string): number {
  return epochDay(knownDigits(text, 0) * 100 + knownDigits(text, 2), knownDigits(text, 5), knownDigits(text, 8));
}

function knownDigits(text: string, at: number): number {
  return 10 * text.charCodeAt(at) + text.charCodeAt(at + 1) - 11 * ZERO;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const HYPHEN = 0x2d;
const ZERO = 0x30;

/** Two ASCII digits of `text` as a number, -1 when there is any other character. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

export function formatDate(epochDay: number): string {
  const { year, month, day } = civilDate(epochDay);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** `HH:MM` (already validated) to a minute of the day, 0 to 1440. */
export function parseMinute(text: string): number {
  return twoDigits(text, 0) * 60 + twoDigits(text, 3);
}

export function formatMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Minutes east of UTC as `+05:30`. */
export function formatOffset(minutes: number): string {
  return `${minutes < 0 ? "-" : "+"}${formatMinute(Math.abs(minutes))}`;
}
