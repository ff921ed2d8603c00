import type { QueueConfiguration } from "../src/config/types.ts";

/** A queue's hours for whoever has found out what the wall clock shows; made of numbers, to be quick. */
export interface WallClockRules {
  readonly timezone: string;
  /** Monday first: start, end, start, end… in minutes of the day. */
  readonly week: readonly (readonly number[])[];
  /** By days since 1970-01-01. */
  readonly exceptions: ReadonlyMap<number, readonly number[]>;
}

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const DAY = 86_400_000;

/** Throws for hours that run overnight, which no contender that uses this is asked about. */
export function wallClockRules(queue: QueueConfiguration): WallClockRules {
  const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const flat = (intervals: readonly { readonly start: string; readonly end: string }[]) =>
    intervals.flatMap(({ start, end }) => {
      if (minute(end) <= minute(start)) throw new Error(`overnight: ${start} to ${end}`);
      return [minute(start), minute(end)];
    });
  return {
    timezone: queue.timezone,
    week: WEEKDAYS.map((day) => flat(queue.weekly_hours?.[day] ?? [])),
    exceptions: new Map(
      Object.entries(queue.date_exceptions ?? {}).map(([date, exception]) => [
        Date.parse(date) / DAY,
        "intervals" in exception ? flat(exception.intervals) : "open_24" in exception ? [0, 1440] : [],
      ]),
    ),
  };
}

export function isOpenByWallClock({ week, exceptions }: WallClockRules, epochDay: number, minute: number): boolean {
  // 1970-01-01 was a Thursday.
  const hours = exceptions.get(epochDay) ?? (week[(epochDay + 3) % 7] as readonly number[]);
  for (let i = 0; i < hours.length; i += 2) {
    if (minute >= (hours[i] as number) && minute < (hours[i + 1] as number)) return true;
  }
  return false;
}
