import { instantError, isInstant, MS_PER_DAY } from "./instant.ts";

/** A hundred years, the most that is looked through in one call. */
const MAX_RANGE_MS: number = 100 * 366 * MS_PER_DAY;

/** Both ends must be instants, and not so far apart that the call would hold up its host. */
export function checkRange(from: number, to: number): void {
  if (!isInstant(from)) throw instantError("from", from);
  if (!isInstant(to)) throw instantError("to", to);
  if (to - from > MAX_RANGE_MS) throw new RangeError("`from` and `to` must be at most 100 years apart");
}
