import type { Weekday } from "../config/types.ts";
import { WEEKDAYS } from "../schedule/hours.ts";
import { groupBy } from "./group.ts";
import type { Requirement } from "./requirement-types.ts";

/** A requirement as `parseRequirement` reads it, days with the same times together. */
export function requirementText(requirement: Requirement): string {
  const { channel = "any", language = "any", weekly_hours, timezone, except = [] } = requirement;
  const listed = WEEKDAYS.flatMap((day) => {
    const times = (weekly_hours[day] ?? []).map(({ start, end }) => `${start}-${end}`).join(",");
    return times === "" ? [] : [{ day, times }];
  });
  const hours = [...groupBy(listed, ({ times }) => times)].map(
    ([times, those]) => `${daysText(those.map(({ day }) => day))} ${times}`,
  );
  const dates = except.length === 0 ? [] : [`except ${except.join(",")}`];
  return `${channel},${language},${[...hours, timezone, ...dates].join(" ")}`;
}

/** `mon-thu,sat`. Ascending. */
export function daysText(days: readonly Weekday[]): string {
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (before !== undefined && WEEKDAYS.indexOf(before) + 1 === WEEKDAYS.indexOf(day)) run?.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => (run.length < 3 ? run.join(",") : `${run[0]}-${run.at(-1)}`)).join(",");
}
