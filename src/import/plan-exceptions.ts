import type { DateException, QueueConfiguration } from "../config/types.ts";
import { readHours } from "../schedule/read-hours.ts";
import { parseDate } from "../time/civil.ts";
import { sameBoundaries } from "../time/interval.ts";

/** A date for which a queue has another exception already. */
export interface ExceptionConflict {
  readonly date: string;
  readonly existing: DateException;
  readonly wanted: DateException;
}

/** What becomes of exceptions that a queue is to have. */
export interface ExceptionPlan {
  /** For dates that have none. */
  readonly added: { readonly [date: string]: DateException };
  /** Dates that have this very exception, however it is written. */
  readonly same: readonly string[];
  readonly conflicts: readonly ExceptionConflict[];
}

export function planExceptions(
  queue: QueueConfiguration,
  wanted: { readonly [date: string]: DateException },
): ExceptionPlan {
  const added: { [date: string]: DateException } = {};
  const same: string[] = [];
  const conflicts: ExceptionConflict[] = [];
  for (const [date, exception] of Object.entries(wanted)) {
    const existing = queue.date_exceptions?.[date];
    if (existing === undefined) added[date] = exception;
    else if (isSame(queue, date, existing, exception)) same.push(date);
    else conflicts.push({ date, existing, wanted: exception });
  }
  return { added, same, conflicts };
}

function isSame(queue: QueueConfiguration, date: string, one: DateException, other: DateException): boolean {
  const [a, b] = [one, other].map((exception) => {
    const { exceptions } = readHours({ ...queue, date_exceptions: { [date]: exception } });
    return exceptions.get(parseDate(date) as number);
  });
  return a !== undefined && b !== undefined && sameBoundaries(a.own, b.own) && sameBoundaries(a.spill, b.spill);
}
