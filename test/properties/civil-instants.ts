import type { Temporal as JsTemporal } from "@js-temporal/polyfill";
import { Temporal } from "temporal-polyfill";
import { temporalOfGround } from "./ground.ts";

const { Instant } = temporalOfGround(Temporal as unknown as typeof JsTemporal);

/** The civil date that a zone shows at an instant by the data that the engine reads, `days` later. */
export function dateAt(timezone: string, at: number, days = 0): string {
  return Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate().add({ days }).toString();
}

export function dateAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** An instant at, or near, a civil time `HH:MM` (00:00 to 24:00) of a date: near enough to look for mistakes there. */
export function instantNear(timezone: string, date: string, time: string): number {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const civil = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes });
  return civil.toZonedDateTime(timezone).epochMilliseconds;
}
