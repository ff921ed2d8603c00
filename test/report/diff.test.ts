import { describe, expect, it } from "vitest";
import type { Configuration } from "../../src/config/types.ts";
import { runtimeZones } from "../../src/index.ts";
import { diff } from "../../src/report.ts";
import type { ZoneSource } from "../../src/time/zone.ts";
import { configurationOf, engineOf, handoffOf, queueOf, SUPPORT } from "./sample.ts";

const WEEK = { from: Date.parse("2026-11-23T00:00:00Z"), to: Date.parse("2026-11-30T00:00:00Z") };

const between = (before: Configuration, after: Configuration, options: object = WEEK) =>
  diff(engineOf(before), engineOf(after), options);

const one = configurationOf([handoffOf("Sales", [queueOf("First"), queueOf("Second")])]);
const withQueues = (...queues: ReturnType<typeof queueOf>[]) => configurationOf([handoffOf("Sales", queues)]);

describe("diff: only the text moved", () => {
  it("keys in another order, handoffs in another order, topics left out", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, reversed(member)]),
      );
    };
    const moved = reversed(SUPPORT) as Configuration;
    expect(between(SUPPORT, { ...moved, handoffs: [...moved.handoffs].reverse() }).same).toBe(true);
  });

  it("hours written otherwise", () => {
    const split = [
      { start: "09:00", end: "12:00" },
      { start: "12:00", end: "17:00" },
    ];
    const week = { mon: split, tue: split, wed: split, thu: split, fri: split, sat: [] };
    const after = withQueues(queueOf("First", { weekly_hours: week }), queueOf("Second"));
    expect(between(one, after)).toMatchObject({ same: true, sameHours: true, words: [], quiet: [] });
  });

  it("channels and languages written otherwise", () => {
    const tags = (languages: readonly string[], channels: readonly ("voice" | "chat")[]) =>
      withQueues(queueOf("First", { supported_languages: languages, supported_channel_types: channels }));
    const [before, after] = [tags(["iw", "en-us"], ["voice", "chat"]), tags(["en-US", "he"], ["chat", "voice"])];
    expect(between(before, after).same).toBe(true);
  });
});

describe("diff: hours", () => {
  it("an hour more is gained, day by day, for every request", () => {
    const later = [{ start: "09:00", end: "18:00" }];
    const after = withQueues(
      queueOf("First", { weekly_hours: { ...queueOf("").weekly_hours, mon: later } }),
      queueOf("Second"),
    );
    const { handoffs, ...rest } = between(one, after);
    expect(rest).toMatchObject({ same: false, sameHours: false, added: [], removed: [], words: [], quiet: [] });
    expect(handoffs).toEqual([
      {
        handoff: "Sales",
        timezone: "America/New_York",
        changes: [
          {
            requests: [
              {
                channels: ["voice", "chat", "other", "none"],
                languages: ["other", "none"],
                everyChannel: true,
                everyLanguage: true,
                example: { channel: "voice", language: "zxx" },
              },
            ],
            gainedMinutes: 60,
            lostMinutes: 0,
            movedMinutes: 0,
            spans: [
              {
                start: Date.parse("2026-11-23T22:00:00Z"),
                end: Date.parse("2026-11-23T23:00:00Z"),
                before: null,
                after: "First",
                timezone: "America/New_York",
              },
            ],
          },
        ],
      },
    ]);
  });

  it("queues in another order move minutes, and gain and lose none", () => {
    const after = withQueues(queueOf("Second"), queueOf("First"));
    const [change] = between(one, after).handoffs[0]?.changes ?? [];
    expect(change).toMatchObject({ gainedMinutes: 0, lostMinutes: 0, movedMinutes: 5 * 8 * 60 });
    expect(change?.spans.every((span) => span.before === "First" && span.after === "Second")).toBe(true);
  });

  it("only requests that see the change are told", () => {
    const after = withQueues(
      queueOf("First", { supported_languages: ["en", "pt-BR"] }),
      queueOf("Second", { enabled: false }),
    );
    const { handoffs } = between(withQueues(queueOf("First")), after);
    expect(handoffs[0]?.changes.map(({ requests }) => requests[0]?.languages)).toEqual([["other"]]);
  });

  it("rules that differ without another answer in the range are quiet", () => {
    const far = withQueues(
      queueOf("First", { date_exceptions: { "2027-06-01": { closed: true } } }),
      queueOf("Second", { date_exceptions: { "2027-06-01": { closed: true } } }),
    );
    expect(between(one, far)).toMatchObject({ same: false, sameHours: true, handoffs: [], quiet: ["Sales"] });
    expect(between(one, far, {})).toMatchObject({ sameHours: false, quiet: [] });
  });

  it("another law of the same zone is a difference of hours", () => {
    const zones = runtimeZones();
    const newer: ZoneSource = {
      name: "shifted",
      version: "2099a",
      has: (timezone) => zones.has(timezone),
      names: () => zones.names(),
      spans: (_, from, to) => ({ from, to, starts: [from], offsets: [-240] }),
    };
    const before = engineOf(one);
    const after = { configuration: one, zoneSource: newer, status: () => before.status() };
    const report = diff(before, after, WEEK);
    expect(report.handoffs[0]?.changes[0]).toMatchObject({ gainedMinutes: 300, lostMinutes: 300 });
    expect(report.zones.after).toEqual({ name: "shifted", version: "2099a" });
    expect(diff(before, { ...after, zoneSource: { ...before.zoneSource, name: "copy" } }, WEEK).same).toBe(true);
  });
});

