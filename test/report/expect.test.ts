import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Configuration } from "../../src/config/types.ts";
import { createEngine } from "../../src/index.ts";
import { expectationProblems, expect as expectOf } from "../../src/report.ts";
import { publishedSchemas, vectorFiles } from "../oracle/vector-file.ts";
import { ZONES } from "../properties/ground.ts";

const support = JSON.parse(
  readFileSync(new URL("../../examples/support.json", import.meta.url), "utf8"),
) as Configuration;
const engine = createEngine(support, { now: () => Date.parse("2026-11-22T00:00:00Z"), zones: ZONES });

const good = {
  $schema: "../schemas/expectations.schema.json",
  title: "Billing",
  cases: [
    {
      name: "Billing is there for English voice in the morning",
      handoff: "Billing Support",
      premises: [{ kind: "offset", timezone: "America/New_York", at: "2026-12-01T15:00:00Z", offset: "-05:00" }],
      expect: [
        { at: "2026-12-01T15:00:00Z", channel: "voice", language: "en", queue: "Billing New York" },
        { at: "2026-12-01T10:00[America/New_York]", channel: "voice", language: "en", queue: "Billing New York" },
        { at: "2026-12-06T15:00:00+01:00", channel: "voice", language: "en", queue: null },
      ],
    },
  ],
  requirements: [
    {
      handoff: "General Support",
      require: "voice,any,mon-sun 00:00-24:00 America/New_York except 2026-12-24,2026-12-25,2026-12-31,2027-01-01",
    },
  ],
};

const schemaAccepts = (() => {
  const ajv = new Ajv2020({ schemas: publishedSchemas() });
  return ajv.getSchema("https://handoff-engine.dev/schemas/expectations.schema.json") as (data: unknown) => boolean;
})();

describe("expect", () => {
  it.each(vectorFiles())("the engine passes the project's vectors: $title", (file) => {
    const { problems, failed, passed, cases } = expectOf(engine, file);
    expect(problems).toEqual([]);
    expect(cases.filter((each) => !each.passed).map(({ name }) => name)).toEqual([]);
    expect([failed, passed]).toEqual([0, file.cases.length]);
  });

  it("what holds has passed", () => {
    const report = expectOf(engine, good);
    expect(report).toMatchObject({ problems: [], passed: 2, failed: 0 });
    expect(report.cases[0]?.results.map(({ got }) => got)).toEqual(["Billing New York", "Billing New York", null]);
  });

  it("what does not hold is told with what was expected, what was answered, and why", () => {
    const [first] = good.cases;
    const wrong = { at: "2026-12-01T15:00:00Z", channel: "voice", language: "en", queue: null };
    const premise = {
      kind: "gap",
      timezone: "Europe/Berlin",
      at: "2026-12-01T01:00:00Z",
      before: "+01:00",
      after: "+02:00",
    };
    const require = "voice,en,sat 08:00-20:00 America/New_York";
    const report = expectOf(engine, {
      cases: [{ ...first, premises: [premise], expect: [wrong] }],
      requirements: [{ handoff: "Billing Support", require }],
    });
    expect(report).toMatchObject({ passed: 0, failed: 2 });
    const [result] = report.cases[0]?.results ?? [];
    expect(result).toMatchObject({ passed: false, expected: null, got: "Billing New York" });
    expect(result?.explanation.queues[0]?.text).toBe(
      "Billing New York is open and chosen at tue 2026-12-01 10:00 in America/New_York: weekly hours of tue hold 08:00–12:30",
    );
    expect(report.cases[0]?.premises).toEqual([{ premise, holds: false }]);
    expect(report.requirements[0]).toMatchObject({ text: require, met: false });
  });

  it("open intervals of a destination are compared exactly", () => {
    const file = vectorFiles().find(({ cases }) =>
      cases.some(({ open }) => open !== undefined && open.spans.length > 0),
    );
    const vector = file?.cases.find(({ open }) => open !== undefined && open.spans.length > 0);
    const [[start = "", end = ""] = []] = vector?.open?.spans ?? [];
    const halved = new Date((Date.parse(start) + Date.parse(end)) / 2).toISOString();
    const spans = [[halved, end], ...(vector?.open?.spans.slice(1) ?? [])];
    const { cases, problems } = expectOf(engine, { cases: [{ ...vector, open: { ...vector?.open, spans } }] });
    expect(problems).toEqual([]);
    expect(cases[0]?.open).toEqual({ missing: [], surplus: [{ start: Date.parse(start), end: Date.parse(halved) }] });
  });
});

interface Fault {
  readonly expectations: unknown;
  readonly problem: { readonly code: string; readonly pointer: string; readonly message: string };
  /** What a schema cannot see: which handoffs there are, and what a text means. */
  readonly unseen?: true;
}

