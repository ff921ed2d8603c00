import { timezoneProblems } from "../config/timezone.ts";
import type { ZoneSource } from "../time/zone.ts";

/** The name itself, or a RangeError that says why it is none and what may be meant. */
export function knownZone(timezone: string, zones: ZoneSource): string {
  const [error] = timezoneProblems("", timezone, zones).filter(({ severity }) => severity === "error");
  if (error !== undefined) throw new RangeError(`\`timezone\`: ${error.message}`);
  return timezone;
}
