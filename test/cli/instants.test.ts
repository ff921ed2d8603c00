import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/cli/failure.ts";
import { instantOf, instantsOf } from "../../src/cli/instant.ts";
import { runtimeZones } from "../../src/index.ts";
import { handoff, NOW } from "./session.ts";

const zones = runtimeZones();
const iso = (at: number) => new Date(at).toISOString();
const read = (at: string, zone?: string) => instantsOf({ at, ...(zone && { zone }) }, NOW, zones).map(iso);
const refusal = (at: string, zone?: string): string => {
  try {
    return `accepted: ${read(at, zone).join(" ")}`;
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
};

describe("--at", () => {
  it.each([
    ["2026-12-24T18:00:00-05:00", "2026-12-24T23:00:00.000Z"],
    ["2026-12-24T23:00Z", "2026-12-24T23:00:00.000Z"],
    ["2026-12-24t23:00:00.123456z", "2026-12-24T23:00:00.123Z"],
    ["2026-12-24 23:00:00+05:30", "2026-12-24T17:30:00.000Z"],
    ["2028-02-29T00:00:00+14:00", "2028-02-28T10:00:00.000Z"],
    ["now", "2026-12-01T15:00:00.000Z"],
    ["now+90m", "2026-12-01T16:30:00.000Z"],
    ["now-2d3h", "2026-11-29T12:00:00.000Z"],
  ])("%s is an instant", (text, expected) => expect(read(text)).toEqual([expected]));

  it.each([
    "2026-02-30T00:00Z",
    "2027-02-29T00:00Z",
    "2026-12-24T24:00:00Z",
    "2026-12-24T23:59:60Z",
    "2026-12-24T23:60Z",
    "2026-12-24T23:00:00,5Z",
    "2026-12-24T23:00:00+15:00",
    "2026-12-24T23:00:00+0500",
    "-271821-04-20T00:00Z",
    "+275760-09-13T00:00Z",
    "1767222000000",
    "now+",
    "now+2w",
    "",
    "soon",
  ])("%j is none (row 93)", (text) => expect(refusal(text)).toMatch(/is no instant|is a civil time/));

  it("tells where answers begin and end", () => {
    expect(refusal("1972-01-07T23:59Z")).toBe("`--at 1972-01-07T23:59Z` is before 1972-01-08, where answers begin");
    expect(refusal("9999-12-31T00:00Z")).toBe("`--at 9999-12-31T00:00Z` is behind 9999-12-30, where answers end");
    expect(refusal("0001-01-01T00:00", "UTC")).toBe(
      "`--at 0001-01-01T00:00` is before 1972-01-08, where answers begin",
    );
  });

  it("asks whose civil time it is", () => {
    expect(refusal("2026-12-24T18:00")).toBe(
      "`--at 2026-12-24T18:00` is a civil time: say whose with --zone, such as --zone America/New_York, or add the offset, such as 2026-12-24T18:00:00-05:00",
    );
  });

  it.each([
    ["2026-12-24T18:00", "America/New_York", "2026-12-24T23:00:00.000Z"],
    ["2026-12-24 18:00:30.5", "America/New_York", "2026-12-24T23:00:30.500Z"],
    ["2026-12-24", "Asia/Kolkata", "2026-12-23T18:30:00.000Z"],
    ["today 09:00", "America/New_York", "2026-12-01T14:00:00.000Z"],
    ["tomorrow", "Asia/Tokyo", "2026-12-02T15:00:00.000Z"],
    ["yesterday 23:00", "Pacific/Kiritimati", "2026-12-01T09:00:00.000Z"],
    ["tue 10:00", "America/New_York", "2026-12-01T15:00:00.000Z"],
    ["Monday 10:00", "America/New_York", "2026-12-07T15:00:00.000Z"],
  ])("%s in %s", (text, zone, expected) => expect(read(text, zone)).toEqual([expected]));

  it("takes a civil time with its zone, as expectations write it", () => {
    expect(read("2026-12-24T18:00[America/New_York]")).toEqual(["2026-12-24T23:00:00.000Z"]);
    expect(read("2026-11-01 01:30[America/New_York]", "Asia/Tokyo")).toHaveLength(2);
  });

  it("gives both instants of a fold, or the one that is asked for", () => {
    const options = { at: "2026-11-01T01:30", zone: "America/New_York" };
    const [first, second] = ["2026-11-01T05:30:00.000Z", "2026-11-01T06:30:00.000Z"];
    expect(read(options.at, options.zone)).toEqual([first, second]);
    expect(iso(instantOf({ ...options, fold: "first" }, NOW, zones))).toBe(first);
    expect(iso(instantOf({ ...options, fold: "second" }, NOW, zones))).toBe(second);
    expect(() => instantOf(options, NOW, zones)).toThrow(
      "`--at 2026-11-01T01:30` happens twice in America/New_York (a fold): Sun 2026-11-01 01:30 -04:00 and Sun 2026-11-01 01:30 -05:00; say which with --fold first or --fold second",
    );
  });

  it("tells a gap, of half an hour and of a whole date as well", () => {
    expect(refusal("2027-03-14T02:30", "America/New_York")).toBe(
      "`--at 2027-03-14T02:30` never happens in America/New_York (a gap): at 2027-03-14T07:00:00Z the clock goes from 02:00 -05:00 to 03:00 -04:00",
    );
    expect(refusal("2026-10-04T02:15", "Australia/Lord_Howe")).toBe(
      "`--at 2026-10-04T02:15` never happens in Australia/Lord_Howe (a gap): at 2026-10-03T15:30:00Z the clock goes from 02:00 +10:30 to 02:30 +11:00",
    );
    expect(refusal("2011-12-30T12:00", "Pacific/Apia")).toBe(
      "`--at 2011-12-30T12:00` never happens in Pacific/Apia (a gap): at 2011-12-30T10:00:00Z the clock goes from 2011-12-30 00:00 -10:00 to 2011-12-31 00:00 +14:00",
    );
  });

  it("refuses zones as a configuration does", async () => {
    const asked = (zone: string) => handoff(["resolve", "examples/support.json", "--at", "today", "--zone", zone]);
    expect(await asked("EST5")).toEqual({
      code: 2,
      out: "",
      err: 'handoff: --zone: "EST5" is an offset, which knows no daylight saving time; use an IANA name, such as `America/New_York`\n',
    });
    expect((await asked("america/new_york")).err).toBe(
      'handoff: --zone: "america/new_york" is not spelled as IANA spells it; write `America/New_York`\n',
    );
  });
});
