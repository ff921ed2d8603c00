import { Temporal } from "temporal-polyfill";
import { ON_SYSTEM, systemTransitionAfter } from "./ground.ts";

const LAST = Date.UTC(2040, 0, 1);
const known = new Map<string, number | undefined>();

/** The first transition of a zone after an instant and before 2040; read without the engine's code. */
export function transitionAfter(timezone: string, at: number): number | undefined {
  const key = `${timezone} ${at}`;
  if (known.has(key)) return known.get(key);
  if (known.size > 10_000) known.clear();
  const next = ON_SYSTEM ? systemTransitionAfter(timezone, at) : runtimeTransitionAfter(timezone, at);
  const found = next === undefined || next >= LAST ? undefined : next;
  known.set(key, found);
  return found;
}

function runtimeTransitionAfter(timezone: string, at: number): number | undefined {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  return zoned.getTimeZoneTransition("next")?.epochMilliseconds;
}
