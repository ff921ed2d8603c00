import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/index.ts";
import { loadSnapshot } from "../../src/runtime.ts";
import { FIXED_ZONES } from "./fixed-zones.ts";
import { DAY, NOW, SAMPLE } from "./sample.ts";
import { changed, replaced, section, verdict } from "./tamper.ts";

const END = 0xffff;
const REFUSED = "E_SNAPSHOT_TABLE: snapshot is malformed: leaf 0 of schedule 0 in era 0 has no steps of a day";

/** One schedule that is open all the time, so each of its days is the same leaf: open from minute 0 on. */
const always = createEngine(SAMPLE.handoffs[2]?.destination ?? [], {
  now: () => NOW,
  zones: FIXED_ZONES,
  window: { pastDays: 1, aheadDays: 1 },
});
const SOUND = always.snapshot();
const minute = (hour: number, open: 0 | 1) => ((hour * 60) << 1) | open;

describe("leaves with steps that cannot be are refused though the checksum matches", () => {
  it("one leaf is all there is", () => {
    expect([...section(SOUND, "rows")]).toEqual([0, 0, 0]);
    expect([...new Uint16Array(section(SOUND, "steps").slice().buffer)]).toEqual([1, END, END, END]);
  });

  it.each([
    ["no steps", []],
    ["too few for the width", [1, END, END]],
    ["nothing but padding", [END, END, END, END]],
    ["a first step after minute 0", [minute(1, 1), END, END, END]],
    ["open, and open again", [1, minute(9, 1), END, END]],
    ["closed, and closed again", [0, minute(9, 0), END, END]],
    ["steps that descend", [0, minute(9, 1), minute(8, 0), END]],
    ["two steps at one minute", [0, minute(9, 1), minute(9, 0), END]],
    ["minute 0 twice", [0, 1, END, END]],
    ["a step after padding", [0, END, minute(9, 1), END]],
    ["a step past the end of the day", [0, minute(24, 1), END, END]],
    ["the greatest that is no padding", [0, END - 2, END, END]],
  ])("%s", (_, steps) => {
    expect(verdict(replaced(SOUND, "steps", Uint16Array.from(steps)))).toBe(REFUSED);
  });

  it.each([
    ["of sound steps", [1, minute(9, 0), minute(17, 1), minute(18, 0)]],
    ["with the last minute of the day", [0, (1439 << 1) | 1, END, END]],
  ])("but not those %s", (_, steps) => {
    expect(verdict(replaced(SOUND, "steps", Uint16Array.from(steps)))).toBe("loaded");
  });

  it.each([0, 1, 3, 11, 12, 15])("lists of width %i, which these leaves have not", (width) => {
    expect(verdict(changed(SOUND, "lists", (lists) => lists.fill(width, 0, 1)))).toBe(REFUSED);
  });

  it("a step changed is another answer, so it is these steps that are read", () => {
    const closed = loadSnapshot(replaced(SOUND, "steps", Uint16Array.of(0, minute(9, 1), END, END))).handoff("default");
    expect(closed.resolve({ at: Math.floor(NOW / DAY) * DAY }).available).toBe(false);
    expect(closed.resolve({ at: Math.floor(NOW / DAY) * DAY + 9 * 3_600_000 }).available).toBe(true);
  });
});
