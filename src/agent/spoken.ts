import { type CivilMinute, civilMinute } from "../schedule/schedule.ts";
import { isShownTwice } from "../schedule/stretches-of-date.ts";
import { civilDate, formatOffset } from "../time/civil.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import { civilText, listText, midnightText, type Speech, zoneName } from "./civil-text.ts";
import type { OpenStretch } from "./facts.ts";
import type { Clocks } from "./moment.ts";
import { phrase } from "./phrases.ts";

/** Who is spoken to, at which instant, and by which clocks. */
export interface Occasion {
  readonly speech: Speech;
  readonly clocks: Clocks;
  /** Epoch milliseconds. */
  readonly now: number;
}

const DAYS_NAMED_BY_WEEKDAY = 6;

/** `Monday, 9:00 AM Pacific Time`: an instant by the caller's clock, where it is known, else by the queue's. */
export function spokenInstant(at: number, { speech, clocks, now }: Occasion): string {
  const timezone = clocks.caller ?? clocks.queue ?? "UTC";
  const civil = civilAt(timezone, at, clocks);
  const today = civilAt(timezone, now, clocks);
  const { phrases } = speech;
  const time = civilText(speech, "time", civil);
  const day = dayText(speech, civil, today);
  const when = day === undefined ? phrase(phrases.today, { time }) : phrase(phrases.onDay, { day, time });
  const twice = isShownTwice(timezone, Math.floor(at / MS_PER_MINUTE), civil.offset, clocks.zones);
  const zone = zoneText(speech, timezone, at, civil.offset, twice);
  return phrase(phrases.inZone, { when, zone });
}

/** `9:00 AM–12:00 PM and 1:00 PM–5:00 PM Pacific Time`, by the queue's clock: it is the queue's date. */
export function spokenHours(hours: readonly OpenStretch[], { speech, clocks, now }: Occasion): string {
  const { phrases } = speech;
  const timezone = clocks.queue;
  if (timezone === undefined || hours.length === 0) return phrases.noHours;
  const { epochDay: today, offset } = civilAt(timezone, now, clocks);
  const isToday = (at: number) => civilAt(timezone, at, clocks).epochDay === today;
  const time = (at: number) => {
    const civil = civilAt(timezone, at, clocks);
    const twice = isShownTwice(timezone, Math.floor(at / MS_PER_MINUTE), civil.offset, clocks.zones);
    return `${civilText(speech, "time", civil)}${twice ? ` (${offsetText(civil.offset)})` : ""}`;
  };
  const isWholeDate = hours.length === 1 && hours.every(({ start, end }) => !isToday(start.at - 1) && !isToday(end.at));
  if (isWholeDate) return phrases.allDay;
  // What is no longer today when it ends, ends with the date.
  const endText = (at: number) => (isToday(at) ? time(at) : midnightText(speech, today + 1));
  const spans = hours.map(({ start, end }) => `${time(start.at)}–${endText(end.at)}`);
  const zone = zoneText(speech, timezone, now, offset, false);
  return phrase(phrases.inZone, { when: listText(speech, spans), zone });
}

function civilAt(timezone: string, at: number, { zones }: Clocks): CivilMinute {
  return civilMinute(timezone, Math.floor(at / MS_PER_MINUTE), zones);
}

/** Undefined for today; the weekday alone where no other day has it, before or after. */
function dayText(speech: Speech, civil: CivilMinute, today: CivilMinute): string | undefined {
  const days = civil.epochDay - today.epochDay;
  if (days === 0) return undefined;
  if (Math.abs(days) <= DAYS_NAMED_BY_WEEKDAY) return civilText(speech, "weekday", civil);
  const isThisYear = civilDate(civil.epochDay).year === civilDate(today.epochDay).year;
  return civilText(speech, isThisYear ? "date" : "dateOfYear", civil);
}

/** The zone's name, with the offset where the clock shows the time twice, and the offset alone where there is no name. */
function zoneText(speech: Speech, timezone: string, at: number, offset: number, twice: boolean): string {
  const name = zoneName(speech, timezone, at);
  if (name === undefined) return offsetText(offset);
  return twice ? `${name}, ${offsetText(offset)}` : name;
}

function offsetText(offset: number): string {
  return offset === 0 ? "UTC" : `UTC${formatOffset(offset)}`;
}
