import { Temporal } from "temporal-polyfill";
import type { CivilInterval, QueueConfiguration } from "../../src/config/types.ts";
import type { Contender } from "../interleave.ts";
import { installed, load } from "../load.ts";
import type { Lookups } from "../lookups.ts";
import { weighed } from "../weighed.ts";

interface OpeningHoursModule {
  readonly default: new (text: string) => { getState(date: Date): boolean };
}

const WEEKDAYS = { mon: "Mo", tue: "Tu", wed: "We", thu: "Th", fri: "Fr", sat: "Sa", sun: "Su" } as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/**
 * opening_hours.js on the part of the law that both know. It has no time zones: it reads the host's local fields. So it
 * is handed, for nothing, a Date whose local fields show what the queue's wall clock shows, and where an hour is skipped
 * or repeated it does not notice. Its rules have overnight intervals and rules that follow them into an exception, with
 * another meaning than ours; fleets have none.
 */
export async function openingHours({ configured, queue, at, count }: Lookups): Promise<Contender> {
  const { default: OpeningHours } = await load<OpeningHoursModule>("opening_hours");
  const questions = count >> 7;
  const shown = new Float64Array(questions);
  for (let i = 0; i < questions; i++) shown[i] = wallClock(configured[queue[i] as number]?.timezone, at[i] as number);
  const { built: hours, bytes } = weighed(() => configured.map((asked) => new OpeningHours(openingHoursText(asked))));
  return {
    name: "opening_hours.js, its subset",
    version: installed("opening_hours"),
    questions,
    bytes,
    sum(from, to) {
      let sum = 0;
      for (let i = from; i < to; i++) {
        const open = (hours[queue[i] as number] as (typeof hours)[0]).getState(new Date(shown[i] as number));
        sum = (sum + Number(open) * ((i & 1023) + 1)) | 0;
      }
      return sum;
    },
  };
}

function wallClock(timezone: string | undefined, at: number): number {
  const { year, month, day, hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(
    timezone ?? "UTC",
  );
  return new Date(year, month - 1, day, hour, minute).getTime();
}

/** Later rules win over earlier ones, so exceptions come last: `Mo 09:00-17:00; 2026 Dec 25 off`. */
function openingHoursText({ weekly_hours, date_exceptions }: QueueConfiguration): string {
  const weekly = Object.entries(weekly_hours ?? {}).map(
    ([day, intervals]) => `${WEEKDAYS[day as keyof typeof WEEKDAYS]} ${timesText(intervals)}`,
  );
  const exceptions = Object.entries(date_exceptions ?? {}).map(([date, exception]) => {
    const [year, month, day] = date.split("-");
    const times = "intervals" in exception ? timesText(exception.intervals) : undefined;
    return `${year} ${MONTHS[Number(month) - 1]} ${day} ${times ?? ("open_24" in exception ? "00:00-24:00" : "off")}`;
  });
  return [...weekly, ...exceptions].join("; ");
}

function timesText(intervals: readonly CivilInterval[]): string {
  return intervals
    .map(({ start, end }) => {
      if (end <= start) throw new Error(`overnight: ${start} to ${end}`);
      return `${start}-${end}`;
    })
    .join(",");
}
