import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/index.ts";
import { loadSnapshot } from "../../src/runtime.ts";
import { FIXED_ZONES } from "./fixed-zones.ts";
import { DAY, NOW, SAMPLE } from "./sample.ts";
import { leafWord, NO_BOUNDARY, replacedInTree, treeParts, verdict } from "./tamper.ts";

const REFUSED = "E_SNAPSHOT_TABLE: snapshot is malformed: schedule 0 has no leaf from day 0 on";

/** One schedule that is open all the time, so each of its days is the same leaf: open at 00:00, and no boundary. */
const always = createEngine(SAMPLE.handoffs[2]?.destination ?? [], {
  now: () => NOW,
  zones: FIXED_ZONES,
  window: { pastDays: 1, aheadDays: 1 },
});
const SOUND = always.snapshot();
/** Three rows of two words, sixteen lists. */
const LEAVES_START = 22;
const PAD = leafWord(NO_BOUNDARY, NO_BOUNDARY, 0);
const OPEN_PAD = leafWord(NO_BOUNDARY, NO_BOUNDARY, 1);
const HOUR = 60;

const withLeaf = (...leaf: readonly number[]) => replacedInTree(SOUND, { leaves: Int32Array.from(leaf) });
const listAt = (start: number, width: number) => new Int32Array(16).with(0, (start << 4) | width);
const withWideLeaf = (...leaf: readonly number[]) =>
  replacedInTree(SOUND, { lists: listAt(LEAVES_START, 2), leaves: Int32Array.from(leaf) });

/** The minutes of a day at which it turns, from closed at 00:00 on unless it turns at 0. */
function turnsOfDay(bytes: Uint8Array): readonly number[] {
  const handoff = loadSnapshot(bytes).handoff("default");
  const midnight = Math.floor(NOW / DAY) * DAY;
  const open = Array.from(
    { length: 24 * HOUR },
    (_, minute) => handoff.resolve({ at: midnight + minute * 60_000 }).available,
  );
  return [...open.keys()].filter((minute) => open[minute] !== (open[minute - 1] ?? false));
}

