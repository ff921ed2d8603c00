import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importICalendar, importOpeningHours, importSchemaOrg, parseDateException } from "../../src/import.ts";
import { SEED } from "../properties/seed.ts";

const RUNS = { seed: SEED, numRuns: 1000 };
const RANGE = { from: "2026-01-01", to: "2027-12-31" };

const OSM_WORDS = (
  "Mo Fr Su PH SH Dec Jan 2026 25 31 32 24/7 09:00 17:00 26:00 48:00 99:99 off open closed unknown week easter sunrise " +
  '( ) [ ] + - – , ; : / || " "x" 😀 \u202e \u0000'
).split(" ");

const RULE_PARTS = [
  ...["FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=WEEKLY", "FREQ=DAILY", "FREQ=HOURLY", "FREQ=", "INTERVAL=0", "INTERVAL=999"],
  ...["INTERVAL=1000000000", "INTERVAL=-1", "INTERVAL=x", "COUNT=0", "COUNT=3", "COUNT=99999999999", "UNTIL=20270101"],
  ...["UNTIL=99999999", "BYMONTH=2", "BYMONTH=13", "BYMONTH=2,4", "BYMONTHDAY=30", "BYMONTHDAY=31", "BYMONTHDAY=-1"],
  ...["BYMONTHDAY=99", "BYDAY=MO", "BYDAY=5MO", "BYDAY=-1SU", "BYDAY=9MO", "BYDAY=XX", "BYSETPOS=2", "BYWEEKNO=53"],
  ...["BYYEARDAY=366", "BYHOUR=1", "WKST=SU", "WKST=XX", ";", "=", "X=Y"],
];
const LINES = [
  ...["DTSTART;VALUE=DATE:20260101", "DTSTART;VALUE=DATE:00000000", "DTSTART:20260101T000000Z", "DTSTART;VALUE=DATE:"],
  ...[
    "DTSTART;VALUE=DATE:20240229",
    "DTSTART;VALUE=DATE:19000101",
    "DTEND;VALUE=DATE:20260105",
    "DTEND;VALUE=DATE:99991231",
  ],
  ...["DURATION:P1D", "DURATION:P9999999W", "DURATION:x", "SUMMARY:a", "UID:u", "RECURRENCE-ID;VALUE=DATE:20260101"],
  ...["EXDATE;VALUE=DATE:20260101,20260102", "EXDATE:x", "RDATE;VALUE=PERIOD:20260101T000000Z/P1D", "STATUS:CANCELLED"],
  ...["BEGIN:VALARM", "END:VALARM", "BEGIN:VEVENT", "END:VEVENT", "x", " folded", ":", ";", "A;B=C", 'A;B="', "\u0000"],
];

const rule = fc
  .array(fc.constantFrom(...RULE_PARTS), { minLength: 1, maxLength: 4 })
  .map((parts) => `RRULE:${parts.join(";")}`);
const body = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...LINES) }, rule), { maxLength: 8 });

describe("whatever comes in", () => {
  it("as opening hours is taken or refused, each problem with a place in the text", () => {
    const text = fc.oneof(
      fc.array(fc.constantFrom(...OSM_WORDS), { maxLength: 12 }).map((words) => words.join(" ")),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (hours) => {
        const { problems, hours: read } = importOpeningHours(hours);
        expect(read === undefined).toBe(problems.length > 0);
        for (const { start, end, message } of problems) {
          expect(0 <= start && start <= end && end <= hours.length).toBe(true);
          expect(message).not.toMatch(/undefined|\[object/);
        }
        parseDateException(hours);
      }),
      RUNS,
    );
  });

  it("as a calendar is read in bounded work, or refused with places", () => {
    fc.assert(
      fc.property(fc.array(body, { maxLength: 3 }), (events) => {
        const inner = events.map((lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n"));
        const text = ["BEGIN:VCALENDAR", ...inner, "END:VCALENDAR"].join("\r\n");
        const { problems, skipped, holidays } = importICalendar(text, RANGE);
        if (problems.length > 0) expect(holidays).toEqual([]);
        for (const { start, end, message } of [...problems, ...skipped]) {
          expect(text.slice(start, end)).toBe("BEGIN:VEVENT");
          expect(message).not.toMatch(/undefined|\[object/);
        }
        for (const { date } of holidays) expect(date >= RANGE.from && date <= RANGE.to).toBe(true);
      }),
      RUNS,
    );
  });

  it("as data of schema.org is taken or refused", () => {
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        "Monday",
        "schema:Friday",
        "09:00",
        "24:00",
        "23:59",
        "2026-12-25",
        "9998-12-31",
        "",
        null,
        1,
        [],
        {},
      ),
      fc.jsonValue(),
    );
    const keys = ["@type", "dayOfWeek", "opens", "closes", "validFrom", "validThrough", "openingHours", "__proto__"];
    const spec = fc.dictionary(fc.constantFrom(...keys), value);
    const data = fc.oneof(
      spec,
      fc.array(spec),
      fc.record({ openingHoursSpecification: fc.array(fc.oneof(spec, value)) }),
      value,
    );
    fc.assert(
      fc.property(data, (given) => {
        const { problems, warnings, hours } = importSchemaOrg(given);
        expect(hours === undefined).toBe(problems.length > 0);
        for (const { message } of [...problems, ...warnings]) expect(message).not.toMatch(/undefined|\[object/);
      }),
      RUNS,
    );
  });
});
