import { canonicalLanguage } from "../config/language.ts";
import type { Destination, QueueConfiguration } from "../config/types.ts";
import { NO_EXCEPTIONS } from "../schedule/exception-hours.ts";
import { type Hours, hoursOfDate } from "../schedule/hours.ts";
import type { ListedHours } from "../schedule/listed-hours.ts";
import { MINUTES_PER_DAY } from "../time/civil.ts";
import { type Boundaries, contains, union } from "../time/interval.ts";

/** More rivals, or more dates to compare, are not worth the time: the warning is then left out. */
const MOST_RIVALS = 16;
const MOST_DATES = 2000;

/**
 * The names of the queues that together always win over queue `q`, or none when some request can reach it.
 *
 * Sound, not complete: it counts queues that are always open, and those in the same time zone as `q`, whose civil
 * hours can be compared date by date whatever the offset. `today` is the civil date of each queue: earlier exceptions
 * do not count.
 */
export function alwaysBefore(
  destination: Destination,
  hours: readonly Hours[],
  q: number,
  today: readonly number[],
): readonly string[] {
  const queue = destination[q] as QueueConfiguration;
  const own = hours[q] as Hours;
  const day = today[q] as number;
  const winners = new Set<number>();
  const compared = new Set<string>();
  for (const channel of queue.supported_channel_types ?? [undefined]) {
    for (const tag of queue.supported_languages ?? [undefined]) {
      const rivals = new Map<number, Hours>();
      for (let i = 0; i < q && rivals.size < MOST_RIVALS; i++) {
        const rival = destination[i] as QueueConfiguration;
        if (!serves(rival, channel, tag)) continue;
        const theirs = hours[i] as Hours;
        if (isAlwaysOpen(theirs, today[i] as number)) rivals.set(i, withoutExceptions(theirs));
        else if (rival.timezone === queue.timezone) rivals.set(i, theirs);
      }
      const key = [...rivals.keys()].join();
      if (compared.has(key)) continue;
      compared.add(key);
      if (!covers([...rivals.values()], own, day)) return [];
      for (const i of needed(rivals, own, day)) winners.add(i);
    }
  }
  return [...winners].sort((a, b) => a - b).map((i) => (destination[i] as QueueConfiguration).name);
}

/** Without the rivals that the others make superfluous, from the last one on: the message should name who matters. */
function needed(rivals: ReadonlyMap<number, Hours>, hours: Hours, today: number): Iterable<number> {
  const kept = new Map(rivals);
  for (const [i, rival] of [...rivals].reverse()) {
    kept.delete(i);
    if (!covers([...kept.values()], hours, today)) kept.set(i, rival);
  }
  return kept.keys();
}

/**
 * Whether a rival serves every request that reaches the queue through this channel and tag (undefined: the queue omits
 * the field). The hardest such request names the tag with something appended that no one else lists, so the rival must
 * list the tag or a prefix of it.
 */
function serves(rival: QueueConfiguration, channel: "voice" | "chat" | undefined, tag: string | undefined): boolean {
  if (!rival.enabled) return false;
  const { supported_channel_types: channels, supported_languages: languages } = rival;
  if (channels !== undefined && (channel === undefined || !channels.includes(channel))) return false;
  if (languages === undefined) return true;
  if (tag === undefined) return false;
  const hardest = `${canonicalLanguage(tag)}-`;
  return languages.some((language) => hardest.startsWith(`${canonicalLanguage(language)}-`));
}

function isAlwaysOpen({ open24, exceptions }: Hours, today: number): boolean {
  return open24 && exceptions.dates.every((day, e) => day < today || isWholeDate(exceptions.listed(e)));
}

function isWholeDate({ own }: ListedHours): boolean {
  return own[0] === 0 && own[1] === MINUTES_PER_DAY;
}

function covers(rivals: readonly Hours[], hours: Hours, today: number): boolean {
  if (rivals.length === 0) return false;
  // A week without exceptions, and each date that has one in any of them, with the date that it may spill into.
  const plain = rivals.map(withoutExceptions);
  for (let day = today; day < today + 7; day++) {
    if (!coversDate(plain, withoutExceptions(hours), day)) return false;
  }
  const dates = new Set([hours, ...rivals].flatMap((each) => each.exceptions.dates.flatMap((d) => [d, d + 1])));
  if (dates.size > MOST_DATES) return false;
  return [...dates].every((day) => day < today || coversDate(rivals, hours, day));
}

function withoutExceptions(hours: Hours): Hours {
  return { ...hours, exceptions: NO_EXCEPTIONS };
}

function coversDate(rivals: readonly Hours[], hours: Hours, day: number): boolean {
  const wanted = hoursOfDate(hours, day);
  const open: Boundaries = union(rivals.flatMap((rival) => hoursOfDate(rival, day)));
  // Every stretch of a sorted union without holes holds the wanted one if it holds its start and no boundary lies inside.
  for (let i = 0; i < wanted.length; i += 2) {
    const start = wanted[i] as number;
    const end = wanted[i + 1] as number;
    if (!contains(open, start) || open.some((boundary) => boundary > start && boundary < end)) return false;
  }
  return true;
}
