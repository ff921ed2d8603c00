import { describe, expect, it } from "vitest";
import type { QueueConfiguration } from "../../src/config/types.ts";
import { createEngine } from "../../src/index.ts";
import { lawIsOpen } from "../oracle/law.ts";
import { ZONES } from "./ground.ts";
import { JS_TEMPORAL } from "./oracles.ts";

const MS_PER_HOUR = 3_600_000;

const queueIn = (timezone: string): QueueConfiguration => ({
  name: "Queue",
  type: "Agent_queue",
  enabled: true,
  open_24: false,
  timezone,
  transfer_function_name: "transfer",
  weekly_hours: Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, [{ start: "09:00", end: "17:00" }]]),
  ),
});

/** Found by engine-is-the-law.deep.test.ts. */
describe("DST that lasts two weeks or less is not overlooked", () => {
  it.each([
    // Open 11:00Z to 19:00Z at -02:00; at -03:00 it would be an hour later.
    { timezone: "America/Maceio", at: "2000-10-10T11:00:00Z", open: true },
    { timezone: "America/Maceio", at: "2000-10-10T19:00:00Z", open: false },
    { timezone: "America/Maceio", at: "2000-10-23T11:00:00Z", open: false },
    { timezone: "America/Recife", at: "2000-10-10T11:00:00Z", open: true },
    { timezone: "America/Fortaleza", at: "2000-10-10T11:00:00Z", open: true },
    { timezone: "America/Boa_Vista", at: "2000-10-10T12:00:00Z", open: true },
    { timezone: "America/Noronha", at: "2000-10-10T10:00:00Z", open: true },
  ])("$timezone at $at", ({ timezone, at, open }) => {
    const instant = Date.parse(at);
    expect(lawIsOpen(queueIn(timezone), instant, JS_TEMPORAL.temporal)).toBe(open);
    for (const now of [instant, Date.UTC(2026, 10, 22)]) {
      const engine = createEngine([queueIn(timezone)], { now: () => now, zones: ZONES });
      expect(engine.handoff("default").queues[0]?.isOpen(instant)).toBe(open);
    }
  });

  // What the data predicts may change, but the engine has to predict the same.
  it.each([
    { timezone: "Asia/Gaza", from: "2040-10-01", days: 45 },
    { timezone: "Asia/Hebron", from: "2053-03-15", days: 45 },
  ])("$timezone from $from on, as the data predicts", ({ timezone, from, days }) => {
    const queue = queueIn(timezone);
    const handoff = createEngine([queue], { now: () => Date.UTC(2026, 10, 22), zones: ZONES }).handoff("default");
    const hours = Array.from({ length: days * 24 }, (_, hour) => Date.parse(from) + hour * MS_PER_HOUR);
    const wrong = hours.filter((at) => handoff.queues[0]?.isOpen(at) !== lawIsOpen(queue, at, JS_TEMPORAL.temporal));
    expect(wrong.map((at) => new Date(at).toISOString())).toEqual([]);
  });
});

/** Found by rolling-slowly.test.ts. */
describe("a roll onto a date exception", () => {
  it("takes the hours of that date, and not of its weekday", () => {
    const exceptions = { "2000-01-10": { intervals: [{ start: "00:00", end: "00:02" }] } };
    const queue: QueueConfiguration = { ...queueIn("Africa/Cairo"), open_24: true, date_exceptions: exceptions };
    let now = Date.parse("2000-01-08T00:00:00Z");
    const window = { pastDays: 0, aheadDays: 1 };
    const engine = createEngine([queue], { now: () => now, window, zones: ZONES });
    now += 24 * MS_PER_HOUR;
    do engine.status();
    while (engine.status().rolling);
    const at = Date.parse("2000-01-10T00:00:00Z");
    expect(at).toBeLessThan(engine.status().window.to);
    expect(lawIsOpen(queue, at, JS_TEMPORAL.temporal)).toBe(false);
    expect(engine.handoff("default").queues[0]?.isOpen(at)).toBe(false);
  });
});
