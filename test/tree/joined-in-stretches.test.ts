import { describe, expect, it } from "vitest";
import { DayLeaves } from "../../src/tree/day-leaves.ts";
import { LeafLists } from "../../src/tree/leaf-lists.ts";
import { listOf, startIn, widthIn } from "../../src/tree/list.ts";
import { treeOf } from "../../src/tree/tree.ts";
import { TreeJoin } from "../../src/tree/tree-join.ts";
import { daysByHand } from "./days-by-hand.ts";

/** So many words are copied at a time. */
const STRETCH = 2 ** 18;
/** Two eras of lists are more than a stretch, and no multiple of it. */
const STRIDE = 200_000;
const [ROWS, LEAVES] = [STRETCH + 12, 150_000];

const filled = (length: number, from: number) => Int32Array.from({ length }, (_, i) => from + i);
/** Where the two differ: a matcher would take seconds for so many numbers. */
const differing = (one: Int32Array, other: Int32Array) => one.findIndex((word, i) => word !== other[i]);
const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);

/** Three eras of lists, all of two-word leaves; era `e` has so many words of leaves. */
const SIZES = [1000, LEAVES * 2, 600];
const LISTS_START = 8;
const LEAVES_START = LISTS_START + 3 * STRIDE;
const starts = SIZES.map((_, era) => LEAVES_START + sum(SIZES.slice(0, era)));
const eraStarts = [...starts, LEAVES_START + sum(SIZES)];
const listBefore = (era: number, schedule: number) =>
  listOf((starts[era] as number) + 2 * (schedule % ((SIZES[era] as number) / 2)), 1, false);
const words = new Int32Array((eraStarts[3] as number) + 50).fill(-1);
for (let era = 0; era < 3; era++) {
  for (let s = 0; s < STRIDE; s++) words[LISTS_START + era * STRIDE + s] = listBefore(era, s);
}
words.set(filled(sum(SIZES), 0), LEAVES_START);

const before = treeOf({
  firstDay: 255,
  days: 300,
  rowsDay: 255,
  stride: STRIDE,
  words,
  listsStart: LISTS_START,
  eraStarts,
});

function newEra() {
  const leaves = new LeafLists();
  const days = new DayLeaves();
  days.read(daysByHand([[], [540, 1020], [0, 60, 120, 180, 240, 300]], []).distinct);
  const one = leaves.add(days, Int32Array.of(0, 1), 2, undefined);
  const other = leaves.add(days, Int32Array.of(2), 1, undefined);
  return { leaves, lists: Int32Array.from({ length: STRIDE }, (_, s) => (s % 2 === 0 ? one : other)) };
}

describe("the words of a large tree are joined a stretch at a time", () => {
  const rows = filled(ROWS, 7);
  const era = newEra();
  const join = new TreeJoin({
    stride: STRIDE,
    rows,
    before,
    keptEras: 2,
    eras: [era],
    hasRoom: true,
  });
  let uses = 0;
  for (; !join.isDone; uses++) join.advance();

  it("one stretch a use, as many as rows, lists and leaves need", () => {
    const pieces = [ROWS, 2 * STRIDE, (SIZES[1] as number) + (SIZES[2] as number), STRIDE, era.leaves.words.length];
    expect(uses).toBe(sum(pieces.map((piece) => Math.ceil(piece / STRETCH))));
    expect(uses).toBe(2 + 2 + 2 + 1 + 1);
    const done = join.words.slice();
    join.advance();
    expect(differing(join.words, done)).toBe(-1);
  });

  it("rows first", () => {
    expect(join.listsStart).toBe(ROWS);
    expect(differing(rows, join.words)).toBe(-1);
  });

  it("each list leads to the leaves that it led to before", () => {
    const wrong: string[] = [];
    for (let kept = 0; kept < 2; kept++) {
      for (let s = 0; s < STRIDE; s++) {
        const list = join.words[join.listsStart + kept * STRIDE + s] as number;
        const wanted = words[startIn(listBefore(kept + 1, s))];
        if (widthIn(list) !== 1 || join.words[startIn(list)] !== wanted) wrong.push(`era ${kept}, schedule ${s}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("those of the new era lead to its own", () => {
    const [start, end] = join.eraStarts.slice(-2) as [number, number];
    expect(join.words.subarray(start, end)).toEqual(era.leaves.words);
    const wrong: string[] = [];
    for (let s = 0; s < STRIDE; s++) {
      const list = join.words[join.listsStart + 2 * STRIDE + s] as number;
      const own = era.lists[s] as number;
      if (widthIn(list) !== widthIn(own) || startIn(list) !== start + startIn(own)) wrong.push(`schedule ${s}`);
    }
    expect(wrong).toEqual([]);
    expect(new Set(era.lists).size).toBe(2);
  });

  it("and what follows is room", () => {
    const end = join.eraStarts.at(-1) as number;
    expect(join.eraStarts).toHaveLength(4);
    expect(join.words.length).toBeGreaterThan(end + 128);
    expect(join.words.subarray(end).every((word) => word === 0)).toBe(true);
  });
});
