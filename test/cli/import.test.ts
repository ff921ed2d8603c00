import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { built, folderOf, handoff } from "./session.ts";

const lines = (...texts: readonly string[]) => `${texts.join("\n")}\n`;
const event = (name: string, date: string, ...more: readonly string[]) =>
  lines("BEGIN:VEVENT", `SUMMARY:${name}`, `DTSTART;VALUE=DATE:${date}`, ...more, "END:VEVENT");
const calendar = (...events: readonly string[]) => `BEGIN:VCALENDAR\n${events.join("")}END:VCALENDAR\n`;
const CALENDAR = calendar(event("Christmas Day", "20261225", "CATEGORIES:Public"), event("Half day", "20261231"));

const QUEUE = `- name: Night
  type: Agent_queue
  enabled: true
  open_24: true # always
  timezone: Europe/Madrid
  date_exceptions:
    "2026-12-25": { open_24: true } # somebody must
  transfer_function_name: to_night
`;

/** A folder to run in, and what stands in its files now. */
function place(files: { readonly [name: string]: string }) {
  const at = folderOf(files);
  return { cwd: dirname(at("x")), read: (name: string) => readFileSync(at(name), "utf8") };
}

const RANGE = ["--from", "2026-12-01", "--to", "2027-01-31"];

describe("import", () => {
  it("without a part prints what there is", () => {
    const { code, out, err } = built(["import"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("handoff import holidays us.ics --into support.json");
    expect(built(["import", "calendars"])).toEqual({
      code: 2,
      out: "",
      err: "handoff: too many arguments for 'import'. Expected 0 arguments but got 1.\n",
    });
  });
});

describe("import holidays", () => {
  it("prints the dates of files and standard input alone, in the two years from today when nothing else is said", async () => {
    const args = ["import", "holidays", "-"];
    const input = calendar(
      event("Long ago", "20200101"),
      event("Soon", "20261202"),
      event("Late", "20281130"),
      event("Later", "20281201"),
    );
    expect((await handoff(args, { input })).out).toMatchInlineSnapshot(`
      "<stdin>: 2 dates from 2026-12-01 to 2028-11-30

        date            exception  holiday
        --------------  ---------  -------
        Wed 2026-12-02  closed     Soon
        Thu 2028-11-30  closed     Late
      "
    `);
    const { code, out } = built([...args, ...RANGE, "--json", "--as", "22:00-02:00"], { input: CALENDAR });
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        ok: true,
        from: "2026-12-01",
        to: "2027-01-31",
        exception: { intervals: [{ start: "22:00", end: "02:00" }] },
        holidays: [
          { date: "2026-12-25", names: ["Christmas Day"] },
          { date: "2026-12-31", names: ["Half day"] },
        ],
        skipped: [],
        notes: [],
      },
    ]);
  });

  it("writes nothing while dates are in conflict, and replaces them when told so", () => {
    const { cwd, read } = place({ "days.ics": CALENDAR, "night.yaml": QUEUE });
    const args = ["import", "holidays", "days.ics", ...RANGE, "--into", "night.yaml", "--write"];
    const refused = built(args, { cwd });
    expect(refused.code).toBe(1);
    expect(refused.out).toMatchInlineSnapshot(`
      "days.ics: 2 dates from 2026-12-01 to 2027-01-31

        date            exception  holiday
        --------------  ---------  -------------
        Fri 2026-12-25  closed     Christmas Day
        Thu 2026-12-31  closed     Half day

      night.yaml:
        default / Night: 1 to add, 1 in conflict
          2026-12-25: has open all day

      What changes in meaning, from 2026-11-30T00:00:00Z to 2027-02-03T00:00:00Z

      default
        every request: 24 h lost
          - Thu 2026-12-31 00:00 to Fri 2027-01-01 00:00 +01:00 Europe/Madrid: Night -> unavailable

      Nothing is written: --overwrite replaces exceptions that are there, --queue and --match narrow what is brought in
      "
    `);
    expect(read("night.yaml")).toBe(QUEUE);
    const { code, out } = built([...args, "--overwrite"], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("default / Night: 1 to add, 1 to replace\n    2026-12-25: has open all day, is replaced\n");
    expect(read("night.yaml")).toBe(
      QUEUE.replace(
        "{ open_24: true } # somebody must",
        '{ closed: true } # somebody must\n    "2026-12-31": { closed: true }',
      ),
    );
    const again = built(args, { cwd });
    expect([
      again.code,
      again.out.includes("0 to add, 2 there already"),
      again.out.includes("no change in meaning"),
    ]).toEqual([0, true, true]);
  });

  it("writes into the files where the queues stand, for the handoffs and queues that are asked for", () => {
    const support = readFileSync("examples/support.json", "utf8");
    const { transfer_functions, handoffs, ...rest } = JSON.parse(support);
    const { cwd, read } = place({
      "days.ics": CALENDAR,
      "functions.json": JSON.stringify({ transfer_functions, ...rest }),
      "handoffs.json": JSON.stringify({ handoffs }, null, 2),
    });
    const into = ["--into", "functions.json", "--into", "handoffs.json"];
    const whom = ["--handoff", "Technical Support", "--queue", "Technical Paris", "--match", "half"];
    const args = ["import", "holidays", "days.ics", ...RANGE, ...into, ...whom, "--as", "closed"];
    const dry = built(args, { cwd });
    expect([dry.code, dry.err]).toEqual([0, ""]);
    expect(JSON.parse(read("handoffs.json"))).toEqual({ handoffs });
    const written = built([...args, "--write", "--json"], { cwd });
    expect([written.code, JSON.parse(written.out).written]).toEqual([0, true]);
    const changed = JSON.parse(read("handoffs.json")).handoffs;
    const [h, q] = [1, 2];
    expect(changed[h].destination[q].date_exceptions["2026-12-31"]).toEqual({ closed: true });
    delete changed[h].destination[q].date_exceptions["2026-12-31"];
    expect(changed).toEqual(handoffs);
  });

  it("refuses a calendar with what is wrong in it, and a configuration with what is wrong in that", () => {
    const bad = calendar(event("A", "20261232"), event("B", "20261225", "RRULE:FREQ=SECONDLY"));
    const { cwd } = place({ "bad.ics": bad, "days.ics": CALENDAR, "bad.yaml": "- name: A\n" });
    const { code, out, err } = built(["import", "holidays", "bad.ics"], { cwd });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatchInlineSnapshot(`
      "bad.ics:2:1: error E_ICAL_DATE: DTSTART is "2026-12-32", which is not a date of the calendar; it is written as YYYYMMDD

        1 | BEGIN:VCALENDAR
      > 2 | BEGIN:VEVENT
          | ^^^^^^^^^^^^
        3 | SUMMARY:A

      bad.ics:6:1: error E_ICAL_RULE: \`B\` repeats by a rule with FREQ=SECONDLY, which is not read here; give its dates, or leave it out with --match

        5 | END:VEVENT
      > 6 | BEGIN:VEVENT
          | ^^^^^^^^^^^^
        7 | SUMMARY:B

      handoff: 2 errors
      "
    `);
    expect(built(["import", "holidays", "nowhere.ics"], { cwd }).err).toBe(
      "nowhere.ics: error E_READ: cannot be read: there is no such file\n\nhandoff: 1 error\n",
    );
    const broken = built(["import", "holidays", "days.ics", "--into", "bad.yaml", "--json"], { cwd });
    expect([broken.code, JSON.parse(broken.out).ok]).toEqual([1, false]);
  });

  it.each<[readonly string[], string]>([
    [[], "give an iCalendar file, or --country, such as --country US"],
    [["days.ics", "--country", "US"], "give an iCalendar file, or --country, such as --country US"],
    [["days.ics", "--write"], "say where to write with --into FILE"],
    [["days.ics", "--as", "half"], "`--as half`: `half` is not expected here; write a time such as 09:00"],
    [["days.ics", "--years", "27"], "`--years 27` is no year: write 2027, or 2027-2028"],
    [["days.ics", "--years", "2027", "--to", "2028-01-01"], "give --years, or --from and --to"],
    [["days.ics", "--from", "2026-02-30"], "`--from 2026-02-30` is no date: write YYYY-MM-DD, from 1973-01-01"],
    [
      ["days.ics", "--from", "2027-01-01", "--to", "2026-01-01"],
      "the range ends on 2026-01-01, before it begins on 2027-01-01",
    ],
    [["days.ics", "--years", "2000-2100"], "the range is longer than 10 years, more than anyone reviews"],
    [["days.ics", "--into", "night.yaml", "--queue", "Day"], "no queue is named `Day`; there is `Night`"],
    [["days.ics", "--into", "night.yaml", "--handoff", "Day"], "no handoff is named `Day`; there is `default`"],
  ])("says how to be asked: %j", (args, message) => {
    const { cwd } = place({ "days.ics": CALENDAR, "night.yaml": QUEUE });
    expect(built(["import", "holidays", ...args], { cwd })).toEqual({ code: 2, out: "", err: `handoff: ${message}\n` });
  });
});

