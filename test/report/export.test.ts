import { describe, expect, it } from "vitest";
import { toICalendar, toSchemaOrg, toSql } from "../../src/report.ts";
import { configurationOf, engineOf, handoffOf, queueOf, SUPPORT } from "./sample.ts";

const RANGE = { from: Date.parse("2026-11-23T00:00:00Z"), to: Date.parse("2026-11-25T00:00:00Z") };

const sales = configurationOf([
  handoffOf("Sales; all, of \\ it", [
    queueOf("Frühschicht"),
    queueOf("It's late", {
      weekly_hours: { mon: [{ start: "16:00", end: "20:00" }] },
      supported_languages: ["en"],
      supported_channel_types: ["voice"],
    }),
  ]),
]);

interface Event {
  readonly [property: string]: string;
}

/** Read back by the grammar of RFC 5545: unfolded, then unescaped. */
function eventsOf(calendar: string): readonly Event[] {
  const lines = calendar.replaceAll("\r\n ", "").split("\r\n");
  const events: { [property: string]: string }[] = [];
  for (const line of lines) {
    const [property = "", value = ""] = [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)];
    if (line === "BEGIN:VEVENT") events.push({});
    const event = events.at(-1);
    if (event !== undefined) event[property] ??= value.replace(/\\(.)/g, (_, c) => (c === "n" ? "\n" : c));
  }
  return events;
}

