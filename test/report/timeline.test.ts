import { describe, expect, it } from "vitest";
import type { QueueConfiguration } from "../../src/config/types.ts";
import { createEngine } from "../../src/index.ts";
import { timeline } from "../../src/report.ts";
import { premiseHolds } from "../oracle/premise.ts";
import { ZONES } from "../properties/ground.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const queue = (
  timezone: string,
  start: string,
  end: string,
  rest: Partial<QueueConfiguration> = {},
): QueueConfiguration => ({
  name: `Queue of ${timezone}`,
  type: "Agent_queue",
  enabled: true,
  open_24: false,
  timezone,
  transfer_function_name: "transfer",
  weekly_hours: Object.fromEntries(DAYS.map((day) => [day, [{ start, end }]])),
  ...rest,
});

function picture(queues: readonly QueueConfiguration[], from: string, to: string, rest: object = {}) {
  const engine = createEngine(queues, { now: () => Date.parse("2026-11-22T00:00:00Z"), zones: ZONES });
  return timeline(engine, { handoff: "default", from: Date.parse(from), to: Date.parse(to), ...rest });
}

const dateOf = (shown: ReturnType<typeof picture>, date: string) => shown.dates.find((day) => day.date === date);

describe("timeline", () => {
  it("a gap: the date has 23 hours, two spans, and the skipped minutes are marked", () => {
    const [timezone, at] = ["America/New_York", "2027-03-14T07:00:00Z"];
    expect(premiseHolds({ kind: "gap", timezone, at, before: "-05:00", after: "-04:00" })).toBe(true);
    const shown = picture([queue(timezone, "01:30", "03:30")], "2027-03-14T05:00:00Z", "2027-03-15T04:00:00Z");
    const instant = Date.parse(at);
    expect(shown.dates).toEqual([
      {
        date: "2027-03-14",
        weekday: "sun",
        minutes: 23 * 60,
        spans: [
          { start: instant - 7_200_000, end: instant, civilStart: 0, civilEnd: 120, offset: -300 },
          { start: instant, end: instant + 75_600_000, civilStart: 180, civilEnd: 1440, offset: -240 },
        ],
        open: [
          {
            start: instant - 1_800_000,
            end: instant,
            civilStart: 90,
            civilEnd: 120,
            offset: -300,
            queue: `Queue of ${timezone}`,
            index: 0,
          },
          {
            start: instant,
            end: instant + 1_800_000,
            civilStart: 180,
            civilEnd: 210,
            offset: -240,
            queue: `Queue of ${timezone}`,
            index: 0,
          },
        ],
        marks: [
          { kind: "transition", timezone, at: instant, before: -300, after: -240 },
          { kind: "gap", timezone, at: instant, civilStart: 120, civilEnd: 180 },
        ],
      },
    ]);
    expect(shown.open).toEqual([
      { start: instant - 1_800_000, end: instant + 1_800_000, queue: `Queue of ${timezone}`, index: 0 },
    ]);
  });

  it("a fold: the date has 25 hours, and the minutes shown twice are marked", () => {
    const [timezone, at] = ["Europe/Berlin", "2027-10-31T01:00:00Z"];
    expect(premiseHolds({ kind: "fold", timezone, at, before: "+02:00", after: "+01:00" })).toBe(true);
    const shown = picture([queue(timezone, "02:15", "02:45")], "2027-10-30T22:00:00Z", "2027-10-31T23:00:00Z");
    const [day] = shown.dates;
    expect([shown.dates.length, day?.minutes]).toEqual([1, 25 * 60]);
    expect(day?.open.map(({ civilStart, civilEnd, offset }) => [civilStart, civilEnd, offset])).toEqual([
      [135, 165, 120],
      [135, 165, 60],
    ]);
    expect(day?.marks.at(-1)).toEqual({ kind: "fold", timezone, at: Date.parse(at), civilStart: 120, civilEnd: 180 });
  });

  it("a fold at midnight: the minutes shown twice are of the date before", () => {
    const [timezone, at] = ["America/Sao_Paulo", "2018-02-18T02:00:00Z"];
    expect(premiseHolds({ kind: "fold", timezone, at, before: "-02:00", after: "-03:00" })).toBe(true);
    const shown = picture([queue(timezone, "23:00", "01:00")], "2018-02-17T00:00:00Z", "2018-02-19T00:00:00Z");
    expect(dateOf(shown, "2018-02-17")?.marks.filter(({ kind }) => kind === "fold")).toEqual([
      { kind: "fold", timezone, at: Date.parse(at), civilStart: 23 * 60, civilEnd: 1440 },
    ]);
    expect(dateOf(shown, "2018-02-17")?.minutes).toBe(25 * 60);
    expect(dateOf(shown, "2018-02-18")?.marks.filter(({ kind }) => kind === "fold")).toEqual([]);
  });

  it("a fold just after midnight: the date comes in two runs with the next one between", () => {
    const [timezone, at] = ["America/St_Johns", "2010-11-07T02:31:00Z"];
    expect(premiseHolds({ kind: "fold", timezone, at, before: "-02:30", after: "-03:30" })).toBe(true);
    const shown = picture([queue(timezone, "00:00", "24:00")], "2010-11-06T12:00:00Z", "2010-11-07T12:00:00Z");
    const runs = (date: string) => dateOf(shown, date)?.spans.map(({ civilStart, civilEnd }) => [civilStart, civilEnd]);
    expect(runs("2010-11-06")).toEqual([
      [0, 1440],
      [1381, 1440],
    ]);
    expect(runs("2010-11-07")).toEqual([
      [0, 1],
      [0, 1440],
    ]);
    const folds = shown.dates.map(({ date, marks }) => [
      date,
      ...marks.flatMap((mark) => (mark.kind === "fold" ? [mark.civilStart, mark.civilEnd] : [])),
    ]);
    expect(folds).toEqual([
      ["2010-11-06", 1381, 1440],
      ["2010-11-07", 0, 1],
    ]);
  });

  it("a date that the zone skips stands there with no length, all of it a gap, with its exception", () => {
    const [timezone, date] = ["Pacific/Apia", "2011-12-30"];
    expect(premiseHolds({ kind: "skipped_date", timezone, date })).toBe(true);
    const exceptional = queue(timezone, "09:00", "17:00", { date_exceptions: { [date]: { open_24: true } } });
    const shown = picture([exceptional], "2011-12-29T10:00:00Z", "2011-12-31T10:00:00Z");
    expect(shown.dates.map((day) => day.date)).toEqual(["2011-12-29", "2011-12-30", "2011-12-31"]);
    const skipped = dateOf(shown, date);
    expect([skipped?.minutes, skipped?.spans, skipped?.open]).toEqual([0, [], []]);
    expect(skipped?.marks).toMatchObject([
      { kind: "gap", civilStart: 0, civilEnd: 1440 },
      { kind: "date_exception", date, exception: { open_24: true }, stretches: [] },
    ]);
  });

  it("spill, an exception, and the spill that it cuts", () => {
    const timezone = "America/Phoenix";
    const night = queue(timezone, "22:00", "06:00", { date_exceptions: { "2026-12-25": { closed: true } } });
    const shown = picture([night], "2026-12-24T07:00:00Z", "2026-12-26T07:00:00Z", { queue: 0 });
    expect(shown.queue).toEqual({ name: `Queue of ${timezone}`, index: 0 });
    const about = { queue: `Queue of ${timezone}`, index: 0, timezone };
    const stretch = (start: string, end: string) => [{ start: Date.parse(start), end: Date.parse(end) }];
    expect(shown.dates.map(({ date, marks }) => [date, marks])).toEqual([
      [
        "2026-12-24",
        [
          {
            kind: "spill",
            ...about,
            date: "2026-12-24",
            from: "2026-12-23",
            by: "weekly_hours",
            stretches: stretch("2026-12-24T07:00Z", "2026-12-24T13:00Z"),
          },
        ],
      ],
      [
        "2026-12-25",
        [
          {
            kind: "date_exception",
            ...about,
            date: "2026-12-25",
            exception: { closed: true },
            stretches: stretch("2026-12-25T07:00Z", "2026-12-26T07:00Z"),
          },
          {
            kind: "cut_spill",
            ...about,
            date: "2026-12-25",
            from: "2026-12-24",
            by: "weekly_hours",
            stretches: stretch("2026-12-25T07:00Z", "2026-12-25T13:00Z"),
          },
        ],
      ],
    ]);
  });

  it("queues of several zones on the axis of one: their transitions are marked where the axis shows them", () => {
    const queues = [queue("America/Phoenix", "08:00", "12:00"), queue("Europe/London", "09:00", "17:00")];
    const [timezone, at] = ["Europe/London", "2027-03-28T01:00:00Z"];
    expect(premiseHolds({ kind: "gap", timezone, at, before: "+00:00", after: "+01:00" })).toBe(true);
    const shown = picture(queues, "2027-03-27T07:00:00Z", "2027-03-29T07:00:00Z");
    expect(shown.timezone).toBe("America/Phoenix");
    expect(dateOf(shown, "2027-03-27")?.marks).toEqual([
      { kind: "transition", timezone, at: Date.parse(at), before: 0, after: 60 },
    ]);
    const turned = picture(queues, "2027-03-27T07:00:00Z", "2027-03-29T07:00:00Z", { timezone });
    expect(dateOf(turned, "2027-03-28")?.marks.map(({ kind }) => kind)).toEqual(["transition", "gap"]);
    // 08:00 in Phoenix is 15:00 UTC, within the hours of London: the first queue takes over.
    expect(shown.open.slice(0, 3).map(({ index }) => index)).toEqual([1, 0, 1]);
  });

  it.each([
    [{ handoff: "defualt" }, "no handoff is named `defualt`; did you mean `default`?"],
    [{ queue: 1 }, "`queue` must be a place in the destination of default, 0 to 0, got 1"],
    [
      { timezone: "BST" },
      '`timezone`: "BST" is an abbreviation that IANA does not define; use an IANA name, such as `Europe/London`',
    ],
    [{ to: Date.parse("2026-01-01T00:00:00Z") }, "`from` must be before `to`"],
    [
      { from: 12 },
      "`from` must be epoch milliseconds from 63676800000 (1972-01-08T00:00:00Z) to 8639999827200000 (+275760-09-11T00:00:00Z), got 12.",
    ],
  ])("refuses %o", (wrong, message) => {
    expect(() =>
      picture([queue("UTC", "09:00", "17:00")], "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", wrong),
    ).toThrow(message);
  });
});
