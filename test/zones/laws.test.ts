import { describe, expect, it } from "vitest";
import { readTzif } from "../../src/time/tzif.ts";
import { spansOf } from "../../src/time/zone-law.ts";
import { offsetBy, type ZdumpZone, zdump } from "../oracle/zdump.ts";
import { FIXTURE_NAMES, FIXTURES, fixture } from "./fixture.ts";

const minute = (text: string): number => Date.parse(text) / 60_000;
const FROM = minute("1972-01-08T00:00Z");
const TO = minute("2100-01-01T00:00Z");

function lawBetween(name: string, from: string, to: string): readonly string[] {
  const { starts, offsets } = spansOf(readTzif(fixture(name), name), minute(from), minute(to));
  return starts.map((start, i) => `${new Date(start * 60_000).toISOString().slice(0, 16)}Z ${offsets[i]}`);
}

describe("laws that zic compiled", () => {
  it.each([
    ["Test/Next_Week", "2026-11-27T00:00Z", "2060-01-01T00:00Z", ["2026-11-27T00:00Z 180", "2026-12-03T23:00Z 240"]],
    [
      "Test/Half_Hour",
      "2026-01-01T00:00Z",
      "2027-01-01T00:00Z",
      ["2026-01-01T00:00Z 660", "2026-04-04T15:00Z 630", "2026-10-03T15:30Z 660"],
    ],
    [
      "Test/Midnight",
      "2026-01-01T00:00Z",
      "2027-01-01T00:00Z",
      ["2026-01-01T00:00Z 120", "2026-04-23T22:00Z 180", "2026-10-29T21:00Z 120"],
    ],
    ["Test/Skipped_Day", "2011-12-01T00:00Z", "2012-02-01T00:00Z", ["2011-12-01T00:00Z -600", "2011-12-30T10:00Z 840"]],
    [
      "Test/Suspended",
      "2026-01-01T00:00Z",
      "2027-01-01T00:00Z",
      [
        "2026-01-01T00:00Z 0",
        "2026-03-29T02:00Z 60",
        "2026-06-14T02:00Z 0",
        "2026-07-14T02:00Z 60",
        "2026-10-25T02:00Z 0",
      ],
    ],
    ["Test/Suspended", "2027-11-01T00:00Z", "2090-01-01T00:00Z", ["2027-11-01T00:00Z 0"]],
    [
      "Test/Negative",
      "2050-01-01T00:00Z",
      "2051-01-01T00:00Z",
      ["2050-01-01T00:00Z 0", "2050-03-27T01:00Z 60", "2050-10-30T01:00Z 0"],
    ],
    [
      "Test/No_Footer",
      "2099-01-01T00:00Z",
      "2100-01-01T00:00Z",
      ["2099-01-01T00:00Z 60", "2099-03-01T01:00Z 80", "2099-06-01T00:40Z 100", "2099-10-01T00:20Z 60"],
    ],
  ])("%s from %s to %s", (name, from, to, expected) => {
    expect(lawBetween(name, from, to)).toEqual(expected);
  });

  it("are the same, whether listed for decades or told by the footer from the start", () => {
    const [fat, slim] = ["Test/Fat", "Test/Half_Hour"].map((name) => spansOf(readTzif(fixture(name), name), FROM, TO));
    expect(fixture("Test/Fat").length).toBeGreaterThan(fixture("Test/Half_Hour").length * 5);
    expect(fat).toEqual(slim);
  });

  it("are asked for where a file without a footer says nothing any more", () => {
    const law = readTzif(fixture("Test/No_Footer"), "`Test/No_Footer`");
    const asked = () => spansOf(law, minute("2026-01-01T00:00Z"), law.end + 1);
    expect(asked).toThrow(/^time-zone data of `Test\/No_Footer` holds 1972-01-08T00:00:00Z to 24\d\d-/);
    expect(spansOf(law, minute("2026-01-01T00:00Z"), law.end).to).toBe(law.end);
  });

  it.each(FIXTURE_NAMES)("%s: its transitions, and the minutes beside them, are those of zdump", (name) => {
    const zone = zdump(FIXTURES, [name], 1972, 2099).get(name) as ZdumpZone;
    const { starts, offsets } = spansOf(readTzif(fixture(name), name), FROM, minute("2098-12-31T00:00Z"));
    const turns = zone.readings.filter(({ offset }, i) => i % 2 === 1 && offset !== zone.readings[i - 1]?.offset);
    expect(starts.slice(1).map((start) => start * 60)).toEqual(
      turns.map(({ at }) => at).filter((at) => at > FROM * 60 && at < minute("2098-12-31T00:00Z") * 60),
    );
    const wrong = starts.flatMap((start, i) =>
      [start, start + 1, (starts[i + 1] ?? start + 1440) - 1].filter(
        (at) => offsets[i] !== offsetBy(zone, at * 60) / 60,
      ),
    );
    expect(wrong).toEqual([]);
  });
});
