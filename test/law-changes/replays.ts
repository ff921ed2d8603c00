import { type Law, turns } from "./law.ts";

/** A change of law as releases of the tz database brought it. */
export interface Replay {
  readonly name: string;
  readonly now: string;
  readonly aheadDays: number;
  /** Of the zones, the years around `now`. */
  readonly releases: readonly Release[];
  /** What moves with each release after the first. */
  readonly steps: readonly (readonly Move[])[];
}

export interface Release {
  readonly version: string;
  readonly law: Law;
}

/** Of a queue on weekdays from 09:00 to 17:00. */
export interface Move {
  readonly timezone: string;
  /** The first instant at which the offsets differ in the window. */
  readonly first: string;
  readonly dates: readonly string[];
  /** The hours of UTC, counted from midnight of each date, that are taken away and that are added. */
  readonly closes: readonly [from: number, to: number];
  readonly opens: readonly [from: number, to: number];
}

/** Mondays to Fridays from a date to another, both included. */
function weekdays(from: string, to: string): readonly string[] {
  const found: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    if (new Date(at).getUTCDay() % 6 !== 0) found.push(new Date(at).toISOString().slice(0, 10));
  }
  return found;
}

const MEXICO_2022E: Law = {
  "America/Mexico_City": turns(
    ["ever", "-06:00"],
    ["2022-04-03T08:00Z", "-05:00"],
    ["2022-10-30T07:00Z", "-06:00"],
    ["2023-04-02T08:00Z", "-05:00"],
    ["2023-10-29T07:00Z", "-06:00"],
  ),
  "America/Chihuahua": turns(
    ["ever", "-07:00"],
    ["2022-04-03T09:00Z", "-06:00"],
    ["2022-10-30T08:00Z", "-07:00"],
    ["2023-04-02T09:00Z", "-06:00"],
    ["2023-10-29T08:00Z", "-07:00"],
  ),
};
const MEXICO_2022F: Law = {
  "America/Mexico_City": (MEXICO_2022E["America/Mexico_City"] ?? []).slice(0, 3),
  "America/Chihuahua": (MEXICO_2022E["America/Chihuahua"] ?? []).slice(0, 2),
};

const BEIRUT_2023A: Law = {
  "Asia/Beirut": turns(["ever", "+02:00"], ["2023-03-25T22:00Z", "+03:00"], ["2023-10-28T21:00Z", "+02:00"]),
};
const BEIRUT_2023B: Law = {
  "Asia/Beirut": turns(["ever", "+02:00"], ["2023-04-20T22:00Z", "+03:00"], ["2023-10-28T21:00Z", "+02:00"]),
};
const BEIRUT = { timezone: "Asia/Beirut", first: "2023-03-25T22:00:00Z", dates: weekdays("2023-03-27", "2023-04-20") };

const CANADA_2025C: Law = {
  "America/Vancouver": turns(
    ["ever", "-08:00"],
    ["2026-03-08T10:00Z", "-07:00"],
    ["2026-11-01T09:00Z", "-08:00"],
    ["2027-03-14T10:00Z", "-07:00"],
  ),
  "America/Edmonton": turns(
    ["ever", "-07:00"],
    ["2026-03-08T09:00Z", "-06:00"],
    ["2026-11-01T08:00Z", "-07:00"],
    ["2027-03-14T09:00Z", "-06:00"],
  ),
};
const CANADA_2026F: Law = {
  "America/Vancouver": (CANADA_2025C["America/Vancouver"] ?? []).slice(0, 2),
  "America/Edmonton": (CANADA_2025C["America/Edmonton"] ?? []).slice(0, 2),
};

const MOROCCO_2025C: Law = {
  "Africa/Casablanca": turns(["ever", "+01:00"], ["2026-02-15T02:00Z", "+00:00"], ["2026-03-22T02:00Z", "+01:00"]),
};
const MOROCCO_2026F: Law = {
  "Africa/Casablanca": [...(MOROCCO_2025C["Africa/Casablanca"] ?? []), ...turns(["2026-09-20T01:00Z", "+00:00"])],
};

export const REPLAYS: readonly Replay[] = [
  {
    name: "Mexico, October 2022: Chihuahua leaves Mountain time, with days of notice",
    now: "2022-10-29T12:00:00Z",
    aheadDays: 6,
    releases: [
      { version: "2022e", law: MEXICO_2022E },
      { version: "2022f", law: MEXICO_2022F },
    ],
    steps: [
      [
        {
          timezone: "America/Chihuahua",
          first: "2022-10-30T08:00:00Z",
          dates: weekdays("2022-10-31", "2022-11-04"),
          closes: [23, 24],
          opens: [15, 16],
        },
      ],
    ],
  },
  {
    name: "Mexico, April 2023: no daylight saving time any more, and half of the window was wrong already",
    now: "2023-03-30T12:00:00Z",
    aheadDays: 8,
    releases: [
      { version: "2022e", law: MEXICO_2022E },
      { version: "2022f", law: MEXICO_2022F },
    ],
    steps: [
      [
        {
          timezone: "America/Chihuahua",
          first: "2023-03-28T00:00:00Z",
          // The evening of Monday, 27 March, is the start of the window: from 18:00 on, when the queue is closed by both.
          dates: weekdays("2023-03-28", "2023-03-31"),
          closes: [23, 24],
          opens: [15, 16],
        },
        {
          timezone: "America/Mexico_City",
          first: "2023-04-02T08:00:00Z",
          dates: weekdays("2023-04-03", "2023-04-07"),
          closes: [14, 15],
          opens: [22, 23],
        },
      ],
    ],
  },
  {
    name: "Lebanon, March 2023: daylight saving time put off two days before, and then not",
    now: "2023-03-24T12:00:00Z",
    aheadDays: 28,
    releases: [
      { version: "2023a", law: BEIRUT_2023A },
      { version: "2023b", law: BEIRUT_2023B },
      { version: "2023c", law: BEIRUT_2023A },
    ],
    steps: [[{ ...BEIRUT, closes: [6, 7], opens: [14, 15] }], [{ ...BEIRUT, closes: [14, 15], opens: [6, 7] }]],
  },
  {
    name: "Canada, November 2026: British Columbia and Alberta stay on daylight saving time",
    now: "2026-10-29T12:00:00Z",
    aheadDays: 10,
    releases: [
      { version: "2025c", law: CANADA_2025C },
      { version: "2026f", law: CANADA_2026F },
    ],
    steps: [
      [
        {
          timezone: "America/Edmonton",
          first: "2026-11-01T08:00:00Z",
          dates: weekdays("2026-11-02", "2026-11-06"),
          closes: [23, 24],
          opens: [15, 16],
        },
        {
          timezone: "America/Vancouver",
          first: "2026-11-01T09:00:00Z",
          dates: weekdays("2026-11-02", "2026-11-06"),
          closes: [24, 25],
          opens: [16, 17],
        },
      ],
    ],
  },
  {
    name: "Morocco, September 2026: back to UTC for good",
    now: "2026-09-18T12:00:00Z",
    aheadDays: 10,
    releases: [
      { version: "2025c", law: MOROCCO_2025C },
      { version: "2026f", law: MOROCCO_2026F },
    ],
    steps: [
      [
        {
          timezone: "Africa/Casablanca",
          first: "2026-09-20T01:00:00Z",
          dates: weekdays("2026-09-21", "2026-09-28"),
          closes: [8, 9],
          opens: [16, 17],
        },
      ],
    ],
  },
];
