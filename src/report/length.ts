import { MS_PER_MINUTE } from "../time/instant.ts";
import type { Stretch } from "./stretch.ts";

/** Minutes of some stretches together. */
export function minutesOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { start, end }) => sum + (end - start), 0) / MS_PER_MINUTE;
}
