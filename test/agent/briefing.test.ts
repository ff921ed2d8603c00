import { describe, expect, it } from "vitest";
import { createEngine, type QueueConfiguration, runtimeZones, type ZoneSource } from "../../src/index.ts";
import { premiseHolds } from "../oracle/premise.ts";
import { CLOSED, engineOf, handoff, OPEN, queue } from "./sample.ts";

const ALL = "{{queue}} | {{next_open}} | {{closes_at}} | {{hours_today}}";

const EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The same hours each day. */
function daily(...intervals: readonly (readonly [start: string, end: string])[]): Partial<QueueConfiguration> {
  const hours = intervals.map(([start, end]) => ({ start, end }));
  return { open_24: false, weekly_hours: Object.fromEntries(EVERY_DAY.map((day) => [day, hours])) };
}

/** What the placeholders of one queue are filled in with, and the sentence. */
function told(fields: Partial<QueueConfiguration>, at: string, request: object = {}, options = {}) {
  const texts = { agent_available_instructions: ALL, agent_unavailable_instructions: ALL };
  const engine = engineOf({ ...texts, destination: [queue(fields)] }, undefined, {
    now: () => Date.parse(at),
    ...options,
  });
  const { instructions, text, facts } = engine.handoff("Sales").briefing(request);
  const [, next_open = "", closes_at = "", hours_today = ""] = instructions.split(" | ");
  return { next_open, closes_at, hours_today, text, facts };
}

describe("the instructions of a briefing", () => {
  it("are those of the current state, byte for byte, where they have no placeholders", () => {
    const odd = '\ufeff {{7*7}} {{ a"b }} {queue} $& $1 \\n\r\n\t“é” {{}} {{{x: {y}}}}';
    const engine = engineOf({ agent_available_instructions: odd, agent_unavailable_instructions: ` ${odd}` });
    const sales = engine.handoff("Sales");
    expect(sales.briefing({ at: OPEN }).instructions).toBe(odd);
    expect(sales.briefing({ at: CLOSED }).instructions).toBe(` ${odd}`);
    expect(sales.briefing({ at: OPEN }).instructions).toBe(sales.resolve({ at: OPEN }).instructions);
  });

  it("tell whose words they are, and of which revision", () => {
    const engine = engineOf({});
    const sales = engine.handoff("Sales");
    const field = "agent_available_instructions";
    expect(sales.briefing().origin).toEqual({ handoff: "Sales", field, revision: 1 });
    engine.replace({ ...engine.configuration, handoffs: [handoff({ description: "other" })] });
    expect(sales.briefing().origin).toEqual({ handoff: "Sales", field, revision: 2 });
    expect(sales.briefing({ at: CLOSED }).origin.field).toBe("agent_unavailable_instructions");
  });

  it("have their placeholders filled in, while a resolution keeps them as they are written", () => {
    const engine = engineOf({ agent_unavailable_instructions: `Back {{ next_open }}: ${ALL}` });
    const sales = engine.handoff("Sales");
    expect(sales.briefing({ at: CLOSED }).instructions).toBe(
      "Back Monday, 9:00 AM Pacific Time: Queue | Monday, 9:00 AM Pacific Time | Monday, 5:00 PM Pacific Time | closed",
    );
    expect(sales.resolve({ at: CLOSED }).instructions).toBe(`Back {{ next_open }}: ${ALL}`);
  });

  it("are filled in once: a queue's name is not read again, and nothing in it is a pattern", () => {
    const destination = [queue({ name: "{{closes_at}} $& {{queue}}" })];
    const engine = engineOf({ destination, agent_available_instructions: "{{queue}}!" });
    expect(engine.handoff("Sales").briefing().instructions).toBe("{{closes_at}} $& {{queue}}!");
  });

  it("and all else that stays the same come before what changes, so that a prompt can be cached", () => {
    const sales = engineOf({ agent_available_instructions: "x".repeat(2000) }).handoff("Sales");
    const [one, other] = [OPEN, OPEN + 60_000].map((at) => JSON.stringify(sales.briefing({ at })));
    expect(one).not.toBe(other);
    const same = [...(one as string)].findIndex((character, i) => character !== other?.[i]);
    // All but the instant itself, which comes last.
    expect((one as string).slice(same)).toMatch(/^\d+,"utc":"2026-12-07T18:30:00Z","queue":\{[^{}]*\}\}\}\}$/);
  });
});