describe("leaves that are no days are refused though the checksum matches", () => {
  it("one leaf is all there is", () => {
    const { rows, lists, leaves } = treeParts(SOUND);
    expect([...rows]).toEqual(new Array(48).fill(0));
    expect(lists).toHaveLength(16);
    expect(lists[0]).toBe((LEAVES_START << 4) | 1);
    expect([...leaves]).toEqual([OPEN_PAD, OPEN_PAD]);
    expect(turnsOfDay(SOUND)).toEqual([0]);
  });

  it.each([
    ["no words", []],
    ["too few for the width", [PAD]],
    ["a boundary at 00:00", [leafWord(0, NO_BOUNDARY, 1), OPEN_PAD]],
    ["a second boundary at 00:00", [leafWord(60, 0, 0), PAD]],
    ["a third one at 00:00", [leafWord(60, 120, 0), leafWord(0, NO_BOUNDARY, 0)]],
    ["a boundary at the end of the day", [leafWord(1440, NO_BOUNDARY, 0), PAD]],
    ["a second boundary at the end of the day", [leafWord(60, 1440, 0), PAD]],
    ["the greatest that is no padding", [leafWord(NO_BOUNDARY - 1, NO_BOUNDARY, 0), PAD]],
    ["the greatest second one that is no padding", [leafWord(60, NO_BOUNDARY - 1, 0), PAD]],
    ["a boundary greater than padding", [leafWord(NO_BOUNDARY + 1, NO_BOUNDARY, 0), PAD]],
    ["a boundary below 0", [leafWord(-1, NO_BOUNDARY, 0), PAD]],
    ["all bits", [-1, -1]],
    ["boundaries that descend within a word", [leafWord(540, 480, 0), PAD]],
    ["two boundaries at one minute", [leafWord(540, 540, 0), PAD]],
    ["boundaries that descend from word to word", [leafWord(480, 540, 0), leafWord(500, NO_BOUNDARY, 0)]],
    ["two at one minute, in two words", [leafWord(480, 540, 0), leafWord(540, NO_BOUNDARY, 0)]],
    ["a second boundary after padding", [leafWord(NO_BOUNDARY, 540, 0), PAD]],
    ["a word after padding", [PAD, leafWord(540, 600, 0)]],
    ["a word after half a word of padding", [leafWord(540, NO_BOUNDARY, 0), leafWord(600, NO_BOUNDARY, 0)]],
    ["words that differ in how the day begins", [leafWord(540, 600, 0), OPEN_PAD]],
    ["words that differ the other way round", [leafWord(540, 600, 1), PAD]],
  ])("%s", (_, leaf) => {
    expect(verdict(withLeaf(...leaf))).toBe(REFUSED);
  });

  it.each([
    ["too few words for the width", [PAD, PAD, PAD]],
    ["a third word after padding", [leafWord(60, 120, 0), PAD, leafWord(540, 600, 0), PAD]],
    ["boundaries that descend", [leafWord(60, 120, 0), leafWord(180, 240, 0), leafWord(200, 300, 0), PAD]],
    ["a last word that differs in how the day begins", [PAD, PAD, PAD, OPEN_PAD]],
    ["a last word of garbage", [leafWord(60, 120, 0), leafWord(180, 240, 0), leafWord(300, 360, 0), 0]],
  ])("of four words: %s", (_, leaf) => {
    expect(verdict(withWideLeaf(...leaf))).toBe(REFUSED);
  });

  it.each([
    ["none", [PAD, PAD], []],
    ["one", [leafWord(540, NO_BOUNDARY, 0), PAD], [540]],
    ["the first and the last that can be", [leafWord(1, 1439, 0), PAD], [1, 1439]],
    ["three, of a day that begins open", [leafWord(60, 540, 1), leafWord(541, NO_BOUNDARY, 1)], [0, 60, 540, 541]],
    ["four", [leafWord(60, 540, 0), leafWord(541, 542, 0)], [60, 540, 541, 542]],
  ])("but not those with %s, and these are read", (_, leaf, turns) => {
    const bytes = withLeaf(...leaf);
    expect(verdict(bytes)).toBe("loaded");
    expect(turnsOfDay(bytes)).toEqual(turns);
  });

  it("nor those of four words", () => {
    const bytes = withWideLeaf(leafWord(60, 120, 1), leafWord(180, 240, 1), leafWord(300, 1439, 1), OPEN_PAD);
    expect(verdict(bytes)).toBe("loaded");
    expect(turnsOfDay(bytes)).toEqual([0, 60, 120, 180, 240, 300, 1439]);
  });

  describe("of a long list, which tells places itself", () => {
    const LONG = 16;
    const firstDay = Math.floor(NOW / DAY) - 1;
    /** Before two leaves, the places of the three days of the window; of the others of the era, the first. */
    const withLongList = (places: readonly number[], start = LEAVES_START) => {
      const own = new Uint8Array(256);
      own.set(places, firstDay % 256);
      const leaves = Int32Array.of(...new Int32Array(own.buffer), PAD, PAD, leafWord(540, 600, 0), PAD);
      return replacedInTree(SOUND, { lists: new Int32Array(16).with(0, (start << 4) | LONG | 1), leaves });
    };

    it("each day of the window is read by its own place", () => {
      expect((firstDay + 2) % 256).toBeGreaterThan(firstDay % 256);
      const today = withLongList([0, 1, 0]);
      expect(verdict(today)).toBe("loaded");
      expect(turnsOfDay(today)).toEqual([540, 600]);
      expect(turnsOfDay(withLongList([1, 0, 1]))).toEqual([]);
    });

    it.each([0, 1, 2])("a place that leads past the last leaf is refused, on day %i as well", (day) => {
      expect(verdict(withLongList([0, 0, 0].with(day, 2)))).toBe(REFUSED);
    });

    it.each([0, 2, LEAVES_START - 2, LEAVES_START + 4, LEAVES_START + 66, 1000, (1 << 28) - 2])(
      "one that begins at %i is refused",
      (start) => {
        expect(verdict(withLongList([0, 0, 0], start))).toBe(REFUSED);
      },
    );
  });

  it.each([0, 2, 3, 10, 11, 12, 15])("lists of width %i, which these leaves have not", (width) => {
    expect(verdict(replacedInTree(SOUND, { lists: listAt(LEAVES_START, width) }))).toBe(REFUSED);
  });

  it("of width 0 even where one word would be a day", () => {
    expect(verdict(replacedInTree(SOUND, { lists: listAt(LEAVES_START + 2, 0) }))).toBe(REFUSED);
  });

  it("of width 11 even where there are so many words", () => {
    const leaves = new Int32Array(1 << 11).fill(PAD);
    expect(verdict(replacedInTree(SOUND, { lists: listAt(LEAVES_START, 10), leaves }))).toBe("loaded");
    expect(verdict(replacedInTree(SOUND, { lists: listAt(LEAVES_START, 11), leaves }))).toBe(REFUSED);
  });

  it("lists that begin among the lists or the rows, though what stands there is a day", () => {
    for (const start of [LEAVES_START - 4, LEAVES_START - 2]) {
      const lists = new Int32Array(16).fill(OPEN_PAD).with(0, (start << 4) | 1);
      expect([start, verdict(replacedInTree(SOUND, { lists }))]).toEqual([start, REFUSED]);
    }
    // The place of the leaf is 0 in all rows; what the row has beyond its one schedule is free.
    const day = leafWord(256, 1024, 0);
    expect(day & 15).toBe(0);
    const places = Array.from({ length: 8 }, (_, i) => (day >>> (4 * i)) % 16);
    const free = Array.from({ length: 8 }, (_, i) => (PAD >>> (4 * i)) % 16);
    const rows = Uint8Array.from([0, 1, 2].flatMap(() => [...places, ...free]));
    for (const start of [0, 2]) {
      expect([start, verdict(replacedInTree(SOUND, { rows, lists: listAt(start, 1) }))]).toEqual([start, REFUSED]);
    }
  });

  it.each([LEAVES_START + 2, LEAVES_START + 4, 1000, (1 << 28) - 2])(
    "a list that begins at %i, past the last leaf",
    (start) => {
      expect(verdict(replacedInTree(SOUND, { lists: listAt(start, 1) }))).toBe(REFUSED);
    },
  );
});
