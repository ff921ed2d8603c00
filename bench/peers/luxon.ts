import type { Contender } from "../interleave.ts";
import { installed, load } from "../load.ts";
import type { Lookups } from "../lookups.ts";
import { isOpenByWallClock, wallClockRules } from "../wall-clock-rules.ts";

interface Luxon {
  readonly DateTime: {
    fromMillis(at: number, options: { readonly zone: string }): WallClock;
  };
}

interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const DAY = 86_400_000;

export async function luxon({ configured, queue, at, count }: Lookups): Promise<Contender> {
  const { DateTime } = await load<Luxon>("luxon");
  const rules = configured.map(wallClockRules);
  return {
    name: "luxon",
    version: installed("luxon"),
    questions: count >> 7,
    sum(from, to) {
      let sum = 0;
      for (let i = from; i < to; i++) {
        const asked = rules[queue[i] as number] as (typeof rules)[0];
        const clock = DateTime.fromMillis(at[i] as number, { zone: asked.timezone });
        const date = Date.UTC(clock.year, clock.month - 1, clock.day) / DAY;
        if (isOpenByWallClock(asked, date, clock.hour * 60 + clock.minute)) sum = (sum + (i & 1023) + 1) | 0;
      }
      return sum;
    },
  };
}
