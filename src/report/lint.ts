import { pointerTo } from "../config/pointer.ts";
import { type Problem, problem } from "../config/problem.ts";
import { quoteName } from "../config/quote.ts";
import type { Destination, QueueConfiguration } from "../config/types.ts";
import { type Hours, hoursOfDate } from "../schedule/hours.ts";
import { readHours } from "../schedule/read-hours.ts";
import { civilMinute } from "../schedule/schedule.ts";
import { formatDate } from "../time/civil.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import type { ZoneSource } from "../time/zone.ts";
import { alwaysBefore } from "./never-chosen.ts";

/** Warnings about one destination without errors: what an operator hardly meant. `now` in epoch milliseconds. */
export function lintDestination(
  pointer: string,
  destination: Destination,
  zones: ZoneSource,
  now: number,
): readonly Problem[] {
  const found: Problem[] = [];
  const today = destination.map(
    ({ timezone }) => civilMinute(timezone, Math.floor(now / MS_PER_MINUTE), zones).epochDay,
  );
  const hours = destination.map(readHours);
  destination.forEach((queue, q) => {
    const at = `${pointer}/${q}`;
    const day = today[q] as number;
    found.push(...pastExceptions(at, queue, hours[q] as Hours, day));
    if (!queue.enabled) return;
    if (isNeverOpen(hours[q] as Hours, day)) {
      found.push(problem("W_NEVER_OPEN", at, queue.name, quoteName(queue.name)));
      return;
    }
    const before = alwaysBefore(destination, hours, q, today);
    if (before.length === 0) return;
    found.push(problem("W_NEVER_CHOSEN", at, queue.name, quoteName(queue.name), before.map(quoteName).join(", ")));
  });
  return found;
}

/** An exception is past when its date is, and the date that it may spill into as well. */
function pastExceptions(pointer: string, queue: QueueConfiguration, hours: Hours, today: number): readonly Problem[] {
  const found: Problem[] = [];
  const { exceptions } = hours;
  for (const [e, day] of exceptions.dates.entries()) {
    const { spill } = exceptions.listed(e);
    if (day + (spill.length > 0 ? 1 : 0) >= today) continue;
    const date = formatDate(day);
    const at = pointerTo(pointerTo(pointer, "date_exceptions"), date);
    found.push(problem("W_PAST", at, queue.date_exceptions?.[date], quoteName(date), formatDate(today)));
  }
  return found;
}

function isNeverOpen(hours: Hours, today: number): boolean {
  if (hours.week.some(({ own }) => own.length > 0)) return false;
  // The exception of yesterday may spill into today.
  const dates = hours.exceptions.dates.flatMap((date) => [date, date + 1]);
  return !dates.some((date) => date >= today && hoursOfDate(hours, date).length > 0);
}
