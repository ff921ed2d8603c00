import type { Contender } from "../interleave.ts";
import { installed, load } from "../load.ts";
import type { Lookups } from "../lookups.ts";
import { isOpenByWallClock, wallClockRules } from "../wall-clock-rules.ts";

interface DateFnsTz {
  /** A Date whose local fields show the zone's wall clock. */
  toZonedTime(at: number, timezone: string): Date;
}

const DAY = 86_400_000;

export async function dateFnsTz({ configured, queue, at, count }: Lookups): Promise<Contender> {
  const { toZonedTime } = await load<DateFnsTz>("date-fns-tz");
  const rules = configured.map(wallClockRules);
  return {
    name: "date-fns-tz",
    version: installed("date-fns-tz"),
    questions: count >> 7,
    sum(from, to) {
      let sum = 0;
      for (let i = from; i < to; i++) {
        const hours = rules[queue[i] as number] as (typeof rules)[0];
        const local = toZonedTime(at[i] as number, hours.timezone);
        const epochDay = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / DAY;
        const open = isOpenByWallClock(hours, epochDay, local.getHours() * 60 + local.getMinutes());
        sum = (sum + (open ? 1 : 0) * ((i & 1023) + 1)) | 0;
      }
      return sum;
    },
  };
}
