import { describe, expect, it } from "vitest";
import { coverage, type NeverChosen, requestText } from "../../src/report.ts";
import { premiseHolds } from "../oracle/premise.ts";
import { configurationOf, engineOf, handoffOf, queueOf } from "./sample.ts";

const WEEK = { from: Date.parse("2026-11-23T05:00:00Z"), to: Date.parse("2026-11-30T05:00:00Z") };

describe("coverage", () => {
  it("by class: what is served, by whom, and what of the week is not", () => {
    const english = queueOf("English", { supported_languages: ["en"], supported_channel_types: ["voice"] });
    const night = queueOf("Night", {
      supported_languages: ["en"],
      weekly_hours: { mon: [{ start: "16:00", end: "20:00" }] },
    });
    const [report] = coverage(engineOf([english, night]), WEEK).handoffs;
    const classes = report?.classes.map(({ requests, servedMinutes, shares }) => [
      requests.map(requestText).join("; "),
      servedMinutes,
      shares,
    ]);
    expect(classes).toEqual([
      [
        "voice or no channel given, en or no language given",
        43 * 60,
        [
          { queue: "English", index: 0, minutes: 2400, share: 2400 / 2580 },
          { queue: "Night", index: 1, minutes: 180, share: 180 / 2580 },
        ],
      ],
      ["chat or another channel, en or no language given", 240, [{ queue: "Night", index: 1, minutes: 240, share: 1 }]],
      ["every channel, any other language", 0, []],
    ]);
    expect(report?.classes[0]?.week.slice(0, 3)).toEqual([
      { weekday: "mon", civilStart: 0, civilEnd: 540, unserved: 1, shown: 1 },
      { weekday: "mon", civilStart: 1200, civilEnd: 1440, unserved: 1, shown: 1 },
      { weekday: "tue", civilStart: 0, civilEnd: 540, unserved: 1, shown: 1 },
    ]);
  });

  it("queues that no request reaches, and why", () => {
    const never = coverage(
      engineOf([
        queueOf("Always", { open_24: true }),
        queueOf("Off", { enabled: false }),
        queueOf("Empty", { weekly_hours: {} }),
        queueOf("Behind"),
      ]),
      WEEK,
    ).handoffs[0]?.neverChosen;
    expect(never).toEqual<readonly NeverChosen[]>([
      { queue: "Off", index: 1, reason: "disabled", always: [] },
      { queue: "Empty", index: 2, reason: "never_open", always: [] },
      { queue: "Behind", index: 3, reason: "behind", always: ["Always"] },
    ]);
  });

  it("what is behind within the range only is not said to be so always", () => {
    const first = queueOf("First", { date_exceptions: { "2027-06-01": { closed: true } } });
    const report = coverage(engineOf([first, queueOf("Second")]), WEEK);
    expect(report.handoffs[0]?.neverChosen).toEqual([{ queue: "Second", index: 1, reason: "behind", always: [] }]);
  });

  it("unusual days: an exception beside what the date has otherwise, a cut spill, a transition", () => {
    const timezone = "America/New_York";
    const night = queueOf("Night", {
      weekly_hours: { sat: [{ start: "22:00", end: "06:00" }], sun: [{ start: "09:00", end: "17:00" }] },
      date_exceptions: { "2027-03-14": { intervals: [{ start: "01:00", end: "04:00" }] } },
    });
    const at = "2027-03-14T07:00:00Z";
    expect(premiseHolds({ kind: "gap", timezone, at, before: "-05:00", after: "-04:00" })).toBe(true);
    const range = { from: Date.parse("2027-03-10T00:00Z"), to: Date.parse("2027-03-20T00:00Z") };
    expect(coverage(engineOf([night]), range).handoffs[0]?.unusual).toEqual([
      {
        date: "2027-03-14",
        weekday: "sun",
        timezone,
        happenings: [
          { kind: "gap", at: Date.parse(at), before: -300, after: -240 },
          {
            kind: "date_exception",
            queue: "Night",
            index: 0,
            exception: { intervals: [{ start: "01:00", end: "04:00" }] },
            // 01:00 to 04:00 and 00:00 to 06:00 have lost the hour from 02:00.
            minutes: 120,
            usualMinutes: 5 * 60 + 8 * 60,
          },
          {
            kind: "cut_spill",
            queue: "Night",
            index: 0,
            from: "2027-03-13",
            by: "weekly_hours",
            stretches: [
              { start: Date.parse("2027-03-14T05:00Z"), end: Date.parse("2027-03-14T06:00Z") },
              { start: Date.parse("2027-03-14T08:00Z"), end: Date.parse("2027-03-14T10:00Z") },
            ],
          },
        ],
      },
    ]);
  });

  it("a requirement that names no handoff is held against each", () => {
    const engine = engineOf(
      configurationOf([
        handoffOf("Sales", [queueOf("First")]),
        handoffOf("Repairs", [queueOf("Workshop", { open_24: true })]),
      ]),
    );
    const requirement = { weekly_hours: { mon: [{ start: "08:00", end: "10:00" }] }, timezone: "America/New_York" };
    const held = coverage(engine, { ...WEEK, requirements: [requirement] }).requirements;
    expect(held.map(({ handoff, met, brokenMinutes, broken }) => [handoff, met, brokenMinutes, broken])).toEqual([
      ["Sales", false, 60, [{ start: Date.parse("2026-11-23T13:00Z"), end: Date.parse("2026-11-23T14:00Z") }]],
      ["Repairs", true, 0, []],
    ]);
    const named = coverage(engine, { ...WEEK, requirements: [{ ...requirement, handoff: "Repairs" }] }).requirements;
    expect(named.map(({ handoff }) => handoff)).toEqual(["Repairs"]);
  });

  it.each([
    [{ handoff: "Sale" }, "no handoff is named `Sale`"],
    [{ weekly_hours: {} }, "the requirement `any,any,America/New_York`: lacks times"],
    [{ weekly_hours: { mon: [{ start: "8:00", end: "9:00" }] } }, '"8:00-9:00" is not a civil time range'],
    [{ channel: "fax" }, '"fax" is not a channel'],
  ])("refuses the requirement %o", (wrong, message) => {
    const requirement = {
      weekly_hours: { mon: [{ start: "08:00", end: "10:00" }] },
      timezone: "America/New_York",
      ...wrong,
    };
    expect(() => coverage(engineOf([queueOf("First")]), { ...WEEK, requirements: [requirement] })).toThrow(message);
  });
});
