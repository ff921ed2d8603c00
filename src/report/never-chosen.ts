import { canonicalLanguage } from "../config/language.ts";
import type { Destination, QueueConfiguration } from "../config/types.ts";
import { type Hours, hoursOfDate } from "../schedule/hours.ts";
import { type Boundaries, contains, union } from "../time/interval.ts";

/**
 * The names of the queues that together always win over queue `q`, or none when some request can reach it.
 *
 * Sound, not complete: it counts queues that are always open, and those in the same time zone as `q`, whose civil
 * hours can be compared date by date whatever the offset. `today` is a civil date: earlier exceptions do not count.
 */
export function alwaysBefore(
  destination: Destination,
  hours: readonly Hours[],
  q: number,
  today: number,
): readonly string[] {
  const queue = destination[q] as QueueConfiguration;
  const winners = new Set<number>();
  for (const channel of queue.supported_channel_types ?? [undefined]) {
    for (const tag of queue.supported_languages ?? [undefined]) {
      const rivals: number[] = [];
      for (let i = 0; i < q; i++) {
        const rival = destination[i] as QueueConfiguration;
        const comparable = rival.timezone === queue.timezone || isAlwaysOpen(hours[i] as Hours, today);
        if (comparable && serves(rival, channel, tag)) rivals.push(i);
      }
      if (
        !covers(
          rivals.map((i) => hours[i] as Hours),
          hours[q] as Hours,
          today,
        )
      )
        return [];
      for (const i of rivals) winners.add(i);
    }
  }
  return [...winners].sort((a, b) => a - b).map((i) => (destination[i] as QueueConfiguration).name);
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
  return open24 && [...exceptions].every(([day, { own }]) => day < today || (own[0] === 0 && own[1] === 1440));
}

function covers(rivals: readonly Hours[], hours: Hours, today: number): boolean {
  if (rivals.length === 0) return false;
  // A week without exceptions, and each date that has one in any of them, with the date that it may spill into.
  const plain = [hours, ...rivals].map((each) => ({ ...each, exceptions: new Map() }));
  for (let day = today; day < today + 7; day++) {
    if (!coversDate(plain.slice(1), plain[0] as Hours, day)) return false;
  }
  for (const each of [hours, ...rivals]) {
    for (const date of each.exceptions.keys()) {
      for (const day of [date, date + 1]) if (day >= today && !coversDate(rivals, hours, day)) return false;
    }
  }
  return true;
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
