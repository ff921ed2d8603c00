import type { QueueHours } from "../../src/import.ts";
import { lawIsOpen } from "../oracle/law.ts";

const QUEUE = { name: "q", type: "Agent_queue", enabled: true, timezone: "UTC", transfer_function_name: "t" } as const;
/** Two weeks around the end of a year, a Monday first. UTC shows each civil minute once. */
export const FIRST: number = Date.UTC(2026, 11, 21);
const DAYS = 14;
/** The generators' times fall on these. */
export const STEP = 30;

/** When the law opens the hours, step by step, as `1` and `0`: a line a date. */
export function minutesOf(hours: QueueHours): readonly string[] {
  return eachDate((at) => lawIsOpen({ ...QUEUE, ...hours }, at));
}

export function eachDate(isOpen: (at: number) => boolean): readonly string[] {
  return Array.from({ length: DAYS }, (_, day) =>
    Array.from({ length: 1440 / STEP }, (_, step) =>
      isOpen(FIRST + (day * 1440 + step * STEP) * 60_000) ? "1" : "0",
    ).join(""),
  );
}
