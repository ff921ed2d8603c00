import type { ZoneSource } from "../index.ts";
import { civilInstants } from "../report.ts";
import { UsageError } from "./failure.ts";
import { clockText, instantText, offsetText, transitionsIn } from "./wall-clock.ts";
import { checkZone } from "./zone-name.ts";

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
const MINUTES_PER_DAY = 1440;
const FIRST_INSTANT = Date.UTC(1972, 0, 8);
const LAST_INSTANT = Date.UTC(9999, 11, 30);

/** Which of the two instants a civil time in a fold means. */
export type Pass = "first" | "second";

export interface InstantOptions {
  readonly at?: string;
  readonly zone?: string;
  readonly fold?: Pass;
}

/** RFC 3339, seconds left out where there are none. */
const DATE = String.raw`\d{4}-\d{2}-\d{2}`;
const TIME = String.raw`\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?`;
const INSTANT = new RegExp(`^(${DATE})[Tt ](${TIME})([Zz]|[+-]\\d{2}:\\d{2})$`);
const CIVIL = new RegExp(`^(${DATE}|[a-z]+)(?:[Tt ](${TIME}))?$`, "i");
/** As expectations write it: `2026-12-24T18:00[America/New_York]`. */
const ZONED = /^([^[\]]+)\[([^[\]]+)\]$/;
const NOW = /^now(?:([+-])((?:\d+[dhm])+))?$/i;

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const DAYS_FROM_TODAY: { readonly [word: string]: number } = { yesterday: -1, today: 0, tomorrow: 1 };

/** What `--at` says: one instant, or two when it is a civil time that the zone shows twice. Epoch milliseconds. */
export function instantsOf(options: InstantOptions, now: number, zones: ZoneSource): readonly number[] {
  const { at: text = "now", zone, fold } = options;
  const own = ZONED.exec(text);
  if (own !== null) return instantsOf({ ...options, at: own[1] as string, zone: own[2] as string }, now, zones);
  if (zone !== undefined) checkZone("--zone", zone, zones);
  const given = NOW.exec(text);
  if (given !== null) return [checked(now + shift(given[1], given[2]), text)];
  const [, date = "", time = "", offset = ""] = INSTANT.exec(text) ?? [];
  if (date !== "") return [checked(instantAt(text, date, time, offset), text)];
  const civil = CIVIL.exec(text);
  if (civil === null) throw wrong(text);
  if (zone === undefined) {
    throw new UsageError(
      `\`--at ${text}\` is a civil time: say whose with --zone, such as --zone America/New_York, or add the offset, such as 2026-12-24T18:00:00-05:00`,
    );
  }
  return passes(text, civil[1] as string, civil[2] ?? "00:00", { zone, fold, now, zones });
}

/** As {@link instantsOf}, where one is wanted. */
export function instantOf(options: InstantOptions, now: number, zones: ZoneSource): number {
  const [first, second] = instantsOf(options, now, zones);
  if (second !== undefined && first !== undefined) throw twice(options, first, second, zones);
  return first as number;
}

function twice(
  { at = "", zone = "UTC" }: InstantOptions,
  first: number,
  second: number,
  zones: ZoneSource,
): UsageError {
  const [a, b] = [first, second].map((at) => clockText(at, zone, zones));
  return new UsageError(
    `\`--at ${at}\` happens twice in ${zone} (a fold): ${a} and ${b}; say which with --fold first or --fold second`,
  );
}

function shift(sign: string | undefined, spans = ""): number {
  const units: { readonly [unit: string]: number } = { d: MS_PER_DAY, h: 60 * MS_PER_MINUTE, m: MS_PER_MINUTE };
  const total = [...spans.matchAll(/(\d+)([dhm])/gi)].reduce(
    (sum, [, count, unit = ""]) => sum + Number(count) * (units[unit.toLowerCase()] as number),
    0,
  );
  return sign === "-" ? -total : total;
}

function instantAt(text: string, date: string, time: string, offset: string): number {
  const civil = civilMilliseconds(date, time);
  const isUtc = offset.toUpperCase() === "Z";
  const [hours, minutes] = isUtc ? [0, 0] : [Number(offset.slice(1, 3)), Number(offset.slice(4, 6))];
  if (civil === undefined || hours > 14 || minutes > 59) throw wrong(text);
  const shifted = (hours * 60 + minutes) * MS_PER_MINUTE;
  return civil + (offset.startsWith("-") ? shifted : -shifted);
}

