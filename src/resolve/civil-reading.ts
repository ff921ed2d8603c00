import type { Weekday } from "../config/types.ts";
import { WEEKDAYS } from "../schedule/hours.ts";
import type { CivilMinute } from "../schedule/schedule.ts";
import { formatDate, formatMinute, formatOffset, weekdayIndex } from "../time/civil.ts";
import type { CivilReading } from "./explanation.ts";

export function civilReading(timezone: string, { epochDay, minute, offset }: CivilMinute): CivilReading {
  return {
    timezone,
    date: formatDate(epochDay),
    weekday: WEEKDAYS[weekdayIndex(epochDay)] as Weekday,
    time: formatMinute(minute),
    offset: formatOffset(offset),
  };
}
