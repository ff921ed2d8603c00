import { describe, expect, it } from "vitest";
import { importSchemaOrg, type SchemaOrgOptions } from "../../src/import.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const spec = (rest: object) => ({ "@type": "OpeningHoursSpecification", ...rest });
const nineToFive = [{ start: "09:00", end: "17:00" }];
const week = { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive };
const office = spec({ dayOfWeek: weekdays, opens: "09:00", closes: "17:00" });

function hoursOf(data: unknown, options?: SchemaOrgOptions): unknown {
  const { hours, problems } = importSchemaOrg(data, options);
  expect(problems).toEqual([]);
  return hours;
}

const said = ({ code, pointer, message }: { code: string; pointer: string; message: string }) =>
  `${pointer} ${code}: ${message}`;

describe("opening hours of schema.org", () => {
  it.each<[string, unknown]>([
    ["one", office],
    ["a list, days as addresses", [{ ...office, dayOfWeek: weekdays.map((day) => `https://schema.org/${day}`) }]],
    [
      "an entry a day, with seconds",
      weekdays.map((day) => spec({ dayOfWeek: day, opens: "09:00:00", closes: "17:00:00" })),
    ],
    ["a place", { "@type": "Store", name: "Shop", openingHoursSpecification: [office] }],
    ["a graph", { "@graph": [{ "@type": "WebSite" }, { "@type": "Store", openingHoursSpecification: office }] }],
    ["no types at all", { openingHoursSpecification: { dayOfWeek: weekdays, opens: "09:00", closes: "17:00" } }],
  ])("reads %s", (_, data) => {
    expect(hoursOf(data)).toEqual({ open_24: false, weekly_hours: week });
  });

  it("reads split days, nights and the end of the date", () => {
    const data = [
      spec({ dayOfWeek: "Monday", opens: "13:00", closes: "17:00" }),
      spec({ dayOfWeek: "Monday", opens: "09:00", closes: "12:00" }),
      spec({ dayOfWeek: "Friday", opens: "18:00", closes: "02:00" }),
      spec({ dayOfWeek: "Saturday", opens: "18:00", closes: "00:00" }),
      spec({ dayOfWeek: "Sunday", opens: "00:00", closes: "24:00" }),
    ];
    expect(hoursOf(data)).toEqual({
      open_24: false,
      weekly_hours: {
        mon: [
          { start: "09:00", end: "12:00" },
          { start: "13:00", end: "17:00" },
        ],
        fri: [{ start: "18:00", end: "02:00" }],
        sat: [{ start: "18:00", end: "24:00" }],
        sun: [{ start: "00:00", end: "24:00" }],
      },
    });
  });

  it("makes exceptions of dates, each date of a range and of its weekdays", () => {
    const data = {
      openingHoursSpecification: [office],
      specialOpeningHoursSpecification: [
        spec({ validFrom: "2026-12-25", validThrough: "2026-12-25" }),
        spec({
          validFrom: "2026-12-31",
          validThrough: "2027-01-02",
          dayOfWeek: ["Thursday", "Saturday"],
          opens: "10:00",
          closes: "12:00",
        }),
      ],
    };
    expect(hoursOf(data)).toEqual({
      open_24: false,
      weekly_hours: week,
      date_exceptions: {
        "2026-12-25": { closed: true },
        "2026-12-31": { intervals: [{ start: "10:00", end: "12:00" }] },
        "2027-01-02": { intervals: [{ start: "10:00", end: "12:00" }] },
      },
    });
  });

  it("keeps what the evening before reaches into a date with hours of its own, and says so", () => {
    const data = [
      spec({ dayOfWeek: "Thursday", opens: "18:00", closes: "02:00" }),
      spec({ validFrom: "2026-12-25", validThrough: "2026-12-25" }),
    ];
    const { hours, warnings } = importSchemaOrg(data);
    expect(hours?.date_exceptions).toEqual({ "2026-12-25": { intervals: [{ start: "00:00", end: "02:00" }] } });
    expect(warnings.map(said)).toEqual([
      "/1 W_SCHEMA_ORG_NIGHT: opens 2026-12-25 until 02:00, for the hours of the evening before run past midnight",
    ]);
  });

  it("takes 00:00 to 00:00 as closed, and 23:59 as it stands unless told otherwise, with a warning each", () => {
    const closed = importSchemaOrg(spec({ dayOfWeek: "Sunday", opens: "00:00", closes: "00:00" }));
    expect(closed.hours).toEqual({ open_24: false, weekly_hours: {} });
    expect(closed.warnings.map(said)).toEqual([
      " W_SCHEMA_ORG_CLOSED: opens and closes at 00:00, and is taken as closed all day, as search engines take it",
    ]);
    const always = spec({ dayOfWeek: [...weekdays, "Saturday", "Sunday"], opens: "00:00", closes: "23:59" });
    const stays = importSchemaOrg(always);
    expect(stays.hours?.weekly_hours?.sun).toEqual([{ start: "00:00", end: "23:59" }]);
    expect(stays.warnings.map(said)).toEqual([
      "/closes W_SCHEMA_ORG_MINUTE: closes at 23:59, and stays so: the last minute of the date is closed; `--schema-org-24h` takes it as the end of the date",
    ]);
    expect(importSchemaOrg(always, { minuteBeforeMidnightIsEnd: true })).toEqual({
      hours: { open_24: true },
      problems: [],
      warnings: [],
    });
  });

  it("refuses with the pointer and the reason, all at once", () => {
    const list = [
      spec({ dayOfWeek: "Mo", opens: "09:00", closes: "17:00" }),
      spec({ dayOfWeek: ["Monday", "PublicHolidays"], opens: "09:00", closes: "17:00" }),
      spec({ dayOfWeek: "Monday", opens: "9:00", closes: "17:00:30" }),
      spec({ dayOfWeek: "Monday", opens: "09:00-05:00", closes: "17:00" }),
      spec({ dayOfWeek: "Monday", opens: "09:00" }),
      spec({ dayOfWeek: "Monday", opens: "09:00", closes: "09:00" }),
      spec({ opens: "09:00", closes: "17:00" }),
      spec({ validFrom: "2026-06-01", opens: "09:00", closes: "17:00" }),
      spec({ validFrom: "2026-02-29", validThrough: "2026-03-01" }),
      spec({ validFrom: "2026-12-25", validThrough: "2026-12-24" }),
      spec({ dayOfWeek: "Monday", opens: "24:00", closes: "02:00" }),
      "Mo-Fr 09:00-17:00",
    ];
    expect(importSchemaOrg({ openingHoursSpecification: list }).problems.map(said)).toMatchInlineSnapshot(`
      [
        "/openingHoursSpecification/11 E_SCHEMA_ORG_SHAPE: "Mo-Fr 09:00-17:00" is not an OpeningHoursSpecification, an object with \`opens\` and \`closes\`",
        "/openingHoursSpecification/0/dayOfWeek E_SCHEMA_ORG_DAY: "Mo" is not a day of schema.org; write \`Monday\` to \`Sunday\`",
        "/openingHoursSpecification/1/dayOfWeek/1 E_SCHEMA_ORG_HOLIDAYS: \`PublicHolidays\` leaves open which dates are meant, and a date exception names its date; leave it out, and bring the dates in with \`handoff import holidays\`",
        "/openingHoursSpecification/2/opens E_SCHEMA_ORG_TIME: "9:00" is not a time of the clock; write HH:MM or HH:MM:00, from 00:00 to 24:00",
        "/openingHoursSpecification/2/closes E_SCHEMA_ORG_TIME: "17:00:30" is not a time of the clock; write HH:MM or HH:MM:00, from 00:00 to 24:00",
        "/openingHoursSpecification/3/opens E_SCHEMA_ORG_ZONE: "09:00-05:00" has an offset, and the hours of a queue are times of its own clock; leave the offset out",
        "/openingHoursSpecification/4 E_SCHEMA_ORG_HALF: has \`opens\` and no \`closes\`; give both, or neither for closed",
        "/openingHoursSpecification/5 E_SCHEMA_ORG_EMPTY: opens and closes at 09:00, which is read as no time and as a whole day; write 00:00 to 24:00, or both as 00:00 for closed",
        "/openingHoursSpecification/6 E_SCHEMA_ORG_NO_DAYS: names neither days nor dates; add \`dayOfWeek\`, or \`validFrom\` and \`validThrough\`",
        "/openingHoursSpecification/7 E_SCHEMA_ORG_UNBOUNDED: has \`validFrom\` and no \`validThrough\`, and date exceptions name their dates; add \`validThrough\`",
        "/openingHoursSpecification/8/validFrom E_SCHEMA_ORG_DATE: "2026-02-29" is not a date of the calendar; write YYYY-MM-DD",
        "/openingHoursSpecification/9 E_SCHEMA_ORG_ORDER: ends before it begins",
        "/openingHoursSpecification/10/opens E_SCHEMA_ORG_TIME: "24:00" is not a time of the clock; write HH:MM or HH:MM:00, from 00:00 to 24:00",
      ]
    `);
    const rest = [
      {},
      { openingHours: "Mo-Fr 09:00-17:00" },
      [{ openingHoursSpecification: office }, { openingHoursSpecification: office }],
      [office, spec({ dayOfWeek: "Friday" })],
      spec({ validFrom: "2026-01-01", validThrough: "2046-01-01" }),
    ];
    expect(rest.flatMap((data) => importSchemaOrg(data).problems.map(said))).toMatchInlineSnapshot(`
      [
        " E_SCHEMA_ORG_NONE: holds no \`openingHoursSpecification\`; give an OpeningHoursSpecification, a list of them, or a place that has them",
        "/openingHours E_SCHEMA_ORG_TEXT: gives its hours as a text; read it with \`handoff import hours TEXT\`, which takes OpenStreetMap's syntax",
        "/1 E_SCHEMA_ORG_SEVERAL: has hours of its own, as has a place before it; import one place at a time",
        "/1 E_SCHEMA_ORG_BOTH: says that Friday is closed, and another one that it is open; keep one",
        " E_SCHEMA_ORG_MANY: makes more than 1000 date exceptions; leave the dates out for what goes on",
      ]
    `);
  });
});
