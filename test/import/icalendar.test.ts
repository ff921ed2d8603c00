import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ICalendarOptions, importICalendar } from "../../src/import.ts";

const RANGE = { from: "2026-01-01", to: "2027-12-31" };

const calendar = (...events: readonly string[]) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...events.flatMap((lines) => ["BEGIN:VEVENT", lines, "END:VEVENT"]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");

const event = (...lines: readonly string[]) => lines.join("\r\n");

function datesOf(text: string, options: Partial<ICalendarOptions> = {}): readonly string[] {
  const { holidays, problems } = importICalendar(text, { ...RANGE, ...options });
  expect(problems).toEqual([]);
  return holidays.map(({ date, names }) => `${date} ${names.join(" / ")}`);
}

function said(text: string, options: Partial<ICalendarOptions> = {}): readonly string[] {
  const { problems, skipped } = importICalendar(text, { ...RANGE, ...options });
  return [...problems, ...skipped].map(
    ({ code, message, start, end }) => `${text.slice(start, end).slice(0, 40)} ${code}: ${message}`,
  );
}

describe("holidays of an iCalendar file", () => {
  it("reads dates, spans of dates whose end is not included, and lasting ones", () => {
    const text = calendar(
      event("SUMMARY:Christmas Day", "DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261226"),
      event("SUMMARY:Fair", "DTSTART;VALUE=DATE:20260504", "DTEND;VALUE=DATE:20260507"),
      event("SUMMARY:Fair\\, again", "DTSTART;VALUE=DATE:20260506", "DURATION:P1D"),
      event("DTSTART;VALUE=DATE:20260401"),
      event("SUMMARY:Ends on itself", "DTSTART;VALUE=DATE:20260402", "DTEND;VALUE=DATE:20260402"),
      event("SUMMARY:Long ago", "DTSTART;VALUE=DATE:20201225"),
      event("SUMMARY:A foo", " lded", "  name", "DTSTART;VALUE=DATE:20260403"),
    );
    expect(datesOf(text)).toEqual([
      "2026-04-01 an event without a name",
      "2026-04-02 Ends on itself",
      "2026-04-03 A foolded name",
      "2026-05-04 Fair",
      "2026-05-05 Fair",
      "2026-05-06 Fair / Fair, again",
      "2026-12-25 Christmas Day",
    ]);
  });

  it("takes the part of a span that is in the range", () => {
    const text = calendar(event("SUMMARY:Closed", "DTSTART;VALUE=DATE:20251230", "DTEND;VALUE=DATE:20260103"));
    expect(datesOf(text)).toEqual(["2026-01-01 Closed", "2026-01-02 Closed"]);
  });

  it("repeats, but not on excluded dates, and with what stands for an occurrence", () => {
    const text = calendar(
      event("UID:x", "SUMMARY:Christmas", "DTSTART;VALUE=DATE:20001225", "RRULE:FREQ=YEARLY"),
      event("UID:y", "SUMMARY:Thanksgiving", "DTSTART;VALUE=DATE:20201126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
      event(
        "UID:z",
        "SUMMARY:Inventory",
        "DTSTART;VALUE=DATE:20260130",
        "RRULE:FREQ=MONTHLY;COUNT=4",
        "EXDATE;VALUE=DATE:20260330",
      ),
      event("UID:z", "SUMMARY:Inventory, moved", "RECURRENCE-ID;VALUE=DATE:20260430", "DTSTART;VALUE=DATE:20260502"),
      event(
        "UID:z",
        "SUMMARY:Inventory",
        "RECURRENCE-ID;VALUE=DATE:20260530",
        "DTSTART;VALUE=DATE:20260530",
        "STATUS:CANCELLED",
      ),
      event("UID:l", "SUMMARY:Leap day", "DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"),
    );
    expect(datesOf(text, { to: "2028-12-31" })).toEqual([
      "2026-01-30 Inventory",
      "2026-05-02 Inventory, moved",
      "2026-11-26 Thanksgiving",
      "2026-12-25 Christmas",
      "2027-11-25 Thanksgiving",
      "2027-12-25 Christmas",
      "2028-02-29 Leap day",
      "2028-11-23 Thanksgiving",
      "2028-12-25 Christmas",
    ]);
  });

  it("takes what matches in summary, categories or description, and passes over what is wrong with the rest", () => {
    const text = calendar(
      event("SUMMARY:Good Friday", "CATEGORIES:Public holiday,Easter", "DTSTART;VALUE=DATE:20260403"),
      event("SUMMARY:Mother's Day", "DESCRIPTION:Observance", "DTSTART;VALUE=DATE:20260510"),
      event("SUMMARY:Lunch", "DTSTART:20260510T120000Z", "RRULE:FREQ=HOURLY"),
    );
    expect(datesOf(text, { match: "public HOLIDAY" })).toEqual(["2026-04-03 Good Friday"]);
    expect(datesOf(text, { match: "observance" })).toEqual(["2026-05-10 Mother's Day"]);
    expect(said(text, { match: "friday" })).toEqual([]);
  });

  it("says what it leaves out, and why", () => {
    const text = calendar(
      event("SUMMARY:Lunch", "DTSTART:20260510T120000Z"),
      event("SUMMARY:Party", "DTSTART;VALUE=DATE:20260510", "STATUS:CANCELLED"),
    );
    expect(said(text)).toEqual([
      "BEGIN:VEVENT W_ICAL_TIMED: `Lunch` is about a time of the day, and holidays are whole dates",
      "BEGIN:VEVENT W_ICAL_CANCELLED: `Party` is cancelled",
    ]);
  });

  it("an occurrence that became a time of the day is no holiday any more", () => {
    const text = calendar(
      event("UID:a", "SUMMARY:Day off", "DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=DAILY;COUNT=2"),
      event("UID:a", "SUMMARY:Morning off", "RECURRENCE-ID;VALUE=DATE:20260106", "DTSTART:20260106T080000Z"),
    );
    expect(datesOf(text)).toEqual(["2026-01-05 Day off"]);
  });

  it("refuses what it cannot read, all at once, each with its place", () => {
    const date = "DTSTART;VALUE=DATE:20260510";
    const text = calendar(
      event("SUMMARY:A", "DTSTART;VALUE=DATE:20260230"),
      event("SUMMARY:B", "DTSTART;VALUE=DATE:2026-05-10"),
      event("SUMMARY:C"),
      event("SUMMARY:D", date, "DTEND;VALUE=DATE:20260509"),
      event("SUMMARY:E", date, "DURATION:PT36H"),
      event("SUMMARY:F", date, "RRULE:FREQ=HOURLY"),
      event("SUMMARY:G", date, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
      event("SUMMARY:H", date, "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1"),
      event("SUMMARY:I", date, "RRULE:FREQ=WEEKLY;INTERVAL=100000000"),
      event("SUMMARY:N", date, "RRULE:FREQ=MONTHLY;BYMONTHDAY=-3"),
      event("SUMMARY:O", date, "RRULE:FREQ=MONTHLY;BYDAY=9MO"),
      event("SUMMARY:J", date, "RRULE:FREQ=OFTEN"),
      event("SUMMARY:K", date, "nonsense"),
      event("SUMMARY:L", date, "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260510"),
      event("SUMMARY:M", date, "EXRULE:FREQ=YEARLY"),
    );
    expect(said(text)).toMatchInlineSnapshot(`
      [
        "BEGIN:VEVENT E_ICAL_DATE: DTSTART is "2026-02-30", which is not a date of the calendar; it is written as YYYYMMDD",
        "BEGIN:VEVENT E_ICAL_DATE: DTSTART is "2026--0-5-", which is not a date of the calendar; it is written as YYYYMMDD",
        "BEGIN:VEVENT E_ICAL_START: \`C\` has no DTSTART, and so no date",
        "BEGIN:VEVENT E_ICAL_ORDER: \`D\` ends before it begins",
        "BEGIN:VEVENT E_ICAL_DURATION: \`E\` takes "PT36H", which is not whole days",
        "BEGIN:VEVENT E_ICAL_RULE: \`F\` repeats by a rule with FREQ=HOURLY, which is not read here; give its dates, or leave it out with --match",
        "BEGIN:VEVENT E_ICAL_RULE: \`G\` repeats by a rule with BYMONTHDAY=30, which is not read here; give its dates, or leave it out with --match",
        "BEGIN:VEVENT E_ICAL_RULE: \`H\` repeats by a rule with BYSETPOS, which is not read here; give its dates, or leave it out with --match",
        "BEGIN:VEVENT E_ICAL_RULE: \`I\` repeats by a rule with INTERVAL=100000000, which is not read here; give its dates, or leave it out with --match",
        "BEGIN:VEVENT E_ICAL_RULE: \`N\` repeats by a rule with BYMONTHDAY=-3, which is not read here; give its dates, or leave it out with --match",
        "BEGIN:VEVENT E_ICAL_RULE: \`O\` repeats by a rule with BYDAY=9MO, which is not read here; give its dates, or leave it out with --match",
        "BEGIN:VEVENT E_ICAL_EVENT: is an event that cannot be read: invalid frequency "OFTEN" expected: "SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY"",
        "BEGIN:VEVENT E_ICAL_EVENT: is an event that cannot be read: invalid line (no token ";" or ":") "nonsense"",
        "BEGIN:VEVENT E_ICAL_FUTURE: \`L\` changes all later ones of its series (THISANDFUTURE), which is not read here; give its dates, or leave it out with --match",
        "BEGIN:VEVENT E_ICAL_RULE: \`M\` repeats by a rule with EXRULE, which is not read here; give its dates, or leave it out with --match",
      ]
    `);
    expect(said("hello")).toEqual([
      "hello E_ICAL_NONE: holds no iCalendar (RFC 5545): there is no line BEGIN:VCALENDAR",
    ]);
    expect(said("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260510\nEND:VCALENDAR\n")).toEqual([
      "BEGIN:VEVENT E_ICAL_OPEN: begins an event that does not end; END:VEVENT is lacking",
    ]);
    expect(datesOf("BEGIN:VCALENDAR\nEND:VCALENDAR\n")).toEqual([]);
  });

  it.each([
    ["endless repetition", "FREQ=DAILY", "16000101"],
    ["a count without measure", "FREQ=DAILY;COUNT=999999999", "16000101"],
  ])("does bounded work on %s", (_, rule, start) => {
    const text = calendar(event("SUMMARY:A", `DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`));
    expect(said(text)).toEqual([
      "BEGIN:VEVENT E_ICAL_WORK: takes more than 100,000 repetitions to reach the range; begin its series later",
    ]);
  });

  it("a range that is none is a RangeError", () => {
    const read = (range: object) => () => importICalendar(calendar(), { ...RANGE, ...range });
    expect(read({ from: "2026-02-30" })).toThrow(
      new RangeError('"2026-02-30" is not a date of the calendar; write YYYY-MM-DD'),
    );
    expect(read({ to: "2025-12-31" })).toThrow(new RangeError("the range ends before it begins"));
  });

  it("repeats on the dates that RFC 5545 names, looked for date by date", () => {
    fc.assert(
      fc.property(series, ({ start, rule, isOn }) => {
        const text = calendar(event("SUMMARY:A", `DTSTART;VALUE=DATE:${compact(start)}`, `RRULE:${rule}`));
        const expected: string[] = [];
        for (let at = start; at <= Date.parse(RANGE.to); at += DAY) {
          if (at >= Date.parse(RANGE.from) && isOn(at)) expected.push(`${new Date(at).toISOString().slice(0, 10)} A`);
        }
        expect({ rule, start: compact(start), dates: datesOf(text) }).toEqual({
          rule,
          start: compact(start),
          dates: expected,
        });
      }),
      { numRuns: 200 },
    );
  });
});

const DAY = 86_400_000;
const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const compact = (at: number) => new Date(at).toISOString().slice(0, 10).replaceAll("-", "");

interface Series {
  readonly start: number;
  readonly rule: string;
  /** The rule in the most literal way; DTSTART is one of its dates. */
  readonly isOn: (at: number) => boolean;
}

const start = fc
  .integer({ min: Date.UTC(2019, 0, 1) / DAY, max: Date.UTC(2027, 11, 31) / DAY })
  .map((day) => day * DAY);
const field = (at: number) => {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { year, month, day, weekday: date.getUTCDay(), nth: Math.ceil(day / 7), isLastOfKind: day + 7 > length };
};

const endOfMonth = (at: number) => Date.UTC(field(at).year, field(at).month, 0);

const series: fc.Arbitrary<Series> = fc.oneof(
  fc.tuple(start, fc.integer({ min: 1, max: 3 })).map(([from, interval]) => {
    const { year, month, day } = field(from);
    return {
      start: from,
      rule: `FREQ=YEARLY;INTERVAL=${interval}`,
      isOn: (at: number) => {
        const on = field(at);
        return on.month === month && on.day === day && (on.year - year) % interval === 0;
      },
    };
  }),
  start.map((from) => {
    const { month, weekday, nth } = field(from);
    return {
      start: from,
      rule: `FREQ=YEARLY;BYMONTH=${month};BYDAY=${nth}${WEEKDAYS[weekday]}`,
      isOn: (at: number) => {
        const on = field(at);
        return on.month === month && on.weekday === weekday && on.nth === nth;
      },
    };
  }),
  start.map((from) => {
    const { day } = field(from);
    return { start: from, rule: `FREQ=MONTHLY;BYMONTHDAY=${day}`, isOn: (at: number) => field(at).day === day };
  }),
  start.map((from) => {
    const { day } = field(from);
    return { start: from, rule: "FREQ=MONTHLY", isOn: (at: number) => field(at).day === day };
  }),
  start.map((from) => {
    const { month, day } = field(from);
    return {
      start: from,
      rule: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`,
      isOn: (at: number) => field(at).month === month && field(at).day === day,
    };
  }),
  start.map((from) => {
    const last = endOfMonth(from);
    return { start: last, rule: "FREQ=MONTHLY;BYMONTHDAY=-1", isOn: (at: number) => endOfMonth(at) === at };
  }),
  fc.tuple(start, fc.boolean()).map(([from, yearly]) => {
    const { month, weekday } = field(from);
    const last = [0, 7, 14, 21, 28].map((days) => from + days * DAY).find((at) => field(at).isLastOfKind) ?? from;
    return {
      start: last,
      rule: `${yearly ? `FREQ=YEARLY;BYMONTH=${month}` : "FREQ=MONTHLY"};BYDAY=-1${WEEKDAYS[weekday]}`,
      isOn: (at: number) => {
        const on = field(at);
        return (!yearly || on.month === month) && on.weekday === weekday && on.isLastOfKind;
      },
    };
  }),
  fc.tuple(start, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 })).map(([from, other, interval]) => {
    const days = [field(from).weekday, (field(from).weekday + other) % 7];
    // Weeks begin on Monday where a rule does not say otherwise.
    const week = (at: number) => Math.floor((at / DAY + 3) / 7);
    return {
      start: from,
      rule: `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.map((day) => WEEKDAYS[day]).join(",")}`,
      isOn: (at: number) => days.includes(field(at).weekday) && (week(at) - week(from)) % interval === 0,
    };
  }),
  fc.tuple(start, start, fc.integer({ min: 1, max: 4 })).map(([from, until, interval]) => ({
    start: from,
    rule: `FREQ=WEEKLY;INTERVAL=${interval};UNTIL=${compact(Math.max(from, until))}`,
    isOn: (at: number) => (at - from) % (7 * interval * DAY) === 0 && at <= Math.max(from, until),
  })),
  fc.tuple(start, fc.integer({ min: 1, max: 4 })).map(([from, interval]) => ({
    start: from,
    rule: `FREQ=WEEKLY;INTERVAL=${interval}`,
    isOn: (at: number) => (at - from) % (7 * interval * DAY) === 0,
  })),
  fc.tuple(start, fc.integer({ min: 1, max: 40 })).map(([from, count]) => ({
    start: from,
    rule: `FREQ=DAILY;COUNT=${count}`,
    isOn: (at: number) => (at - from) / DAY < count,
  })),
);
