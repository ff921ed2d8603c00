import type { Weekday } from "../index.ts";

export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** `mon-fri`, `sat,sun`. Days come in the order of the week. */
export function daysText(days: readonly Weekday[]): string {
  const [first, last] = [days[0], days.at(-1)];
  const isRun = first !== undefined && last !== undefined && distance(first, last) === days.length - 1;
  return isRun && days.length > 2 ? `${first}-${last}` : days.join(",");
}

function distance(from: Weekday, to: Weekday): number {
  return WEEKDAYS.indexOf(to) - WEEKDAYS.indexOf(from);
}
