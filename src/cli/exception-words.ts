import type { DateException } from "../index.ts";

/** `closed`, `open all day`, `10:00-14:00`. */
export function exceptionWords(exception: DateException): string {
  if ("closed" in exception) return "closed";
  if ("open_24" in exception) return "open all day";
  return exception.intervals.map(({ start, end }) => `${start}-${end}`).join(", ") || "closed";
}