describe("the facts of a briefing", () => {
  it("are when the handoff closes and opens again, by every clock", () => {
    const { facts } = told({}, "2026-12-07T18:30:00Z", { timezone: "Asia/Kolkata" });
    expect(facts).toMatchObject({ available: true, queue: "Queue" });
    expect(facts.closes_at).toEqual({
      at: Date.parse("2026-12-08T01:00:00Z"),
      utc: "2026-12-08T01:00:00Z",
      queue: { timezone: "America/Los_Angeles", date: "2026-12-07", weekday: "mon", time: "17:00", offset: "-08:00" },
      caller: { timezone: "Asia/Kolkata", date: "2026-12-08", weekday: "tue", time: "06:30", offset: "+05:30" },
    });
    expect(facts.next_open?.utc).toBe("2026-12-08T17:00:00Z");
    expect(facts.next_change).toEqual({ ...facts.closes_at, available: false, to: undefined });
    expect(facts.hours_today.map(({ start, end }) => [start.utc, end.utc])).toEqual([
      ["2026-12-07T17:00:00Z", "2026-12-08T01:00:00Z"],
    ]);
    expect(facts.at.utc).toBe("2026-12-07T18:30:00Z");
  });

  it("are, while it is unavailable, when it opens and then closes", () => {
    const { facts } = told({}, "2026-12-06T03:00:00Z");
    expect(facts).toMatchObject({ available: false, queue: "Queue" });
    expect([facts.next_open?.utc, facts.closes_at?.utc]).toEqual(["2026-12-07T17:00:00Z", "2026-12-08T01:00:00Z"]);
    expect(facts.next_change).toEqual({ ...facts.next_open, available: true, to: "Queue" });
    expect(facts.hours_today).toEqual([]);
  });

  it("do not take another queue's turn for a closing", () => {
    const destination = [queue({ name: "Day" }), queue({ name: "Night", ...daily(["17:00", "22:00"]) })];
    const { facts, text } = engineOf({ destination }).handoff("Sales").briefing();
    expect(facts.next_change).toMatchObject({ utc: "2026-12-08T01:00:00Z", available: true, to: "Night" });
    expect(facts.closes_at?.utc).toBe("2026-12-08T06:00:00Z");
    expect(facts.hours_today.map(({ start, end }) => [start.utc, end.utc])).toEqual([
      ["2026-12-07T17:00:00Z", "2026-12-08T06:00:00Z"],
    ]);
    expect(text).toBe("We are open and close today, 10:00 PM Pacific Time.");
  });

  it("are told by the clock of the queue that serves, or serves next, of those that share a name as well", () => {
    const destination = [
      queue({ name: "Same" }),
      queue({ name: "Same", timezone: "Asia/Tokyo", ...daily(["10:00", "18:00"]) }),
    ];
    const sales = engineOf({ destination }).handoff("Sales");
    // 03:00 on a Sunday in Los Angeles, 20:00 in Tokyo.
    const { facts, text } = sales.briefing({ at: Date.parse("2026-12-06T11:00:00Z") });
    expect(facts.next_open?.queue).toMatchObject({ timezone: "Asia/Tokyo", time: "10:00", weekday: "mon" });
    expect(text).toBe("We are open again Monday, 10:00 AM Japan Standard Time.");
  });

  it("know no closing of queues that take turns without end, inside the window and outside", () => {
    const destination = [queue(daily(["00:00", "12:00"])), queue(daily(["12:00", "24:00"]))];
    const sales = engineOf({ destination }).handoff("Sales");
    for (const at of [OPEN, Date.UTC(2040, 5, 1), Date.UTC(1990, 5, 1)]) {
      const { facts, text } = sales.briefing({ at });
      expect([facts.closes_at, facts.next_open]).toEqual([undefined, undefined]);
      expect(text).toBe("We are open.");
    }
  });

  it("know no opening of a queue that never opens, and say so in texts", () => {
    const never = told({ open_24: false, weekly_hours: {} }, "2026-12-07T18:30:00Z");
    expect(never.facts).toMatchObject({
      available: false,
      queue: "Queue",
      next_change: undefined,
      next_open: undefined,
    });
    expect([never.next_open, never.closes_at, never.hours_today]).toEqual([
      "at a later time",
      "further notice",
      "closed",
    ]);
    expect(never.text).toBe("We are closed at the moment.");
    const always = told({ open_24: true }, "2026-12-07T18:30:00Z");
    expect(always.facts).toMatchObject({ available: true, next_change: undefined, closes_at: undefined });
    expect([always.next_open, always.closes_at, always.hours_today]).toEqual([
      "at a later time",
      "further notice",
      "24 hours",
    ]);
    expect(always.text).toBe("We are open.");
  });

  it("have no queue where none serves the request, and then name the handoff", () => {
    const engine = engineOf({ agent_unavailable_instructions: ALL });
    const nobody = engineOf({ destination: [queue({ enabled: false })], agent_unavailable_instructions: ALL });
    const french = createEngine(
      { ...engine.configuration, handoffs: [handoff({ destination: [queue({ supported_languages: ["fr"] })] })] },
      { now: () => OPEN },
    );
    for (const briefing of [nobody.handoff("Sales").briefing(), french.handoff("Sales").briefing({ language: "en" })]) {
      expect(briefing.facts).toMatchObject({ available: false, queue: undefined, hours_today: [] });
      expect(briefing.facts.at.queue).toBeUndefined();
      expect(briefing.text).toBe("No agents serve this channel in this language.");
    }
    expect(nobody.handoff("Sales").briefing().instructions).toBe("Sales | at a later time | further notice | closed");
  });

  it.each([8_639_999_827_200_000, 8_639_999_827_199_999])("are of every instant that there is, also of %i", (at) => {
    const sales = engineOf({ destination: [queue({ timezone: "America/Santiago" })] }).handoff("Sales");
    expect(sales.briefing({ at, timezone: "Asia/Tokyo" }).facts).toMatchObject({ at: { at }, closes_at: undefined });
    expect(sales.transfer({ at }).outcome).toBe(sales.resolve({ at }).available ? "transfer" : "unavailable");
  });

  it("of a handle whose handoff a replace removed are those of one that never opens", () => {
    const engine = engineOf({});
    const sales = engine.handoff("Sales");
    engine.replace([queue()]);
    const { instructions, text, facts } = sales.briefing();
    expect(instructions).toBe("Nobody is there.");
    expect(text).toBe("We are closed at the moment.");
    expect(facts).toMatchObject({ available: false, queue: undefined, next_open: undefined });
  });

  it.each(["america/los_angeles", "America/Los_Angeles"])("take the caller's zone as %s", (timezone) => {
    expect(told({}, "2026-12-07T18:30:00Z", { timezone }).facts.at.caller?.timezone).toBe("America/Los_Angeles");
  });

  it.each(["Mars/Olympus", "+05:00", "PST", "", 7, null, "__proto__"])(
    "leave out a caller's zone of %j",
    (timezone) => {
      const { facts, text } = told({}, "2026-12-07T18:30:00Z", { timezone });
      expect(facts.at.caller).toBeUndefined();
      expect(text).toBe("We are open and close today, 5:00 PM Pacific Time.");
    },
  );
});

