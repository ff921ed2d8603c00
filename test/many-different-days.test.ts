import { describe, expect, it } from "vitest";
import { createEngine, type Engine, type QueueConfiguration } from "../src/index.ts";
import { loadSnapshot } from "../src/runtime.ts";
import { lawIsOpen } from "./oracle/law.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-10-20T12:00:00Z");

const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Other hours on each of so many dates, from `first` on: as an operator has them who copies a roster. */
function roster(timezone: string, dates: number, first: number): QueueConfiguration {
  const date_exceptions = Object.fromEntries(
    Array.from({ length: dates }, (_, i) => {
      const intervals = [
        { start: time(6 * 60 + 7 * (i % 40)), end: time(11 * 60 + (i % 60)) },
        { start: time(13 * 60 + (i % 50)), end: time(i % 3 === 0 ? i % 60 : 19 * 60 + (i % 120)) },
      ];
      return [new Date(first + i * DAY).toISOString().slice(0, 10), { intervals }];
    }),
  );
  const week = [{ start: "09:00", end: "17:00" }];
  return {
    name: `Roster ${timezone} ${dates}`,
    type: "Agent_queue",
    enabled: true,
    open_24: false,
    timezone,
    transfer_function_name: "transfer",
    weekly_hours: { mon: week, tue: week, thu: week },
    date_exceptions,
  };
}

const QUEUES = [
  roster("America/New_York", 120, NOW - 30 * DAY),
  roster("Asia/Kolkata", 300, NOW - 60 * DAY),
  roster("Europe/London", 24, NOW),
  roster("Australia/Lord_Howe", 5, NOW),
];

function engineOf(queues: readonly QueueConfiguration[], clock: { now: number }): Engine {
  return createEngine([...queues], { now: () => clock.now, window: { pastDays: 7, aheadDays: 400 } });
}

/** Wherever the engine says otherwise than the law, at `count` instants of its window. */
function differences(engine: Engine, queues: readonly QueueConfiguration[], count: number): readonly string[] {
  const { from, to } = engine.status().window;
  const handles = engine.handoffs[0]?.queues ?? [];
  // A step that comes by all minutes of the day and all days of the week.
  const step = Math.floor((to - from) / count / 60_000) * 60_000 + 7 * 60_000;
  const found: string[] = [];
  for (let at = from; at < to; at += step) {
    queues.forEach((queue, q) => {
      if (handles[q]?.isOpen(at) !== lawIsOpen(queue, at)) found.push(`${queue.name} at ${new Date(at).toISOString()}`);
    });
  }
  expect(engine.status().outsideWindow).toBe(0);
  return found;
}

describe("queues of which nearly every day is different", () => {
  it("are open when the law says so", () => {
    const engine = engineOf(QUEUES, { now: NOW });
    expect(differences(engine, QUEUES, 1500)).toEqual([]);
  });

  it("also after each of many rolls", () => {
    const clock = { now: NOW };
    const engine = engineOf(QUEUES, clock);
    for (let day = 0; day < 600; day++) {
      clock.now += DAY;
      engine.resolve("default");
      while (engine.status().rolling) engine.resolve("default");
      if (day % 75 === 0) expect([day, differences(engine, QUEUES, 200)]).toEqual([day, []]);
    }
  });

  it("also when one of them gets a roster, and loses it", () => {
    const engine = engineOf(QUEUES, { now: NOW });
    for (const dates of [200, 3, 90]) {
      const edited = QUEUES.with(3, roster("Australia/Lord_Howe", dates, NOW - 10 * DAY));
      const [handoff] = engine.configuration.handoffs;
      if (handoff === undefined) throw new Error("no handoff");
      engine.replace({ ...engine.configuration, handoffs: [{ ...handoff, destination: edited }] });
      expect([dates, differences(engine, edited, 400)]).toEqual([dates, []]);
    }
  });

  it("give a snapshot that says the same", () => {
    const engine = engineOf(QUEUES, { now: NOW });
    const handoff = engine.handoff("default");
    const loaded = loadSnapshot(engine.snapshot()).handoff("default");
    const { from, to } = engine.status().window;
    const wrong: string[] = [];
    for (let at = from; at < to; at += 53 * 60_000) {
      const [one, other] = [handoff.resolve({ at }), loaded.resolve({ at })];
      if (JSON.stringify(one) !== JSON.stringify(other)) wrong.push(new Date(at).toISOString());
    }
    expect(wrong).toEqual([]);
  });
});
