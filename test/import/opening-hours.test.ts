import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OSM_TEXTS } from "../../src/import/osm-problem.ts";
import { importOpeningHours } from "../../src/import.ts";
import { validate } from "../../src/index.ts";
import { holds } from "../properties/holds.ts";
import { minutesOf } from "./open-minutes.ts";
import { oracleMinutes } from "./opening-hours-oracle.ts";
import { osmRulesText, osmText, queueHours } from "./osm-arbitraries.ts";

const nineToFive = [{ start: "09:00", end: "17:00" }];
const weekdays = { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive };

describe("opening hours of OpenStreetMap", () => {
  it.each<[string, object]>([
    ["24/7", { open_24: true }],
    ["Mo-Su 00:00-24:00", { open_24: true }],
    ["off", { open_24: false, weekly_hours: {} }],
    ["Mo-Fr 09:00-17:00", { open_24: false, weekly_hours: weekdays }],
    ["mo-fr 9:00 – 17:00;", { open_24: false, weekly_hours: weekdays }],
    [
      "Mo-Fr 09:00-17:00; Sa 10:00-14:00",
      { open_24: false, weekly_hours: { ...weekdays, sat: [{ start: "10:00", end: "14:00" }] } },
    ],
    ["Mo-Su 09:00-17:00; Sa,Su off", { open_24: false, weekly_hours: weekdays }],
    [
      "Sa-Mo 08:00-12:00,13:00-18:00 open",
      {
        open_24: false,
        weekly_hours: Object.fromEntries(
          ["mon", "sat", "sun"].map((day) => [
            day,
            [
              { start: "08:00", end: "12:00" },
              { start: "13:00", end: "18:00" },
            ],
          ]),
        ),
      },
    ],
    ["Fr 22:00-06:00", { open_24: false, weekly_hours: { fri: [{ start: "22:00", end: "06:00" }] } }],
    ["Fr 22:00-26:00", { open_24: false, weekly_hours: { fri: [{ start: "22:00", end: "02:00" }] } }],
    ["Fr 18:00-24:00", { open_24: false, weekly_hours: { fri: [{ start: "18:00", end: "24:00" }] } }],
    ["Fr", { open_24: false, weekly_hours: { fri: [{ start: "00:00", end: "24:00" }] } }],
    ["24/7; 2026 Dec 25 off", { open_24: true, date_exceptions: { "2026-12-25": { closed: true } } }],
    [
      "Mo-Fr 09:00-17:00; 2026 Dec 24,2026 Dec 31-2027 Jan 01 10:00-12:00",
      {
        open_24: false,
        weekly_hours: weekdays,
        date_exceptions: Object.fromEntries(
          ["2026-12-24", "2026-12-31", "2027-01-01"].map((date) => [
            date,
            { intervals: [{ start: "10:00", end: "12:00" }] },
          ]),
        ),
      },
    ],
    [
      "2026 Dec 21-27 Sa-Su open",
      {
        open_24: false,
        weekly_hours: {},
        date_exceptions: { "2026-12-26": { open_24: true }, "2026-12-27": { open_24: true } },
      },
    ],
    [
      // An exception is the whole truth about its date, so what the first night reaches into the second date is said there.
      "2026 Dec 24-25 22:00-06:00",
      {
        open_24: false,
        weekly_hours: {},
        date_exceptions: {
          "2026-12-24": { intervals: [{ start: "22:00", end: "06:00" }] },
          "2026-12-25": {
            intervals: [
              { start: "00:00", end: "06:00" },
              { start: "22:00", end: "06:00" },
            ],
          },
        },
      },
    ],
  ])("%s", (text, hours) => {
    expect(importOpeningHours(text)).toEqual({ hours, problems: [], warnings: [] });
  });

  it.each<[string, string, string]>([
    ["", "", "E_OSM_EMPTY"],
    ["by appointment", "by", "E_OSM_SYNTAX"],
    ["Mo-Xy 09:00-17:00", "Xy", "E_OSM_SYNTAX"],
    ["Mo-Fr 09:00-17:00 Sa 10:00-12:00", "Sa", "E_OSM_SYNTAX"],
    ["Mo 9-17", "9", "E_OSM_TIME"],
    ["Mo 09:75-10:00", "09:75", "E_OSM_TIME"],
    ["Mo 24:00-26:00", "24:00-26:00", "E_OSM_TIME"],
    ["Mo 10:00", "10:00", "E_OSM_NO_END"],
    ["Mo 10:00-10:00", "10:00-10:00", "E_OSM_LENGTH"],
    ["Mo 22:00-46:00", "22:00-46:00", "E_OSM_LENGTH"],
    ["Mo 17:00+", "17:00+", "E_OSM_OPEN_END"],
    ["Mo 17:00-22:00+", "+", "E_OSM_OPEN_END"],
    ["Mo 10:00-16:00/90", "/", "E_OSM_POINTS"],
    ["sunrise-sunset", "sunrise", "E_OSM_SUN"],
    ["Mo 10:00-(sunset-01:00)", "sunset", "E_OSM_SUN"],
    ["Mo-Fr 09:00-17:00; PH off", "PH", "E_OSM_HOLIDAYS"],
    ["Mo-Fr,SH 09:00-17:00", "SH", "E_OSM_HOLIDAYS"],
    ["week 01-10 Mo 09:00-17:00", "week", "E_OSM_WEEKS"],
    ["2026 easter off", "easter", "E_OSM_EASTER"],
    ["Mo[1] 09:00-17:00", "[", "E_OSM_NTH"],
    ["Mo-Fr 09:00-17:00; Dec 25 off", "Dec 25", "E_OSM_YEARLY"],
    ["Jun-Aug 09:00-17:00", "Jun", "E_OSM_YEARLY"],
    ["2026 Mo-Fr 09:00-17:00", "2026", "E_OSM_YEAR"],
    ["2026 Feb 29 off", "2026 Feb 29", "E_OSM_DATE"],
    ["2026 Dec 24-Jan 02 off", "2026 Dec 24-Jan 02", "E_OSM_ORDER"],
    ["2026 Jan 01-2046 Jan 01 off", "2026 Jan 01-2046 Jan 01", "E_OSM_MANY"],
    ['Mo 09:00-17:00 "ring twice"', '"ring twice"', "E_OSM_COMMENT"],
    ["Mo 09:00-17:00 unknown", "unknown", "E_OSM_UNKNOWN"],
    ["Mo 09:00-17:00 || Tu 10:00-12:00", "||", "E_OSM_FALLBACK"],
    ["Mo 09:00-17:00; Mo 12:00-13:00 off", "Mo 12:00-13:00 off", "E_OSM_OFF_TIMES"],
    ["Mo 09:00-12:00; 14:00-16:00", "14:00-16:00", "E_OSM_ALL_DAYS"],
    ["Mo-Th 18:00-02:00; Fr-Sa 18:00-04:00", "Fr-Sa 18:00-04:00", "E_OSM_NIGHT"],
    // The night of Wednesday stays on Thursday, and no rule names Thursday.
    ["We 07:30-06:30, We off", "We off", "E_OSM_NIGHT"],
    ["Mo-Su 22:00-06:00; 2026 Dec 24 off", "2026 Dec 24 off", "E_OSM_NIGHT_DATE"],
  ])("refuses %s, at %s", (text, part, code) => {
    const { problems } = importOpeningHours(text);
    const found = problems.map((problem) => [text.slice(problem.start, problem.end), problem.code]);
    expect(found).toEqual([[part, code]]);
  });

  it("refuses a text without end before it reads it", () => {
    const [problem] = importOpeningHours("Mo,".repeat(1_000_000)).problems;
    expect(problem?.code).toBe("E_OSM_LONG");
  });

  it("says every reason verbatim, what was found and what to write", () => {
    const said = [
      "Mo-Fr 09:00-17:00; PH off; Dec 25 off; Sa 10:00+; Su sunrise-12:00 || unknown; week 3 Mo 10:00-12:00",
      "Mo-Th 18:00-02:00; Fr-Sa 18:00-04:00",
      "Mo-Su 22:00-06:00; 2026 Dec 24 off",
    ].flatMap((text) => importOpeningHours(text).problems.map(({ code, message }) => `${code}: ${message}`));
    expect(said).toMatchInlineSnapshot(`
      [
        "E_OSM_HOLIDAYS: \`PH\` leaves open which dates are meant, and a date exception names its date; leave this part out, and bring the dates in with \`handoff import holidays\`",
        "E_OSM_YEARLY: \`Dec 25\` comes every year, and a date exception is of one; write the year before it, such as 2027 Dec 25",
        "E_OSM_OPEN_END: \`+\` leaves the end open, and a queue's hours end; write the time at which they do",
        "E_OSM_SUN: \`sunrise\` moves with the sun, and a queue's hours are times of the clock; write HH:MM",
        "E_OSM_WEEKS: \`week\` selects weeks of the year, which a queue's hours do not; name the dates",
        "E_OSM_NIGHT: the hours of Thursday run past midnight into Friday, and whether this rule takes their place is read in two ways; end them at 24:00, or write \`,\` before this rule, which then adds to them",
        "E_OSM_NIGHT_DATE: the hours that this rule replaces on 2026-12-24 run past midnight into 2026-12-25, and whether it replaces them there is read in two ways; add a rule for 2026-12-25 as well",
      ]
    `);
  });

  it("every message names what is wrong and ends without a full stop", () => {
    const words = Object.values(OSM_TEXTS).map((text) => (text as (...args: string[]) => string)("`a`", "`b`"));
    expect(words.filter((text) => /\.$|undefined/.test(text))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  it("is lossless: hours written in the syntax and read again are open at the same minutes", () => {
    let taken = 0;
    let all = 0;
    holds(queueHours, 60, (hours) => {
      all++;
      const read = importOpeningHours(osmText(hours));
      if (read.hours === undefined) {
        // Where a night meets an exception the syntax itself is read in two ways.
        expect(read.problems.map(({ code }) => code)).toEqual(read.problems.map(() => "E_OSM_NIGHT_DATE"));
        return;
      }
      taken++;
      expect(minutesOf(read.hours)).toEqual(minutesOf(hours));
    });
    expect(taken / all).toBeGreaterThan(0.3);
  });

  it("is lossless or refuses: opening_hours.js opens any text that is taken at the same minutes", () => {
    let taken = 0;
    let all = 0;
    holds(osmRulesText, 300, (text) => {
      all++;
      const read = importOpeningHours(text);
      const oracle = oracleMinutes(text);
      if (read.hours === undefined || oracle === undefined) return;
      taken++;
      expect({ text, open: minutesOf(read.hours) }).toEqual({ text, open: oracle });
    });
    expect(taken / all).toBeGreaterThan(0.3);
  });

  it("makes hours that the engine takes", () => {
    fc.assert(
      fc.property(osmRulesText, (text) => {
        const { hours } = importOpeningHours(text);
        if (hours === undefined) return;
        const queue = { name: "q", type: "Agent_queue", enabled: true, timezone: "UTC", transfer_function_name: "t" };
        const errors = validate([{ ...queue, ...hours }]).filter(({ severity }) => severity === "error");
        expect({ text, errors }).toEqual({ text, errors: [] });
      }),
      { numRuns: 200 },
    );
  });
});