describe("texts of a briefing", () => {
  it.each([
    ["today", "2026-12-07T08:00:00Z", "today, 9:00 AM"],
    ["another day of the week", "2026-12-05T08:00:00Z", "Monday, 9:00 AM"],
    ["almost a week ahead", "2026-12-01T09:00:00Z", "Monday, 9:00 AM"],
    ["a week ahead", "2026-11-30T18:00:00Z", "Monday, December 7, 9:00 AM"],
    ["a year later", "2025-12-20T08:00:00Z", "Monday, December 7, 2026, 9:00 AM"],
  ])("name the day as people do: %s", (_, at, expected) => {
    const hours = { intervals: [{ start: "09:00", end: "17:00" }] };
    const { text } = told({ weekly_hours: {}, date_exceptions: { "2026-12-07": hours } }, at);
    expect(text).toBe(`We are open again ${expected} Pacific Time.`);
  });

  it("speak by the caller's clock where it is known, and of hours by the queue's", () => {
    const { text, next_open, closes_at, hours_today } = told({}, "2026-12-05T03:00:00Z", { timezone: "Asia/Tokyo" });
    expect(text).toBe("We are open again Tuesday, 2:00 AM Japan Standard Time.");
    expect(next_open).toBe("Tuesday, 2:00 AM Japan Standard Time");
    expect(closes_at).toBe("Tuesday, 10:00 AM Japan Standard Time");
    expect(hours_today).toBe("9:00 AM–5:00 PM Pacific Time");
  });

  it("end a date at midnight, by what the language has for it", () => {
    const hours = daily(["00:00", "06:00"], ["22:00", "06:00"]);
    expect(told(hours, "2026-12-07T20:00:00Z").hours_today).toBe("12:00 AM–6:00 AM and 10:00 PM–12:00 AM Pacific Time");
    const german = told(hours, "2026-12-07T20:00:00Z", { language: "de" }).hours_today;
    expect(german).toBe("00:00–06:00 und 22:00–24:00 (Nordamerikanische Westküstenzeit)");
  });

  it("name a zone without a name by the engine's offset", () => {
    expect(told({ timezone: "Etc/GMT+5" }, "2026-12-07T12:00:00Z").text).toBe(
      "We are open again today, 9:00 AM UTC-05:00.",
    );
    expect(told({ timezone: "UTC" }, "2026-12-07T08:00:00Z").text).toBe("We are open again today, 9:00 AM UTC.");
  });
});

