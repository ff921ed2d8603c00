import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { block, code, table } from "../../src/report/markdown.ts";
import { type Diff, diff, diffMarkdown, recurringSpans } from "../../src/report.ts";
import { premiseHolds } from "../oracle/premise.ts";
import { ZONES } from "../properties/ground.ts";
import { holds } from "../properties/holds.ts";
import { configurationOf, engineOf, handoffOf, queueOf } from "./sample.ts";

const RANGE = { from: Date.parse("2026-11-23T00:00:00Z"), to: Date.parse("2026-12-07T00:00:00Z") };

const before = configurationOf([handoffOf("Sales", [queueOf("First", { supported_languages: ["en"] })])]);

describe("diffMarkdown", () => {
  it("no change in meaning", () => {
    const report = diff(engineOf(before), engineOf(before), RANGE);
    expect(diffMarkdown(report, ZONES)).toBe(
      "**No change in meaning**, from 2026-11-23T00:00:00Z to 2026-12-07T00:00:00Z.\n",
    );
  });

  it("hours, by request and recurring civil time; words as lines", () => {
    const later = [{ start: "09:00", end: "18:30" }];
    const queue = queueOf("First", {
      supported_languages: ["en"],
      weekly_hours: { mon: later, tue: later, wed: later, thu: later, fri: later },
    });
    const handoff = handoffOf("Sales", [queue], { agent_available_instructions: "Transfer.\nThen wait." });
    expect(diffMarkdown(diff(engineOf(before), engineOf(configurationOf([handoff])), RANGE), ZONES)).toBe(
      `**Changes of hours**, from 2026-11-23T00:00:00Z to 2026-12-07T00:00:00Z.

### \`Sales\`

**every channel, en or no language given**: 900 min gained

| when | time zone | before | after | times | minutes | dates |
| --- | --- | --- | --- | --- | --- | --- |
| mon-fri 17:00–18:30 | \`America/New_York\` | unavailable | \`First\` | 10 | 900 | 2026-11-23 to 2026-12-04 |

<details><summary>Exact spans</summary>

- 2026-11-23T22:00:00Z to 2026-11-23T23:30:00Z
- 2026-11-24T22:00:00Z to 2026-11-24T23:30:00Z
- 2026-11-25T22:00:00Z to 2026-11-25T23:30:00Z
- 2026-11-26T22:00:00Z to 2026-11-26T23:30:00Z
- 2026-11-27T22:00:00Z to 2026-11-27T23:30:00Z
- 2026-11-30T22:00:00Z to 2026-11-30T23:30:00Z
- 2026-12-01T22:00:00Z to 2026-12-01T23:30:00Z
- 2026-12-02T22:00:00Z to 2026-12-02T23:30:00Z
- 2026-12-03T22:00:00Z to 2026-12-03T23:30:00Z
- 2026-12-04T22:00:00Z to 2026-12-04T23:30:00Z

</details>

### Changes of words

- handoff \`Sales\`: \`agent_available_instructions\`

\`\`\`diff
  Transfer.
+ Then wait.
\`\`\`
`,
    );
  });

  it("names and texts of operators do nothing: no heading, link, mention, HTML, or end of a cell or fence", () => {
    const hostile = "a|b](http://x) <img src=x> @all #1 `` ` * _ \\| ~~~";
    const words = "```\n# Approved\n<script>alert(1)</script>\n````\n@all";
    const after = configurationOf([
      handoffOf("Sales", [queueOf(hostile, { open_24: true })], { agent_unavailable_instructions: words }),
      handoffOf(hostile, [queueOf(hostile)]),
    ]);
    const text = diffMarkdown(diff(engineOf(before), engineOf(after), RANGE), ZONES);
    const shown = withoutCode(text);
    expect(shown).not.toMatch(/http|img|@all|script|Approved|#1/);
    const rows = shown.split("\n").filter((line) => line.startsWith("|"));
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(rows.map((row) => row.split("|").length))).toEqual(new Set([9]));
  });

  it("many rows are cut, and the count is told", () => {
    const spans = Array.from({ length: 60 }, (_, i) => {
      const start = RANGE.from + i * 86_400_000 + i * 60_000;
      return { start, end: start + 60_000, before: null, after: "First", timezone: "UTC" };
    });
    const requests = [
      { channels: ["voice"], languages: ["en"], everyChannel: false, everyLanguage: false, example: {} },
    ];
    const changes = [{ requests, spans, gainedMinutes: 60, lostMinutes: 0, movedMinutes: 0 }];
    const empty = { added: [], removed: [], renamed: [], scenarios: [], words: [], quiet: [] };
    const zones = { before: { name: "runtime", version: "2025c" }, after: { name: "system", version: "2026f" } };
    const report: Diff = {
      ...RANGE,
      ...empty,
      zones,
      same: false,
      sameHours: false,
      handoffs: [{ handoff: "Sales", timezone: "UTC", changes }],
    };
    const text = diffMarkdown(report, ZONES);
    expect(text).toContain("\nand 40 more.\n");
    expect(text).toContain("\n- and 50 more\n");
    expect(text).toContain("Time zones: the tz database `2025c` (`runtime`) before, `2026f` (`system`) after.");
  });
});

