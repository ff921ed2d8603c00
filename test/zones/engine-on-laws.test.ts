import { Temporal } from "@js-temporal/polyfill";
import { describe, expect, it } from "vitest";
import { createEngine, injectedZones, type QueueConfiguration } from "../../src/index.ts";
import { lawIsOpen } from "../oracle/law.ts";
import { temporalOn } from "../oracle/temporal-on.ts";
import { offsetBy, type ZdumpZone, zdump } from "../oracle/zdump.ts";
import { FIXTURES, fixture } from "./fixture.ts";

const MINUTE = 60_000;
const NOW = Date.parse("2026-11-27T12:00:00Z");
const window = { pastDays: 700, aheadDays: 400 };

/** Laws under names that a configuration may use. */
const NAMES: { readonly [timezone: string]: string } = {
  "Asia/Qatar": "Test/Next_Week",
  "Asia/Amman": "Test/No_Footer",
  "Australia/Adelaide": "Test/Half_Hour",
  "Africa/Cairo": "Test/Midnight",
  "Africa/Casablanca": "Test/Suspended",
  "Europe/Dublin": "Test/Negative",
};

const zones = injectedZones({
  version: "2026z",
  zones: Object.fromEntries(Object.entries(NAMES).map(([timezone, name]) => [timezone, fixture(name)])),
});

const zdumped = zdump(FIXTURES, Object.values(NAMES), 1972, 2099);
const temporal = temporalOn(Temporal, (timezone, at) =>
  offsetBy(zdumped.get(NAMES[timezone] as string) as ZdumpZone, at / 1000),
);

const hours = [
  { start: "00:00", end: "00:30" },
  { start: "01:15", end: "02:45" },
  { start: "09:00", end: "17:00" },
  { start: "22:00", end: "24:00" },
];

const queueIn = (timezone: string): QueueConfiguration => ({
  name: timezone,
  type: "Agent_queue",
  enabled: true,
  open_24: false,
  timezone,
  transfer_function_name: "transfer",
  weekly_hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
});

describe("an engine on data that the host brings along", () => {
  const engine = createEngine(Object.keys(NAMES).map(queueIn), { now: () => NOW, window, zones });

  it("says whose data it is", () => {
    expect(engine.status().zones).toMatchObject({ name: "injected", version: "2026z" });
  });

  it.each(Object.entries(NAMES))(
    "%s by the law %s: open at the minutes at which the law is, two days around each transition",
    (timezone, name) => {
      const position = Object.keys(NAMES).indexOf(timezone);
      const queue = engine.handoff("default").queues[position];
      const { from, to } = engine.status().window;
      const { readings } = zdumped.get(name) as ZdumpZone;
      const turns = readings.map(({ at }) => at * 1000).filter((at) => at % MINUTE === 0 && at >= from && at < to);
      expect(turns.length).toBeGreaterThan(0);
      const wrong: string[] = [];
      for (const turn of turns) {
        for (let at = turn - 1440 * MINUTE; at < turn + 1440 * MINUTE; at += MINUTE) {
          if (queue?.isOpen(at) !== lawIsOpen(queueIn(timezone), at, temporal)) wrong.push(new Date(at).toISOString());
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