describe("around a gap and a fold", () => {
  const timezone = "America/New_York";

  it("hours in a gap are none of that day", () => {
    const gap = { kind: "gap", timezone, at: "2027-03-14T07:00:00Z", before: "-05:00", after: "-04:00" } as const;
    expect(premiseHolds(gap)).toBe(true);
    const { hours_today, facts } = told({ timezone, ...daily(["01:30", "02:30"]) }, "2027-03-14T06:45:00Z");
    expect(facts.hours_today.map(({ start, end }) => [start.utc, end.utc])).toEqual([
      ["2027-03-14T06:30:00Z", "2027-03-14T07:00:00Z"],
    ]);
    // When the queue closes, the clock jumps from 2:00 to 3:00.
    expect(hours_today).toBe("1:30 AM–3:00 AM Eastern Time");
  });

  it("a time that the clock shows twice is told with its offset", () => {
    const fold = { kind: "fold", timezone, at: "2026-11-01T06:00:00Z", before: "-04:00", after: "-05:00" } as const;
    expect(premiseHolds(fold)).toBe(true);
    const civil = "2026-11-01T01:30";
    const instants: [string, string] = ["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"];
    expect(premiseHolds({ kind: "repeated_civil_time", timezone, civil, instants })).toBe(true);
    const hours = { timezone, ...daily(["00:30", "01:30"]) };
    const { text, hours_today, facts } = told(hours, "2026-11-01T05:00:00Z");
    expect(facts.closes_at?.queue).toMatchObject({ time: "01:30", offset: "-04:00" });
    expect(facts.next_open?.queue).toMatchObject({ time: "01:00", offset: "-05:00" });
    expect(text).toBe("We are open and close today, 1:30 AM Eastern Time, UTC-04:00.");
    expect(hours_today).toBe("12:30 AM–1:30 AM (UTC-04:00) and 1:00 AM (UTC-05:00)–1:30 AM (UTC-05:00) Eastern Time");
    const between = told(hours, "2026-11-01T05:45:00Z");
    expect(between.text).toBe("We are open again today, 1:00 AM Eastern Time, UTC-05:00.");
    expect(told(hours, "2026-11-01T07:00:00Z").text).toBe("We are open again Monday, 12:30 AM Eastern Time.");
  });

  it("a date whose midnight is skipped is a whole date, and ends where the clock says", () => {
    const cairo = "Africa/Cairo";
    const gap = {
      kind: "gap",
      timezone: cairo,
      at: "2026-04-23T22:00:00Z",
      before: "+02:00",
      after: "+03:00",
    } as const;
    expect(premiseHolds(gap)).toBe(true);
    expect(told({ timezone: cairo, open_24: true }, "2026-04-24T10:00:00Z").hours_today).toBe("24 hours");
    const evening = { timezone: cairo, ...daily(["20:00", "24:00"]) };
    expect(told(evening, "2026-04-23T20:00:00Z", { language: "en-GB" }).hours_today).toMatch(/^20:00–24:00 /);
  });

  it("a date that a zone skipped is no one's today", () => {
    const apia = "Pacific/Apia";
    expect(premiseHolds({ kind: "skipped_date", timezone: apia, date: "2011-12-30" })).toBe(true);
    const at = "2011-12-30T09:00:00Z";
    const { facts } = told({ timezone: apia, open_24: true, date_exceptions: { "2011-12-31": { closed: true } } }, at);
    expect(facts.at.queue?.date).toBe("2011-12-29");
    expect(facts.closes_at?.queue).toMatchObject({ date: "2011-12-31", time: "00:00" });
  });
});

describe("with time-zone data that is newer than the runtime's", () => {
  /** Los Angeles stays an hour ahead of what the runtime knows. */
  const newer: ZoneSource = {
    ...runtimeZones(),
    name: "newer",
    spans: (_timezone, from, to) => ({ from, to, starts: [from], offsets: [-420] }),
  };

  it("clocks show the engine's civil time, and Intl gives words only", () => {
    const { text, facts, hours_today } = told({}, "2026-12-07T15:00:00Z", {}, { zones: newer });
    expect(facts.next_open).toMatchObject({ utc: "2026-12-07T16:00:00Z", queue: { time: "09:00", offset: "-07:00" } });
    expect(text).toBe("We are open again today, 9:00 AM Pacific Time.");
    expect(hours_today).toBe("9:00 AM–5:00 PM Pacific Time");
  });

  it("a zone that the runtime does not know is told by its offset", () => {
    const mars: ZoneSource = { ...newer, has: () => true };
    const original = Intl.DateTimeFormat;
    const without = new Proxy(original, {
      construct(target, [locale, options]: [string, Intl.DateTimeFormatOptions]) {
        if (options.timeZone === "America/Coyhaique") throw new RangeError("Invalid time zone");
        return new target(locale, options);
      },
    });
    try {
      Intl.DateTimeFormat = without;
      const { text } = told({ timezone: "America/Coyhaique" }, "2026-12-07T15:00:00Z", {}, { zones: mars });
      expect(text).toBe("We are open again today, 9:00 AM UTC-07:00.");
    } finally {
      Intl.DateTimeFormat = original;
    }
  });
});