describe("import holidays --country", () => {
  /** As much of date-holidays as is used, with a public holiday, another one, and one of the afternoon. */
  const FAKE = `module.exports = class {
    constructor(...place) { this.place = place.join("-"); }
    getCountries() { return { US: "United States" }; }
    getStates() { return { CA: "California" }; }
    getRegions() { return undefined; }
    getHolidays(year) {
      const day = (date, name, type, hours = 24) => ({
        date, name: name + " in " + this.place, type,
        start: new Date(0), end: new Date(hours * 3600000),
      });
      return [
        day(year + "-12-25 00:00:00", "Christmas", "public"),
        day(year + "-12-24 14:00:00", "Eve", "public", 10),
        day(year + "-10-31 00:00:00", "Halloween", "observance"),
      ];
    }
  };`;

  function installed() {
    const { cwd } = place({});
    const folder = join(cwd, "node_modules/date-holidays");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "name": "date-holidays", "main": "index.js" }');
    writeFileSync(join(folder, "index.js"), FAKE);
    return cwd;
  }

  it("asks the user's own date-holidays", () => {
    const args = ["import", "holidays", "--country", "US", "--state", "CA", "--years", "2027"];
    expect(built(args, { cwd: installed() })).toMatchInlineSnapshot(`
      {
        "code": 0,
        "err": "",
        "out": "US-CA: 1 date from 2027-01-01 to 2027-12-31

        date            exception  holiday
        --------------  ---------  ------------------
        Sat 2027-12-25  closed     Christmas in US-CA

      Left out:
        Eve in US-CA, 2027-12-24 14:00:00: begins or ends within a date, and holidays are whole dates
      ",
      }
    `);
    const all = built([...args, "--types", "public,observance", "--json"], { cwd: installed() });
    expect(JSON.parse(all.out).holidays).toEqual([
      { date: "2027-10-31", names: ["Halloween in US-CA"] },
      { date: "2027-12-25", names: ["Christmas in US-CA"] },
    ]);
  });

  it("says how to install it, and what it does not know", () => {
    const { cwd } = place({});
    expect(built(["import", "holidays", "--country", "US"], { cwd })).toEqual({
      code: 1,
      out: "",
      err: "handoff: --country needs the package date-holidays, which is not installed in this folder; run `npm install date-holidays`, or give an iCalendar file\n",
    });
    const ask = (...args: readonly string[]) => built(["import", "holidays", ...args], { cwd: installed() }).err;
    expect([
      ask("--country", "XX"),
      ask("--country", "US", "--state", "ZZ"),
      ask("--country", "US", "--state", "CA", "--region", "LA"),
      ask("--country", "US", "--types", "private"),
    ]).toEqual([
      "handoff: `--country XX` is not known to date-holidays: it knows US\n",
      "handoff: `--state ZZ` is not known to date-holidays: it knows CA\n",
      "handoff: `--region LA` is not known to date-holidays: there is none there\n",
      "handoff: `private` is no type of holiday; --types takes public, bank, school, optional, observance, with commas between\n",
    ]);
  });
});