const caseWith = (rest: object) => ({ cases: [{ name: "A case", handoff: "Billing Support", expect: [], ...rest }] });
const at = "2026-12-01T15:00:00Z";
const premise = { kind: "gap", timezone: "Europe/Berlin", at, before: "+01:00", after: "+02:00" };

const FAULTS: readonly Fault[] = [
  { expectations: [], problem: { code: "E_EXPECT_TYPE", pointer: "", message: "must be an object, got []" } },
  { expectations: { case: [] }, problem: { code: "E_EXPECT_UNKNOWN", pointer: "/case", message: "`case` is not a property of expectations; did you mean `cases`?" } },
  { expectations: { title: 1 }, problem: { code: "E_EXPECT_TYPE", pointer: "/title", message: "must be a text, got 1" } },
  { expectations: { transitions: false }, problem: { code: "E_EXPECT_TYPE", pointer: "/transitions", message: "must be true, got false" } },
  { expectations: { cases: {} }, problem: { code: "E_EXPECT_TYPE", pointer: "/cases", message: "must be a list, got {}" } },
  { expectations: { cases: [{ handoff: "Billing Support", expect: [] }] }, problem: { code: "E_EXPECT_REQUIRED", pointer: "/cases/0", message: "lacks `name`, which every case must have" } },
  { expectations: caseWith({ destination: [] }), problem: { code: "E_EXPECT_SUBJECT", pointer: "/cases/0", message: "must have either `handoff`, the name of one, or `destination`, queues of its own; both may be left out where the configuration has one handoff" } },
  { expectations: { cases: [{ name: "A case", expect: [] }] }, unseen: true, problem: { code: "E_EXPECT_SUBJECT", pointer: "/cases/0", message: "must have either `handoff`, the name of one, or `destination`, queues of its own; both may be left out where the configuration has one handoff" } },
  { expectations: caseWith({ handoff: "Biling Support" }), unseen: true, problem: { code: "E_EXPECT_HANDOFF", pointer: "/cases/0/handoff", message: "no handoff is named `Biling Support`; did you mean `Billing Support`?" } },
  { expectations: { cases: [{ name: "A case", expect: [], destination: {} }] }, problem: { code: "E_EXPECT_TYPE", pointer: "/cases/0/destination", message: "must be a list of queues, got {}" } },
  { expectations: { cases: [{ name: "A case", expect: [], destination: [{ name: "Q" }] }] }, problem: { code: "E_REQUIRED", pointer: "/cases/0/destination/0", message: "lacks `type`, which every queue must have" } },
  { expectations: caseWith({ faults: ["x"] }), problem: { code: "E_EXPECT_TYPE", pointer: "/cases/0/faults/0", message: 'must be a whole number, got "x"' } },
  { expectations: caseWith({ expect: [{ at }] }), problem: { code: "E_EXPECT_REQUIRED", pointer: "/cases/0/expect/0", message: "lacks `queue`, which every expectation must have" } },
  { expectations: caseWith({ expect: [{ at, queue: "" }] }), problem: { code: "E_EXPECT_TYPE", pointer: "/cases/0/expect/0/queue", message: 'must be a text, got ""' } },
  { expectations: caseWith({ expect: [{ at, queue: null, language: 1 }] }), problem: { code: "E_EXPECT_TYPE", pointer: "/cases/0/expect/0/language", message: "must be a text, got 1" } },
  { expectations: caseWith({ expect: [{ at: "2026-12-01 15:00", queue: null }] }), problem: { code: "E_INSTANT", pointer: "/cases/0/expect/0/at", message: '"2026-12-01 15:00" is not an instant; write it with its offset, 2026-12-24T18:00:00-05:00, or as civil time with its zone, 2026-12-24T18:00[America/New_York]' } },
  { expectations: caseWith({ expect: [{ at: "2026-02-30T15:00:00Z", queue: null }] }), unseen: true, problem: { code: "E_INSTANT", pointer: "/cases/0/expect/0/at", message: '"2026-02-30T15:00:00Z" is not an instant; write it with its offset, 2026-12-24T18:00:00-05:00, or as civil time with its zone, 2026-12-24T18:00[America/New_York]' } },
  { expectations: caseWith({ expect: [{ at: "1970-01-01T00:00:00Z", queue: null }] }), unseen: true, problem: { code: "E_INSTANT_EARLY", pointer: "/cases/0/expect/0/at", message: '"1970-01-01T00:00:00Z" is out of range; answers begin at 1972-01-08T00:00:00Z, from when on offsets are whole minutes' } },
  { expectations: caseWith({ expect: [{ at: "2027-03-14T02:30[America/New_York]", queue: null }] }), unseen: true, problem: { code: "E_INSTANT_GAP", pointer: "/cases/0/expect/0/at", message: '"2027-03-14T02:30" is never shown: the clock of `America/New_York` skips it' } },
  { expectations: caseWith({ expect: [{ at: "2026-11-01T01:30[America/New_York]", queue: null }] }), unseen: true, problem: { code: "E_INSTANT_FOLD", pointer: "/cases/0/expect/0/at", message: '"2026-11-01T01:30" is shown twice by the clock of `America/New_York`; write 2026-11-01T01:30:00-04:00 or 2026-11-01T01:30:00-05:00' } },
  { expectations: caseWith({ expect: [{ at: "2026-11-01T01:30[New York]", queue: null }] }), unseen: true, problem: { code: "E_INSTANT_ZONE", pointer: "/cases/0/expect/0/at", message: '"New York" is not a time zone; use an IANA name; did you mean `America/New_York`?' } },
  { expectations: caseWith({ premises: [{ ...premise, kind: "gaps" }] }), problem: { code: "E_EXPECT_KIND", pointer: "/cases/0/premises/0/kind", message: '"gaps" is not a kind of premise; use `gap`, `fold`, `skipped_date`, `skipped_civil_time`, `repeated_civil_time`, `offset` or `civil`; did you mean `gap`?' } },
  { expectations: caseWith({ premises: [{ ...premise, before: "1h" }] }), problem: { code: "E_EXPECT_OFFSET", pointer: "/cases/0/premises/0/before", message: '"1h" is not an offset from UTC; write it as -05:00' } },
  { expectations: caseWith({ premises: [{ kind: "skipped_date", timezone: "Pacific/Apia", date: "2011-12-32" }] }), unseen: true, problem: { code: "E_EXPECT_DATE", pointer: "/cases/0/premises/0/date", message: '"2011-12-32" is not a date of the calendar; write YYYY-MM-DD' } },
  { expectations: caseWith({ premises: [{ kind: "skipped_civil_time", timezone: "Pacific/Apia", civil: "noon" }] }), problem: { code: "E_EXPECT_CIVIL", pointer: "/cases/0/premises/0/civil", message: '"noon" is not a civil time of the calendar; write 2026-12-24T18:00' } },
  { expectations: caseWith({ premises: [{ ...premise, timezone: "BST" }] }), unseen: true, problem: { code: "E_TZ_NOT_IANA", pointer: "/cases/0/premises/0/timezone", message: '"BST" is an abbreviation that IANA does not define; use an IANA name, such as `Europe/London`' } },
  { expectations: caseWith({ open: { from: at, to: at, spans: [] } }), unseen: true, problem: { code: "E_EXPECT_TYPE", pointer: "/cases/0/open/to", message: `must be after \`from\`, got "${at}"` } },
  { expectations: caseWith({ open: { from: at, to: "2026-12-02T00:00:00Z", spans: [[at]] } }), problem: { code: "E_EXPECT_TYPE", pointer: "/cases/0/open/spans/0", message: `must be a list of two instants, got ["${at}"]` } },
  { expectations: { requirements: [{ require: "voice,en,mon 08:00-20:00 UTC" }] }, problem: { code: "E_EXPECT_REQUIRED", pointer: "/requirements/0", message: "lacks `handoff`, which every requirement must have" } },
  { expectations: { requirements: ["voice,en,mon 08:00-25:00 UTC"] }, unseen: true, problem: { code: "E_REQUIREMENT_TIMES", pointer: "/requirements/0", message: '"08:00-25:00" is not a civil time range; write HH:MM-HH:MM, 00:00 to 23:59, the end up to 24:00, with `,` between several' } },
]; // biome-ignore format: one table

describe("expectations that are none", () => {
  it.each(FAULTS)("$problem.code at $problem.pointer", ({ expectations, problem, unseen }) => {
    const problems = expectationProblems(engine, expectations);
    expect(problems[0]).toMatchObject(problem);
    expect(schemaAccepts(expectations)).toBe(unseen === true);
    expect(expectOf(engine, expectations)).toEqual({ problems, passed: 0, failed: 0, cases: [], requirements: [] });
  });

  it("the schema and the check both accept what is sound", () => {
    expect(expectationProblems(engine, good)).toEqual([]);
    expect(schemaAccepts(good)).toBe(true);
  });

  it("all problems are told at once", () => {
    const all = {
      cases: FAULTS.flatMap(({ expectations }) => (expectations as { cases?: unknown[] }).cases ?? []).filter(
        (each) => typeof each === "object",
      ),
    };
    const codes = new Set(expectationProblems(engine, all).map(({ code }) => code));
    expect(codes.size).toBeGreaterThanOrEqual(12);
  });

  it("a requirement's problem says which part of the text", () => {
    const [problem] = expectationProblems(engine, { requirements: ["voice,en,mon 08:00-25:00 UTC"] });
    expect(problem?.within).toEqual({ start: 13, end: 24 });
  });
});