const instantOf = (text = "") => Date.parse(text.replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5"));

describe("toICalendar", () => {
  it("an event for each stretch in which a queue serves, in UTC", () => {
    const engine = engineOf(sales);
    const calendar = toICalendar(engine, { ...RANGE, language: "en", stamp: Date.parse("2026-11-22T12:00:00Z") });
    const events = eventsOf(calendar);
    const served = engine.handoffs[0]?.intervals({ ...RANGE, language: "en" }) ?? [];
    expect(events.map(({ DTSTART, DTEND, SUMMARY }) => [instantOf(DTSTART), instantOf(DTEND), SUMMARY])).toEqual(
      served.map(({ start, end, queue }) => [start, end, `Sales; all, of \\ it: ${queue}`]),
    );
    expect(events).toHaveLength(3);
    expect(events[0]).toMatchObject({
      DTSTAMP: "20261122T120000Z",
      CATEGORIES: "Sales; all, of \\ it",
      TRANSP: "TRANSPARENT",
    });
    expect(calendar.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")).toBe(true);
    expect(calendar.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")).toBe(true);
  });

  it("or for each in which a queue is open", () => {
    const engine = engineOf(SUPPORT);
    const events = eventsOf(toICalendar(engine, { of: "queues" }));
    const { from, to } = engine.status().window;
    const open = engine.handoffs.flatMap(({ queues }) => queues.flatMap((queue) => queue.intervals(from, to)));
    expect(events.map(({ DTSTART, DTEND }) => [instantOf(DTSTART), instantOf(DTEND)])).toEqual(
      open.map(({ start, end }) => [start, end]),
    );
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length);
  });

  it("lines are at most 75 bytes, cut between characters", () => {
    const long = configurationOf([
      handoffOf("Ä".repeat(40) + "𝄞".repeat(30), [queueOf("ß".repeat(150))], { function_name: "handoff_long" }),
    ]);
    const calendar = toICalendar(engineOf(long), RANGE);
    const lengths = calendar.split("\r\n").map((line) => Buffer.byteLength(line));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    expect(Math.max(...lengths)).toBeGreaterThan(70);
    expect(calendar).not.toContain("\ufffd");
    expect(eventsOf(calendar)[0]?.["SUMMARY"]).toBe(`${"Ä".repeat(40)}${"𝄞".repeat(30)}: ${"ß".repeat(150)}`);
  });
});

describe("toSchemaOrg", () => {
  it("weekly hours by weekday, exceptions by date; midnight is 00:00, and a whole date ends at 24:00", () => {
    const queue = queueOf("Night", {
      weekly_hours: {
        mon: [{ start: "22:00", end: "06:00" }],
        tue: [
          { start: "22:00", end: "06:00" },
          { start: "12:00", end: "24:00" },
        ],
        sun: [{ start: "00:00", end: "24:00" }],
      },
      date_exceptions: {
        "2026-12-31": { intervals: [{ start: "22:00", end: "02:00" }] },
        "2027-01-01": { intervals: [{ start: "22:00", end: "02:00" }] },
        "2026-12-25": { closed: true },
        "2026-12-26": { closed: true },
        "2026-12-28": { closed: true },
        "2027-02-01": { open_24: true },
      },
      supported_languages: ["en"],
    });
    const off = queueOf("Off", { enabled: false });
    const specification = (rest: object) => ({ "@type": "OpeningHoursSpecification", ...rest });
    const special = (from: string, through: string, opens: string, closes: string) =>
      specification({ opens, closes, validFrom: from, validThrough: through });
    expect(toSchemaOrg(engineOf([queue, off]))).toEqual({
      "@context": "https://schema.org",
      "@graph": [
        {
          "@type": "Place",
          name: "Night",
          additionalProperty: [
            { "@type": "PropertyValue", name: "handoff", value: "default" },
            { "@type": "PropertyValue", name: "timezone", value: "America/New_York" },
            { "@type": "PropertyValue", name: "supported_languages", value: ["en"] },
          ],
          openingHoursSpecification: [
            specification({
              dayOfWeek: ["https://schema.org/Monday", "https://schema.org/Tuesday"],
              opens: "22:00",
              closes: "06:00",
            }),
            specification({ dayOfWeek: ["https://schema.org/Tuesday"], opens: "12:00", closes: "00:00" }),
            specification({ dayOfWeek: ["https://schema.org/Sunday"], opens: "00:00", closes: "24:00" }),
          ],
          specialOpeningHoursSpecification: [
            special("2026-12-25", "2026-12-26", "00:00", "00:00"),
            special("2026-12-28", "2026-12-28", "00:00", "00:00"),
            special("2026-12-31", "2026-12-31", "22:00", "02:00"),
            special("2027-01-01", "2027-01-01", "22:00", "02:00"),
            special("2027-02-01", "2027-02-01", "00:00", "24:00"),
          ],
        },
      ],
    });
  });

  it("a queue that is open 24 hours, whatever weekly hours stand beside that", () => {
    const [place] = toSchemaOrg(engineOf([queueOf("Always", { open_24: true })]))["@graph"];
    expect(place?.openingHoursSpecification).toHaveLength(1);
    expect(place?.openingHoursSpecification[0]).toMatchObject({ opens: "00:00", closes: "24:00" });
    expect(place?.openingHoursSpecification[0]?.dayOfWeek).toHaveLength(7);
  });
});

describe("toSql", () => {
  const monday = { from: RANGE.from, to: Date.parse("2026-11-24T00:00:00Z") };

  it("PostgreSQL: ranges, and which requests are of which class", () => {
    expect([...toSql(engineOf(sales), { dialect: "postgres", ...monday })].join("")).toBe(`BEGIN;
CREATE TABLE handoff_open (
  handoff text NOT NULL,
  queue text NOT NULL,
  position integer NOT NULL,
  enabled boolean NOT NULL,
  timezone text NOT NULL,
  channels text[],
  languages text[],
  open tstzrange NOT NULL
);
CREATE TABLE handoff_class (
  handoff text NOT NULL,
  class integer NOT NULL,
  channel text NOT NULL,
  language text NOT NULL
);
CREATE TABLE handoff_served (
  handoff text NOT NULL,
  class integer NOT NULL,
  queue text NOT NULL,
  position integer NOT NULL,
  served tstzrange NOT NULL
);
INSERT INTO handoff_open VALUES
('Sales; all, of \\ it', 'Frühschicht', 0, true, 'America/New_York', NULL, NULL, '[2026-11-23 14:00:00+00,2026-11-23 22:00:00+00)'),
('Sales; all, of \\ it', 'It''s late', 1, true, 'America/New_York', ARRAY['voice'], ARRAY['en'], '[2026-11-23 21:00:00+00,2026-11-24 00:00:00+00)');
INSERT INTO handoff_class VALUES
('Sales; all, of \\ it', 0, 'voice', 'en'),
('Sales; all, of \\ it', 0, 'voice', 'en-*'),
('Sales; all, of \\ it', 0, 'voice', 'none'),
('Sales; all, of \\ it', 0, 'none', 'en'),
('Sales; all, of \\ it', 0, 'none', 'en-*'),
('Sales; all, of \\ it', 0, 'none', 'none'),
('Sales; all, of \\ it', 1, 'voice', 'other'),
('Sales; all, of \\ it', 1, 'none', 'other'),
('Sales; all, of \\ it', 1, 'chat', 'en'),
('Sales; all, of \\ it', 1, 'chat', 'en-*'),
('Sales; all, of \\ it', 1, 'chat', 'other'),
('Sales; all, of \\ it', 1, 'chat', 'none'),
('Sales; all, of \\ it', 1, 'other', 'en'),
('Sales; all, of \\ it', 1, 'other', 'en-*'),
('Sales; all, of \\ it', 1, 'other', 'other'),
('Sales; all, of \\ it', 1, 'other', 'none');
INSERT INTO handoff_served VALUES
('Sales; all, of \\ it', 0, 'Frühschicht', 0, '[2026-11-23 14:00:00+00,2026-11-23 22:00:00+00)'),
('Sales; all, of \\ it', 0, 'It''s late', 1, '[2026-11-23 22:00:00+00,2026-11-24 00:00:00+00)'),
('Sales; all, of \\ it', 1, 'Frühschicht', 0, '[2026-11-23 14:00:00+00,2026-11-23 22:00:00+00)');
CREATE INDEX ON handoff_open USING gist (open);
CREATE INDEX ON handoff_served USING gist (served);
COMMIT;
`);
  });

  it("DuckDB and ClickHouse: two columns, and each its own way of quoting", () => {
    const of = (dialect: "duckdb" | "clickhouse") =>
      [...toSql(engineOf(sales), { dialect, ...monday, prefix: "ops.desk" })].join("");
    expect(of("duckdb")).toContain(
      "CREATE TABLE ops.desk_served (\n  handoff VARCHAR NOT NULL,\n  class INTEGER NOT NULL,\n  queue VARCHAR NOT NULL,\n  position INTEGER NOT NULL,\n  served_start TIMESTAMPTZ NOT NULL,\n  served_end TIMESTAMPTZ NOT NULL\n);",
    );
    expect(of("duckdb")).toContain(
      "('Sales; all, of \\ it', 'It''s late', 1, true, 'America/New_York', ['voice'], ['en'], '2026-11-23 21:00:00+00', '2026-11-24 00:00:00+00');",
    );
    expect(of("clickhouse")).toContain(
      "  open_start DateTime64(3, 'UTC'),\n  open_end DateTime64(3, 'UTC')\n) ENGINE = MergeTree ORDER BY (handoff, position);",
    );
    expect(of("clickhouse")).toContain(
      "('Sales; all, of \\\\ it', 'It\\'s late', 1, true, 'America/New_York', ['voice'], ['en'], '2026-11-23 21:00:00', '2026-11-24 00:00:00');",
    );
  });

  it("statements are of a bounded length", () => {
    const rows = [...toSql(engineOf(SUPPORT), { dialect: "postgres" })].map(
      (statement) => statement.split("\n").length,
    );
    expect(Math.max(...rows)).toBe(502);
  });

  it.each(["a;b", "a.b.c", "1a", "", 'a"b'])("refuses the prefix %j", (prefix) => {
    expect(() => [...toSql(engineOf(sales), { dialect: "postgres", prefix })]).toThrow(
      "`prefix` must be a plain identifier, with that of a schema before it at most",
    );
  });
});
