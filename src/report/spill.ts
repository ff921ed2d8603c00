import type { HoursRule } from "../resolve/hours-rule.ts";
import { type Hours, spillInto } from "../schedule/hours.ts";
import type { ListedHours } from "../schedule/listed-hours.ts";
import { weekdayIndex } from "../time/civil.ts";
import { type Boundaries, NO_INTERVALS } from "../time/interval.ts";
import { without } from "./without.ts";

/** Which list the date before a date goes by. */
export type SpilledBy = (HoursRule & { readonly kind: "spill" })["by"];

export interface Spill {
  readonly by: SpilledBy;
  /** Minutes of the date that it spills into. */
  readonly minutes: Boundaries;
}

/** What a date is open only because an interval of the date before runs into it. */
export function spilled(hours: Hours, day: number): Spill {
  if (hours.exceptions.has(day)) return { by: "weekly_hours", minutes: NO_INTERVALS };
  const { own } = hours.week[weekdayIndex(day)] as ListedHours;
  return { by: byOf(hours, day - 1), minutes: without(spillInto(hours, day), own) };
}

/** What a date is closed only because its exception replaces what the date before would have spilled into it. */
export function cutSpill(hours: Hours, day: number): Spill {
  const exception = hours.exceptions.get(day);
  const minutes = exception === undefined ? NO_INTERVALS : without(spillInto(hours, day), exception.own);
  return { by: byOf(hours, day - 1), minutes };
}

function byOf(hours: Hours, day: number): SpilledBy {
  return hours.exceptions.has(day) ? "date_exception" : "weekly_hours";
}
