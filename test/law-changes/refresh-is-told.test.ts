import { describe, expect, it } from "vitest";
import type { AnswerChange, EngineEvents } from "../../src/index.ts";
import { FakeTime } from "../events/fake-time.ts";
import { sourceOf } from "./law.ts";
import { DAY, ENACTED, engineOf } from "./sample.ts";

const FIRST = Date.parse("2026-11-01T09:00:00Z");
/** A Monday on which Vancouver opens at 16:00Z by the new law, at 17:00Z by the old one. */
const MONDAY = Date.parse("2026-11-02T16:30:00Z");

function watched(now: number) {
  const time = new FakeTime(now);
  const engine = engineOf({ now: time.now, timers: time.timers });
  const refreshes: EngineEvents["zones"][] = [];
  const changes: AnswerChange[] = [];
  engine.on("zones", (event) => refreshes.push(event));
  engine.watch({ handoff: "Handoff 0" }, (change) => changes.push(change));
  return { time, engine, refreshes, changes };
}

describe("a refresh of the time-zone data is told", () => {
  it("as an event with its report, and to whoever watches an answer that it moves", () => {
    const { time, engine, refreshes, changes } = watched(MONDAY);
    expect(engine.resolve("Handoff 0").available).toBe(false);
    const refresh = engine.refreshZones(sourceOf(ENACTED, "2026b"));
    expect(refresh.zones[0]?.first).toBe(FIRST);
    time.advanceTo(MONDAY);
    expect(refreshes).toEqual([{ at: MONDAY, refresh }]);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ handoff: "Handoff 0", at: MONDAY, by: "zones", after: { queue: "West" } });
  });

  it("and moves the boundary that a watch waits for", () => {
    const { time, engine, changes } = watched(MONDAY - DAY);
    engine.refreshZones(sourceOf(ENACTED, "2026b"));
    time.advanceTo(MONDAY);
    const opened = changes.filter(({ after }) => after.available && after.queue === "West");
    expect(opened.map(({ at, by }) => [at, by])).toEqual([[MONDAY - 30 * 60_000, "time"]]);
  });

  it("not when it is refused", () => {
    const { time, engine, refreshes, changes } = watched(MONDAY);
    expect(() => engine.refreshZones(sourceOf(ENACTED, "2025c"))).toThrow(/older/);
    time.advanceTo(MONDAY);
    expect([refreshes, changes]).toEqual([[], []]);
  });
});
