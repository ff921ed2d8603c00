import { formatInstant, MS_PER_MINUTE } from "./instant.ts";
import { offsetAt, type ZoneSource } from "./zone.ts";
import { ZoneDataError } from "./zone-data-error.ts";

/**
 * Offsets in minutes at the last minute before a transition and at its first, as all versions of the tz database since
 * 2019a have them: gaps and folds of every kind, around the world, and zones that keep still.
 */
const KNOWN: readonly (readonly [timezone: string, transition: string, before: number, after: number])[] = [
  ["America/New_York", "2007-03-11T07:00Z", -300, -240],
  ["America/Los_Angeles", "1974-01-06T10:00Z", -480, -420],
  ["America/St_Johns", "2012-03-11T05:30Z", -210, -150],
  ["America/Caracas", "2016-05-01T07:00Z", -270, -240],
  ["America/Sao_Paulo", "2018-11-04T03:00Z", -180, -120],
  ["Europe/London", "1972-03-19T02:00Z", 0, 60],
  ["Europe/Berlin", "2018-10-28T01:00Z", 120, 60],
  ["Europe/Moscow", "2014-10-25T22:00Z", 240, 180],
  ["Asia/Kathmandu", "1985-12-31T18:30Z", 330, 345],
  ["Asia/Kolkata", "2000-01-01T00:00Z", 330, 330],
  ["Asia/Pyongyang", "2018-05-04T15:00Z", 510, 540],
  ["Asia/Tokyo", "2010-07-01T00:00Z", 540, 540],
  ["Africa/Lagos", "2015-01-01T00:00Z", 60, 60],
  ["Australia/Sydney", "2000-08-26T16:00Z", 600, 660],
  ["Australia/Lord_Howe", "2018-03-31T15:00Z", 660, 630],
  ["Pacific/Auckland", "2007-09-29T14:00Z", 720, 780],
  ["Pacific/Apia", "2011-12-30T10:00Z", -600, 840],
];

/** Enough for whoever reads it to see what kind of data this is. */
const MOST_TOLD = 3;

/**
 * Throws a ZoneDataError (`E_TZDATA_CHECK`) for a source that has known instants wrong: it is corrupt, a mixture of
 * versions, or from before 2019a. A source that holds some zones only is held to those that `isHeld` admits.
 */
export function checkKnownInstants(
  source: Pick<ZoneSource, "name" | "version" | "has" | "spans">,
  isHeld: (timezone: string, minute: number) => boolean = () => true,
): void {
  const wrong = KNOWN.flatMap(([timezone, transition, before, after]) => {
    const minute = Date.parse(transition) / MS_PER_MINUTE;
    return isHeld(timezone, minute) ? wrongIn(source, timezone, minute, [before, after]) : [];
  });
  if (wrong.length === 0) return;
  const told = wrong.slice(0, MOST_TOLD).join("; ");
  const more = wrong.length > MOST_TOLD ? `; and ${wrong.length - MOST_TOLD} more` : "";
  throw new ZoneDataError(
    "E_TZDATA_CHECK",
    `time-zone data (${source.name}, ${source.version}) is wrong about known instants, so it is corrupt, mixed of several ` +
      `versions, or older than 2019a: ${told}${more}`,
  );
}

function wrongIn(
  source: Pick<ZoneSource, "has" | "spans">,
  timezone: string,
  minute: number,
  expected: readonly [before: number, after: number],
): readonly string[] {
  try {
    if (!source.has(timezone)) return [`\`${timezone}\` is missing`];
    const spans = source.spans(timezone, minute - 1, minute + 1);
    return expected.flatMap((offset, i) => {
      const at = minute - 1 + i;
      const found = offsetAt(spans, at);
      if (found === offset) return [];
      return [
        `\`${timezone}\` at ${formatInstant(at * MS_PER_MINUTE)} is UTC${signed(found)}, not UTC${signed(offset)}`,
      ];
    });
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function signed(offset: number): string {
  const size = Math.abs(offset);
  const text = `${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
  return `${offset < 0 ? "-" : "+"}${text}`;
}
