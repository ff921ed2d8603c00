import { describe, expect, it } from "vitest";
import { civilInstants, civilMonth, civilWeek, parseInstant } from "../../src/report.ts";
import { premiseHolds } from "../oracle/premise.ts";
import { ZONES } from "../properties/ground.ts";

const shown = ({ from, to }: { readonly from: number; readonly to: number }) =>
  [from, to].map((at) => new Date(at).toISOString());

describe("instants of civil times", () => {
  it("one as a rule, two in a fold, none in a gap", () => {
    const timezone = "America/New_York";
    const [gap, fold] = ["2027-03-14T07:00:00Z", "2026-11-01T06:00:00Z"];
    expect(premiseHolds({ kind: "gap", timezone, at: gap, before: "-05:00", after: "-04:00" })).toBe(true);
    expect(premiseHolds({ kind: "fold", timezone, at: fold, before: "-04:00", after: "-05:00" })).toBe(true);
    expect(civilInstants(ZONES, timezone, "2026-12-24T18:00")).toEqual([Date.parse("2026-12-24T18:00-05:00")]);
    expect(civilInstants(ZONES, timezone, "2027-03-14T02:30:00")).toEqual([]);
    expect(civilInstants(ZONES, timezone, "2026-11-01T01:30:00.500")).toEqual(
      ["-04:00", "-05:00"].map((offset) => Date.parse(`2026-11-01T01:30:00.500${offset}`)),
    );
  });

  it("none on a date that the zone skipped", () => {
    expect(premiseHolds({ kind: "skipped_date", timezone: "Pacific/Apia", date: "2011-12-30" })).toBe(true);
    expect(civilInstants(ZONES, "Pacific/Apia", "2011-12-30T12:00")).toEqual([]);
    expect(civilInstants(ZONES, "Pacific/Apia", "2011-12-31T12:00")).toEqual([Date.parse("2011-12-30T22:00Z")]);
  });

  it.each(["2026-02-29T12:00", "2026-12-24 18:00", "2026-12-24T24:00", "2026-12-24"])("refuses %s", (civil) => {
    expect(() => civilInstants(ZONES, "UTC", civil)).toThrow(
      `\`civil\` must be YYYY-MM-DDTHH:MM of the calendar, got ${civil}`,
    );
  });

  it.each([
    ["2026-12-24T18:00Z", "2026-12-24T18:00:00.000Z"],
    ["2026-12-24T18:00:30.250-05:30", "2026-12-24T23:30:30.250Z"],
    ["2026-12-24T18:00[Asia/Kathmandu]", "2026-12-24T12:15:00.000Z"],
    ["2026-12-24T18:00:01[Etc/GMT+5]", "2026-12-24T23:00:01.000Z"],
  ])("reads %s", (text, at) => {
    expect(parseInstant(text, ZONES)).toEqual({ at: Date.parse(at) });
  });
});

describe("civil weeks and months", () => {
  it("a week begins on Monday, and has an hour less with a gap", () => {
    const week = civilWeek(ZONES, "America/New_York", Date.parse("2027-03-14T12:00Z"));
    expect(shown(week)).toEqual(["2027-03-08T05:00:00.000Z", "2027-03-15T04:00:00.000Z"]);
    expect(week.to - week.from).toBe((7 * 24 - 1) * 3_600_000);
  });

  it("a month over the turn of the year", () => {
    const at = Date.parse("2026-12-31T20:00Z");
    expect(shown(civilMonth(ZONES, "America/New_York", at))).toEqual([
      "2026-12-01T05:00:00.000Z",
      "2027-01-01T05:00:00.000Z",
    ]);
    expect(shown(civilMonth(ZONES, "Asia/Tokyo", at))).toEqual([
      "2026-12-31T15:00:00.000Z",
      "2027-01-31T15:00:00.000Z",
    ]);
  });

  it("a month with a date that the zone skipped, and a fold over midnight", () => {
    const december = civilMonth(ZONES, "Pacific/Apia", Date.parse("2011-12-20T00:00Z"));
    expect(december.to - december.from).toBe(30 * 86_400_000);
    expect(
      premiseHolds({
        kind: "fold",
        timezone: "America/Sao_Paulo",
        at: "2018-02-18T02:00:00Z",
        before: "-02:00",
        after: "-03:00",
      }),
    ).toBe(true);
    const week = civilWeek(ZONES, "America/Sao_Paulo", Date.parse("2018-02-18T01:30Z"));
    expect(week.to - week.from).toBe((7 * 24 + 1) * 3_600_000);
  });

  it("refuses what is no zone or no instant", () => {
    expect(() => civilWeek(ZONES, "EDT", Date.parse("2026-12-31T20:00Z"))).toThrow(
      '`timezone`: "EDT" is an abbreviation',
    );
    expect(() => civilMonth(ZONES, "UTC", Number.NaN)).toThrow("`at` must be epoch milliseconds");
  });
});