describe("import hours", () => {
  it("prints a queue that the engine takes", () => {
    const args = ["import", "hours", "24/7; 2026 Dec 25 off", "--timezone", "Etc/UTC", "--name", "Night"];
    const { code, out, err } = built(args);
    expect([code, err]).toEqual([0, ""]);
    const { cwd } = place({ "night.json": `[${out}]` });
    expect(built(["validate", "night.json", "--at", "2026-12-01T00:00Z"], { cwd }).code).toBe(0);
    expect(JSON.parse(built([...args, "--json"]).out)).toEqual({ ok: true, queue: JSON.parse(out), warnings: [] });
  });

  it("reads schema.org, shows where it is wrong, and what it warns of", () => {
    const spec = (rest: object) => JSON.stringify({ "@type": "OpeningHoursSpecification", ...rest });
    const input = `[\n  ${spec({ dayOfWeek: "Mo", opens: "09:00", closes: "17:00" })}\n]`;
    const args = ["import", "hours", "--schema-org", "-", "--timezone", "Europe/Madrid"];
    expect(built(args, { input })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "<stdin>:2:52: error E_SCHEMA_ORG_DAY: "Mo" is not a day of schema.org; write \`Monday\` to \`Sunday\`

        1 | [
      > 2 |   {"@type":"OpeningHoursSpecification","dayOfWeek":"Mo","opens":"09:00","closes":"17:00"}
          |                                                    ^^^^
        3 | ]
        at /0/dayOfWeek

      handoff: 1 error
      ",
        "out": "",
      }
    `);
    const always = spec({ dayOfWeek: "Monday", opens: "00:00", closes: "23:59" });
    const { out, err } = built([...args, "--schema-org-24h"], { input: always });
    expect([JSON.parse(out).weekly_hours, err]).toEqual([{ mon: [{ start: "00:00", end: "24:00" }] }, ""]);
    expect(JSON.parse(built([...args, "--json"], { input: always }).out).warnings).toMatchObject([
      { code: "W_SCHEMA_ORG_MINUTE", pointer: "/closes", line: 1 },
    ]);
    expect(built(args, { input: "{" }).code).toBe(1);
  });

  it.each<[readonly string[], string]>([
    [["24/7"], "required option '--timezone <name>' not specified"],
    [["--timezone", "UTC"], "give hours, such as `Mo-Fr 09:00-17:00` in quotes, or --schema-org FILE"],
    [
      ["24/7", "--schema-org", "x", "--timezone", "UTC"],
      "give hours, such as `Mo-Fr 09:00-17:00` in quotes, or --schema-org FILE",
    ],
    [
      ["24/7", "--timezone", "UTC", "--name", ""],
      '/0/name: "" is not a name; use 1 to 200 characters that neither start nor end with white space',
    ],
  ])("says how to be asked: %j", (args, message) => {
    expect(built(["import", "hours", ...args])).toEqual({ code: 2, out: "", err: `handoff: ${message}\n` });
  });
});