/** What a reader of Markdown sees outside of code. */
function withoutCode(text: string): string {
  return text
    .replace(/^(`{3,})diff\n[\s\S]*?^\1$/gm, "")
    .replace(/<code>[^<]*<\/code>/g, "")
    .replace(/(?<!`)(`+)(?!`)(?:(?!\n).)*?(?<!`)\1(?!`)/g, "");
}

describe("code and blocks hold any text", () => {
  const hostile = fc
    .array(
      fc.constantFrom("`", "``", "|", "\\", "<", ">", "&", "\n", "\r", " ", "a", "@b", "[x](y)", "*", "~~~", "\u202e"),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(""));

  it("inline", () => {
    holds(hostile, 2000, (text) => {
      const shown = code(text);
      expect(shown).not.toMatch(/[\n\r|]/);
      if (shown.startsWith("<code>")) expect(shown).toMatch(/^<code>[^<>`\\*@[\]|]*<\/code>$/);
      else {
        const [, fence = "", inner = ""] = /^(`+)(.*)\1$/s.exec(shown) ?? [];
        expect(inner.split(/[^`]+/)).not.toContain(fence);
        expect(inner).not.toMatch(/^`|`$/);
      }
    });
  });

  it("blocks", () => {
    holds(fc.array(hostile), 500, (lines) => {
      const [first = "", ...rest] = block(
        "diff",
        lines.map((line) => line.replace(/[\n\r]/g, "")),
      ).split("\n");
      const fence = first.replace("diff", "");
      expect(rest.at(-1)).toBe(fence);
      expect(rest.slice(0, -1).some((line) => line.includes(fence))).toBe(false);
    });
  });

  it("a table has a rule below its head", () => {
    expect(table(["a", "b"], [["1", "2"]])).toBe("| a | b |\n| --- | --- |\n| 1 | 2 |");
  });
});

describe("recurringSpans", () => {
  it("the same civil time on both sides of a transition recurs", () => {
    const timezone = "America/New_York";
    expect(premiseHolds({ kind: "gap", timezone, at: "2027-03-14T07:00:00Z", before: "-05:00", after: "-04:00" })).toBe(
      true,
    );
    const span = (start: string, end: string) => ({
      start: Date.parse(start),
      end: Date.parse(end),
      before: "A",
      after: null,
      timezone,
    });
    const spans = [span("2027-03-12T22:00Z", "2027-03-13T05:00Z"), span("2027-03-15T21:00Z", "2027-03-16T04:00Z")];
    expect(recurringSpans(spans, ZONES)).toEqual([
      {
        before: "A",
        after: null,
        timezone,
        weekdays: ["mon", "fri"],
        civilStart: "17:00",
        civilEnd: "24:00",
        daysLater: 0,
        times: 2,
        minutes: 840,
        first: "2027-03-12",
        last: "2027-03-15",
        spans,
      },
    ]);
  });

  it("what runs on over midnight ends a day later", () => {
    const spans = [
      {
        start: Date.parse("2026-11-23T22:00Z"),
        end: Date.parse("2026-11-25T02:00Z"),
        before: null,
        after: "A",
        timezone: "UTC",
      },
    ];
    expect(recurringSpans(spans, ZONES)[0]).toMatchObject({ civilStart: "22:00", civilEnd: "02:00", daysLater: 2 });
  });
});
