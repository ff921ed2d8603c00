/** Instants are epoch milliseconds at the public surface and whole epoch minutes inside: boundaries fall on minutes. */

export const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;

/** 1972-01-08T00:00Z: from here on every zone has an offset of whole minutes (the last to change was Africa/Monrovia). */
export const FIRST_INSTANT = 63_676_800_000;

/** The last instant that `Date` and Temporal can express, less two days of room for any offset. */
export const LAST_INSTANT = 8_639_999_827_200_000;

/** The minutes of both. */
export const FIRST_MINUTE: number = FIRST_INSTANT / MS_PER_MINUTE;
export const LAST_MINUTE: number = LAST_INSTANT / MS_PER_MINUTE;

/** From here on, in the year 6053, minutes are no 32-bit integers. */
export const FAR_MINUTE = 0x7fffffff;

/** True for a number that the engine can answer for; false for NaN, for what is no number, and out of range. */
export function isInstant(at: unknown): at is number {
  return typeof at === "number" && at >= FIRST_INSTANT && at <= LAST_INSTANT;
}

/** `2026-11-22T18:43:00Z`; milliseconds only where there are any. */
export function formatInstant(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

/** The caller's one error. */
export function instantError(name: string, at: unknown): RangeError {
  const given = typeof at === "number" ? String(at) : typeof at;
  const hint =
    typeof at === "number" && at > 0 && at < FIRST_INSTANT && isInstant(at * 1000)
      ? ` Seconds were given? ${given} seconds are ${formatInstant(at * 1000)}.`
      : "";
  return new RangeError(
    `\`${name}\` must be epoch milliseconds from ${FIRST_INSTANT} (${formatInstant(FIRST_INSTANT)}) ` +
      `to ${LAST_INSTANT} (${formatInstant(LAST_INSTANT)}), got ${given}.${hint}`,
  );
}
