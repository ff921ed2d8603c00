import { describe, expect, it } from "vitest";
import { Live } from "../../src/live.ts";
import { settingsOf } from "../../src/options.ts";
import { refreshZones } from "../../src/refresh-zones.ts";
import { compileState, type State } from "../../src/state.ts";
import { isOpen } from "../../src/tree/tree.ts";
import { sourceOf } from "./law.ts";
import { answersOf, DAY, ENACTED, EXPECTED, engineOf, NOW, SAMPLE, WINDOW } from "./sample.ts";

const BEFORE = sourceOf(EXPECTED, "2026a");
const AFTER = sourceOf(ENACTED, "2026b");

/** Every half hour of the window. */
function openHours({ tree, numbers }: State): readonly string[] {
  const minutes = Array.from({ length: tree.days * 48 }, (_, i) => tree.firstMinute + i * 30);
  return numbers.schedules.map((_, s) => minutes.map((minute) => (isOpen(tree, s, minute) ? "1" : "0")).join(""));
}

describe("a refresh during a roll", () => {
  it("drops the roll, which compiles by the old data, and serves today's window", () => {
    let now = NOW;
    const settings = settingsOf({ now: () => now, window: WINDOW, zones: BEFORE });
    const compile = (zones: typeof BEFORE) => (window: Parameters<typeof compileState>[2]) =>
      compileState(SAMPLE, zones, window, 1);
    // One schedule, or one piece of a zone, a use: the longest that a roll can be drawn out.
    const live = new Live(
      () => now,
      WINDOW,
      compile(BEFORE),
      () => () => false,
    );
    let dropped = 0;
    for (let day = 0; day < 200; day++) {
      now += DAY;
      live.now();
      if (!live.rolling) continue;
      const fresh = (zones: typeof BEFORE) => openHours(new Live(() => now, WINDOW, compile(zones)).state);
      // Uses of the roll before the refresh: from the first to the one before the last.
      for (let use = 0; use < dropped % 7 && live.rolling; use++) live.now();
      if (!live.rolling) continue;
      dropped++;
      const isNew = dropped % 2 === 1;
      refreshZones(live, { ...settings, zones: live.state.zones }, isNew ? AFTER : BEFORE, { allowOlder: true });
      expect(live.rolling).toBe(false);
      expect(live.rollFailure).toBeUndefined();
      expect(live.state.zones.version).toBe(isNew ? "2026b" : "2026a");
      expect(openHours(live.state)).toEqual(fresh(isNew ? AFTER : BEFORE));
      live.now();
      expect(openHours(live.state)).toEqual(fresh(isNew ? AFTER : BEFORE));
    }
    expect(dropped).toBeGreaterThan(1);
  });
});

describe("data that has run out", () => {
  it("holds no roll up any more once other data serves; what is compared is what both can tell", () => {
    let now = NOW;
    const end = (NOW + 400 * DAY) / 60_000;
    const short: typeof BEFORE = {
      ...BEFORE,
      spans(timezone, from, to) {
        if (to > end) throw new RangeError("the table ends");
        return BEFORE.spans(timezone, from, to);
      },
    };
    const engine = engineOf({ now: () => now, zones: short });
    for (; engine.status().rollFailure === undefined; now += DAY) expect(now).toBeLessThan(NOW + 500 * DAY);
    const { window } = engine.status();
    now += 5 * DAY;
    const refresh = engine.refreshZones(AFTER);
    const { window: next, rollFailure } = engine.status();
    expect(rollFailure).toBeUndefined();
    expect(next.to).toBeGreaterThan(window.to);
    expect(refresh.window).toEqual({ from: next.from, to: window.to });
    const fresh = engineOf({ now: () => now, zones: AFTER });
    expect(next).toEqual(fresh.status().window);
    expect(answersOf(engine, next.from, next.to)).toEqual(answersOf(fresh, next.from, next.to));
  });
});
