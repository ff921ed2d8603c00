import { Temporal } from "@js-temporal/polyfill";
import type { CivilInterval, Destination, QueueConfiguration } from "../../src/config/types.ts";

interface Request {
  readonly channel?: string | undefined;
  readonly language?: string | undefined;
}

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const isOvernight = ({ start, end }: CivilInterval): boolean => minuteOf(end) < minuteOf(start);

const showsOnItsOwnDate = (interval: CivilInterval, minute: number): boolean =>
  minute >= minuteOf(interval.start) && (isOvernight(interval) || minute < minuteOf(interval.end));

const showsOnTheNextDate = (interval: CivilInterval, minute: number): boolean =>
  isOvernight(interval) && minute < minuteOf(interval.end);

const exceptionOf = (queue: QueueConfiguration, date: Temporal.PlainDate) => queue.date_exceptions?.[date.toString()];

/** The intervals that start on this date. */
function intervalsOf(queue: QueueConfiguration, date: Temporal.PlainDate): readonly CivilInterval[] {
  const exception = exceptionOf(queue, date);
  if (exception !== undefined) return "intervals" in exception ? exception.intervals : [];
  const weekday = WEEKDAYS[date.dayOfWeek - 1];
  return (weekday && queue.weekly_hours?.[weekday]) ?? [];
}

/** Sections 1 to 3. */
export function lawIsOpen(queue: QueueConfiguration, at: number, temporal: typeof Temporal = Temporal): boolean {
  const clock = temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(queue.timezone);
  const date = clock.toPlainDate();
  const minute = clock.hour * 60 + clock.minute;
  const today = intervalsOf(queue, date).some((interval) => showsOnItsOwnDate(interval, minute));

  const exception = exceptionOf(queue, date);
  if (exception !== undefined) return "open_24" in exception || today;
  if (queue.open_24) return true;
  const yesterday = intervalsOf(queue, date.subtract({ days: 1 }));
  return today || yesterday.some((interval) => showsOnTheNextDate(interval, minute));
}

/** The canonical form, or none for a malformed tag; primary languages have two or three letters. */
function canonical(tag: string): string | undefined {
  try {
    const form = Intl.getCanonicalLocales(tag)[0];
    return form !== undefined && /^[a-z]{2,3}(-|$)/.test(form) ? form : undefined;
  } catch {
    return undefined;
  }
}

function serves(tag: string, requested: string): boolean {
  const [ours, theirs] = [canonical(tag), canonical(requested)];
  if (ours === undefined || theirs === undefined) return false;
  return ours === theirs || theirs.startsWith(`${ours}-`) || ours.startsWith(`${theirs}-`);
}

/** Section 5. */
export function lawIsEligible(queue: QueueConfiguration, { channel, language }: Request): boolean {
  const { supported_channel_types: channels, supported_languages: languages } = queue;
  if (!queue.enabled) return false;
  if (channels && channel !== undefined && !channels.some((served) => served === channel)) return false;
  return !languages || language === undefined || languages.some((tag) => serves(tag, language));
}

/** Section 6: the position of the chosen queue in the destination, -1 for unavailable. */
export function lawResolve(
  destination: Destination,
  request: Request & { readonly at: number },
  temporal: typeof Temporal = Temporal,
): number {
  return destination.findIndex((queue) => lawIsEligible(queue, request) && lawIsOpen(queue, request.at, temporal));
}
