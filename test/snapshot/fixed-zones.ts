import type { OffsetSpans, ZoneSource } from "../../src/index.ts";

/** `[from epoch minute, offset]`, written by hand: these zones are the same on every machine. */
const TRANSITIONS: { readonly [zone: string]: readonly (readonly [from: string, offset: number])[] } = {
  "America/New_York": [
    ["1970-01-01T00:00Z", -300],
    ["2026-03-08T07:00Z", -240],
    ["2026-11-01T06:00Z", -300],
    ["2027-03-14T07:00Z", -240],
    ["2027-11-07T06:00Z", -300],
  ],
  "Europe/Berlin": [
    ["1970-01-01T00:00Z", 60],
    ["2026-03-29T01:00Z", 120],
    ["2026-10-25T01:00Z", 60],
    ["2027-03-28T01:00Z", 120],
    ["2027-10-31T01:00Z", 60],
  ],
  "Asia/Kolkata": [["1970-01-01T00:00Z", 330]],
};

/** Knows three zones, and their law of 2026 and 2027. */
export const FIXED_ZONES: ZoneSource = {
  name: "fixed",
  version: "1",
  has: (timezone) => timezone in TRANSITIONS,
  names: () => Object.keys(TRANSITIONS),
  spans(timezone, from, to): OffsetSpans {
    const all = (TRANSITIONS[timezone] ?? []).map(([start, offset]) => ({ start: Date.parse(start) / 60_000, offset }));
    const before = all.findLast(({ start }) => start <= from) ?? { start: from, offset: 0 };
    const spans = [{ ...before, start: from }, ...all.filter(({ start }) => start > from && start < to)];
    return { from, to, starts: spans.map(({ start }) => start), offsets: spans.map(({ offset }) => offset) };
  },
};
