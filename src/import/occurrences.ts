import ICAL from "ical.js";
import { civilDate, epochDay } from "../time/civil.ts";
import type { CalendarEvent } from "./calendar-event.ts";
import type { DayRange } from "./holidays.ts";

/** Repetitions that a calendar may take, from the starts of its series to the end of the range. */
export const MOST_REPETITIONS = 100_000;
const MOST_INTERVAL = 1000;

/** Parts of rules, by frequency, that are read: what holidays are made of. */
const PARTS: { readonly [frequency: string]: readonly string[] } = {
  YEARLY: ["BYMONTH", "BYMONTHDAY", "BYDAY"],
  MONTHLY: ["BYMONTHDAY", "BYDAY"],
  WEEKLY: ["BYDAY"],
  DAILY: [],
};

const WEEKDAY = /^(?:MO|TU|WE|TH|FR|SA|SU)$/;
const NTH_WEEKDAY = /^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)$/;

/**
 * What of a rule is not read, or undefined. The library repeats some rules without end and others on wrong dates
 * (a 30th of February in March), so only those are handed to it that it is right about.
 */
export function unreadPart({ freq, interval, parts, until, count }: ICAL.Recur): string | undefined {
  const known = PARTS[freq];
  if (known === undefined) return `FREQ=${freq}`;
  if (interval < 1 || interval > MOST_INTERVAL) return `INTERVAL=${interval}`;
  if (until && count) return "both COUNT and UNTIL";
  const given = parts as { readonly [part: string]: readonly (string | number)[] };
  const unknown = Object.keys(given).find((part) => !known.includes(part));
  if (unknown !== undefined) return unknown;
  const [months = [], days = [], weekdays = []] = ["BYMONTH", "BYMONTHDAY", "BYDAY"].map((part) => given[part]);
  if (days.length > 0 && weekdays.length > 0) return "both BYMONTHDAY and BYDAY";
  if (freq === "YEARLY" && months.length === 0 && days.length + weekdays.length > 0)
    return "days of the year without BYMONTH";
  const most = Math.min(31, ...months.map((month) => daysIn(Number(month))));
  const isDay = (day: number) => (day >= 1 && day <= most) || (day === -1 && freq === "MONTHLY");
  if (!days.every((day) => isDay(Number(day)))) return `BYMONTHDAY=${days.join(",")}`;
  const form = freq === "WEEKLY" ? WEEKDAY : NTH_WEEKDAY;
  if (!weekdays.every((day) => form.test(String(day)))) return `BYDAY=${weekdays.join(",")}`;
  return undefined;
}

function daysIn(month: number): number {
  return month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A limit of work that is shared by all events of a calendar. */
export interface Budget {
  left: number;
}

/** Starts of an event's occurrences that reach into the range; undefined when the budget is used up. */
export function occurrencesOf(event: CalendarEvent, range: DayRange, budget: Budget): readonly number[] | undefined {
  const starts = new Set([event.start, ...event.added]);
  if (event.rules.length > 0) starts.delete(event.start);
  for (const rule of event.rules) {
    const { year, month, day } = civilDate(event.start);
    const iterator = rule.iterator(new ICAL.Time({ year, month, day, isDate: true }, ICAL.Timezone.localTimezone));
    for (let next = iterator.next(); next; next = iterator.next()) {
      if (budget.left-- <= 0) return undefined;
      const found = epochDay(next.year, next.month, next.day);
      if (found > range.last) break;
      // The 29th of February comes in leap years alone, as RFC 5545 says of dates that are not.
      const isMoved = month === 2 && day === 29 && rule.freq === "YEARLY" && next.day !== day;
      if (!isMoved || Object.keys(rule.parts).length > 0) starts.add(found);
    }
  }
  for (const removed of event.removed) starts.delete(removed);
  return [...starts].filter((start) => start <= range.last && start + event.count > range.first).sort((a, b) => a - b);
}
