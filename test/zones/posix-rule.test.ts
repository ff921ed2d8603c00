import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetByRule, type PosixRule, parsePosixRule } from "../../src/time/posix-rule.ts";
import { offsetBy, type ZdumpZone, zdump } from "../oracle/zdump.ts";
import { SEED } from "../properties/seed.ts";

const minute = (text: string): number => Date.parse(text) / 60_000;

/** `±HH:MM`, the hours padded or not, the minutes left out where they are 0. */
const time = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.constantFrom("", "", ":00", ":15", ":30", ":59"), fc.boolean())
    .map(([hour, minutes, plus]) => `${plus && hour >= 0 ? "+" : ""}${hour}${minutes}`);

/** A change in some months and days of the year, far from those of the other: the two do not overtake each other. */
function change([firstMonth, lastMonth]: readonly [number, number]): fc.Arbitrary<string> {
  const first = (firstMonth - 1) * 30 + 5;
  const last = lastMonth * 30 - 5;
  const day = fc.oneof(
    fc
      .tuple(
        fc.integer({ min: firstMonth, max: lastMonth }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 6 }),
      )
      .map((parts) => `M${parts.join(".")}`),
    fc.integer({ min: first, max: last }).map((n) => `J${n}`),
    fc.integer({ min: first, max: last }).map(String),
  );
  return fc
    .tuple(day, fc.option(time(-167, 167), { nil: undefined }))
    .map(([on, at]) => (at === undefined ? on : `${on}/${at}`));
}

const rule = fc
  .tuple(time(-12, 11), fc.option(time(-14, 13), { nil: "" }), change([2, 5]), change([7, 11]), fc.boolean())
  .map(([standard, daylight, one, other, south]) => {
    return `<std>${standard}<dst>${daylight},${south ? `${other},${one}` : `${one},${other}`}`;
  });

describe("the rule of a footer", () => {
  it("gives the offsets of zdump, at each transition and beside it, over twenty years", () => {
    const texts = fc.sample(rule, { seed: SEED, numRuns: 400 });
    const zones = zdump("", texts, 2020, 2040);
    let compared = 0;
    for (const text of texts) {
      const parsed = parsePosixRule(text) as PosixRule;
      const zone = zones.get(text) as ZdumpZone;
      const wrong = zone.readings
        .map(({ at }) => at)
        .filter((at) => offsetByRule(parsed, Math.floor(at / 60)) * 60 !== offsetBy(zone, at));
      expect(wrong, `FC_SEED=${SEED} ${text}`).toEqual([]);
      compared += zone.readings.length;
    }
    expect(compared).toBeGreaterThan(10_000);
  });

  it.each([
    ["daylight saving time all year", "XXX3EDT4,0/0,J365/23", -240],
    ["the same, by a clock that is ahead", "EST5EDT,0/0,J365/25", -240],
    ["standard time all year, as daylight saving time would begin when it ends", "EST5EDT,J100/2,J100/3", -300],
  ])("%s", (_, text, offset) => {
    const parsed = parsePosixRule(text) as PosixRule;
    for (const at of [
      "2026-01-01T00:00Z",
      "2026-01-01T04:59Z",
      "2026-01-01T05:00Z",
      "2026-07-01T00:00Z",
      "2027-01-01T03:00Z",
    ]) {
      expect(offsetByRule(parsed, minute(at)), at).toBe(offset);
    }
  });

  it("counts 29 February in one form of the day of the year, and not in the other", () => {
    const [julian, counted] = ["AAA0BBB,J60/0,J300/0", "AAA0BBB,59/0,J300/0"].map(
      (text) => parsePosixRule(text) as PosixRule,
    );
    const offsets = (each: PosixRule | undefined, date: string) => each && offsetByRule(each, minute(`${date}T00:00Z`));
    expect(["2028-02-29", "2028-03-01"].map((date) => offsets(julian, date))).toEqual([0, 60]);
    expect(["2028-02-28", "2028-02-29"].map((date) => offsets(counted, date))).toEqual([0, 60]);
    expect(["2027-02-28", "2027-03-01"].map((date) => offsets(julian, date))).toEqual([0, 60]);
    expect(["2027-02-28", "2027-03-01"].map((date) => offsets(counted, date))).toEqual([0, 60]);
  });

  it.each([
    ["EST5", { standard: -300, daylight: undefined }],
    ["<+0530>-5:30", { standard: 330, daylight: undefined }],
    ["<-00>0", { standard: 0, daylight: undefined }],
  ])("%s has one offset", (text, expected) => {
    expect(parsePosixRule(text)).toEqual(expected);
  });

  it.each([
    "",
    "EST",
    "ES5",
    "5",
    "EST25",
    "EST5:60",
    "EST5:00:01",
    "EST5EDT",
    "EST5EDT,M3.2.0",
    "EST5EDT,M13.2.0,M11.1.0",
    "EST5EDT,M0.2.0,M11.1.0",
    "EST5EDT,M3.6.0,M11.1.0",
    "EST5EDT,M3.0.0,M11.1.0",
    "EST5EDT,M3.2.7,M11.1.0",
    "EST5EDT,J0,M11.1.0",
    "EST5EDT,J366,M11.1.0",
    "EST5EDT,366,M11.1.0",
    "EST5EDT,M3.2.0/168,M11.1.0",
    "EST5EDT,M3.2.0/2:00:30,M11.1.0",
    "EST5EDT,M3.2.0,M11.1.0,",
    " EST5",
    "<E>5",
    "EST5EDT,J1/0,J365/48",
    `<${"A".repeat(200)}>5`,
  ])("`%s` is none", (text) => {
    expect(parsePosixRule(text)).toBeUndefined();
  });
});