/** As if the civil time were of UTC. Undefined for what no calendar or clock shows: 30 February, 24:00, a second 60. */
function civilMilliseconds(date: string, time: string): number | undefined {
  const [hour = 0, minute = 0, second = 0] = time.split(":").map(Number);
  const day = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(day) || instantText(day).slice(0, 10) !== date) return undefined;
  if (hour > 23 || minute > 59 || second >= 60) return undefined;
  return day + (hour * 60 + minute) * MS_PER_MINUTE + Math.floor(second * 1000);
}

function passes(
  text: string,
  day: string,
  time: string,
  { zone, fold, now, zones }: { zone: string; fold: Pass | undefined; now: number; zones: ZoneSource },
): readonly number[] {
  const civil = civilMilliseconds(dateOf(text, day, now, zone, zones), time);
  if (civil === undefined) throw wrong(text);
  checked(civil, text);
  const found = civilInstants(zones, zone, new Date(civil).toISOString().slice(0, -1));
  if (found.length === 0) throw skipped(text, zone, Math.floor(civil / MS_PER_MINUTE), zones);
  if (found.length === 1 || fold === undefined) return found;
  return [fold === "first" ? (found[0] as number) : (found.at(-1) as number)];
}

/** `2026-11-01`, or the date that a word means in the zone: a weekday is the next one, today included. */
function dateOf(text: string, day: string, now: number, zone: string, zones: ZoneSource): string {
  if (/^\d/.test(day)) return day;
  const word = day.toLowerCase();
  const today = Date.parse(clockText(now, zone, zones).slice(4, 14));
  const weekday = WEEKDAYS.indexOf(word.slice(0, 3));
  const isWeekday = weekday >= 0 && (word.length === 3 || WEEKDAY_NAMES[weekday] === word);
  const days = isWeekday ? (weekday - new Date(today).getUTCDay() + 7) % 7 : DAYS_FROM_TODAY[word];
  if (days === undefined) throw wrong(text);
  return instantText(today + days * MS_PER_DAY).slice(0, 10);
}

const WEEKDAY_NAMES = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function skipped(text: string, zone: string, civilMinute: number, zones: ZoneSource): UsageError {
  const around = transitionsIn(zone, civilMinute - 2 * MINUTES_PER_DAY, civilMinute + 2 * MINUTES_PER_DAY, zones);
  const gap = around.find(
    ({ minute, before, after }) => minute + before <= civilMinute && civilMinute < minute + after,
  );
  if (gap === undefined) return wrong(text);
  const { minute, before, after } = gap;
  const [from = "", to = ""] = [before, after].map((offset) => civilText(minute + offset));
  // A zone may skip a whole date; otherwise the time says enough.
  const shown = from.slice(0, 10) === to.slice(0, 10) ? 11 : 0;
  return new UsageError(
    `\`--at ${text}\` never happens in ${zone} (a gap): at ${instantText(minute * MS_PER_MINUTE)} the clock goes from ${from.slice(shown)} ${offsetText(before)} to ${to.slice(shown)} ${offsetText(after)}`,
  );
}

/** `2026-11-01 01:30` of a civil minute. */
function civilText(civilMinute: number): string {
  return instantText(civilMinute * MS_PER_MINUTE)
    .slice(0, 16)
    .replace("T", " ");
}

function checked(at: number, text: string): number {
  if (at < FIRST_INSTANT) throw new UsageError(`\`--at ${text}\` is before 1972-01-08, where answers begin`);
  if (at > LAST_INSTANT) throw new UsageError(`\`--at ${text}\` is behind 9999-12-30, where answers end`);
  return at;
}

function wrong(text: string): UsageError {
  return new UsageError(
    `\`--at ${text}\` is no instant: write it with its offset, such as 2026-12-24T18:00:00-05:00 or 2026-12-24T23:00Z, ` +
      "or a civil time with --zone, such as 2026-12-24T18:00, or now, now+90m, now-2d",
  );
}