describe("diff: who is who", () => {
  it("added and removed handoffs are told with what they serve", () => {
    const two = configurationOf([...one.handoffs, handoffOf("Repairs", [queueOf("Workshop", { open_24: true })])]);
    expect(between(one, two).added).toEqual([{ handoff: "Repairs", queues: ["Workshop"], servedMinutes: 7 * 1440 }]);
    expect(between(two, one).removed).toEqual([{ handoff: "Repairs", queues: ["Workshop"], servedMinutes: 7 * 1440 }]);
  });

  it("a renamed handoff is one, and topics follow it", () => {
    const named = (name: string) =>
      configurationOf([handoffOf(name, [queueOf("First")], { description: "Sales" })], {
        topics: [{ name: "Buying", handoff_scenarios: [name] }],
      });
    const report = between(named("Sales"), named("Selling"));
    expect(report).toMatchObject({
      sameHours: false,
      added: [],
      removed: [],
      handoffs: [],
      scenarios: [],
      renamed: [{ before: "Sales", after: "Selling" }],
    });
    expect(report.words).toEqual([
      { of: "handoff", name: "Selling", field: "function_name", before: "handoff_sales", after: "handoff_selling" },
    ]);
  });

  it("a renamed queue is one, and so is one with another transfer function", () => {
    const after = withQueues(queueOf("Erste"), queueOf("Second", { transfer_function_name: "transfer_b" }));
    const before = withQueues(queueOf("First"), queueOf("Second", { timezone: "Europe/Berlin" }));
    const report = between(withQueues(queueOf("First"), queueOf("Second")), after);
    expect(report.handoffs).toEqual([]);
    expect(report.words).toEqual([
      {
        of: "queue",
        name: "Second",
        handoff: "Sales",
        field: "transfer_function_name",
        before: "transfer_a",
        after: "transfer_b",
      },
      { of: "queue", name: "Erste", handoff: "Sales", field: "name", before: "First", after: "Erste" },
    ]);
    expect(
      between(before, after).handoffs[0]?.changes[0]?.spans.some(
        (span) => span.before === "First" && span.after === "Erste",
      ),
    ).toBe(false);
  });

  it("two queues of one name are told apart by their transfer functions", () => {
    const twins = (first: string, second: string) =>
      withQueues(
        queueOf("Twin", { transfer_function_name: first }),
        queueOf("Twin", { transfer_function_name: second }),
      );
    const [change] =
      between(twins("transfer_a", "transfer_b"), twins("transfer_b", "transfer_a")).handoffs[0]?.changes ?? [];
    expect(change?.spans[0]).toMatchObject({
      before: "Twin",
      after: "Twin",
      transferFunctions: { before: "transfer_a", after: "transfer_b" },
    });
  });

  /** Found by reports-are-the-law.test.ts. */
  it("spans that touch are one where queues of one name and one transfer function follow each other", () => {
    const hours = (start: string, end: string) => ({ weekly_hours: { mon: [{ start, end }] } });
    const twins = (second: object) =>
      withQueues(queueOf("Twin", hours("09:00", "12:00")), queueOf("Twin", { ...hours("12:00", "15:00"), ...second }));
    const closed = withQueues(queueOf("Other", { weekly_hours: {} }));
    const spansOf = (second: object) =>
      between(twins(second), closed).handoffs[0]?.changes[0]?.spans.map(({ start, end, transferFunctions }) => [
        (end - start) / 3_600_000,
        transferFunctions?.before,
      ]);
    expect(spansOf({})).toEqual([[6, "transfer_a"]]);
    expect(spansOf({ transfer_function_name: "transfer_b" })).toEqual([
      [3, "transfer_a"],
      [3, "transfer_b"],
    ]);
  });

  it("topics and tasks that lead elsewhere are told, and so are words", () => {
    const before = configurationOf(
      [handoffOf("Sales", [queueOf("First")]), handoffOf("Repairs", [queueOf("Workshop")])],
      {
        topics: [{ name: "Buying", handoff_scenarios: ["Sales", "Repairs"], instructions: "Be brief." }],
        tasks: [{ name: "Return", handoffs: ["Repairs"] }],
      },
    );
    const after: Configuration = {
      ...before,
      transfer_functions: [
        { name: "transfer_a", input_parameters: { type: "object" } },
        { name: "transfer_b" },
        { name: "transfer_c" },
      ],
      topics: [{ name: "Buying", handoff_scenarios: ["Repairs", "Sales"], instructions: "Be kind." }],
      tasks: [],
      handoffs: before.handoffs.map((handoff) => ({ ...handoff, agent_available_instructions: "Transfer now." })),
    };
    const { scenarios, words } = between(before, after);
    expect(scenarios).toEqual([
      { kind: "topic", name: "Buying", before: ["Sales", "Repairs"], after: ["Repairs", "Sales"] },
      { kind: "task", name: "Return", before: ["Repairs"], after: undefined },
    ]);
    expect(words).toEqual([
      {
        of: "handoff",
        name: "Sales",
        field: "agent_available_instructions",
        before: "Transfer.",
        after: "Transfer now.",
      },
      {
        of: "handoff",
        name: "Repairs",
        field: "agent_available_instructions",
        before: "Transfer.",
        after: "Transfer now.",
      },
      {
        of: "transfer_function",
        name: "transfer_a",
        field: "input_parameters",
        before: undefined,
        after: { type: "object" },
      },
      { of: "transfer_function", name: "transfer_c", field: "presence", before: false, after: true },
      { of: "topic", name: "Buying", field: "instructions", before: "Be brief.", after: "Be kind." },
    ]);
  });

  it("one handoff alone, by either of its names", () => {
    const after = configurationOf([...one.handoffs, handoffOf("Repairs", [queueOf("Workshop")])]);
    expect(between(one, after, { ...WEEK, handoff: "Sales" }).same).toBe(true);
    expect(between(one, after, { ...WEEK, handoff: "Repairs" }).added).toHaveLength(1);
    expect(() => between(one, after, { ...WEEK, handoff: "Repair" })).toThrow(
      "no handoff is named `Repair`; did you mean `Repairs`?",
    );
  });

  it("spans are data: they survive JSON", () => {
    const report = between(one, withQueues(queueOf("Second"), queueOf("First")));
    expect(JSON.parse(JSON.stringify(report)).handoffs[0].changes[0].spans).toEqual(
      report.handoffs[0]?.changes[0]?.spans,
    );
  });
});
