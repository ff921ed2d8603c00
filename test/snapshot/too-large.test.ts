import { describe, expect, it } from "vitest";
import { type Section, writeSections } from "../../src/tree/sections.ts";
import { TreeBuilder } from "../../src/tree/tree-builder.ts";
import { checkWords } from "../../src/tree/tree-join.ts";

/** Tells its size, and has no bytes: nothing of it is read before the sizes are checked. */
const sized = (byteLength: number) => ({ byteLength }) as Section;

describe("a snapshot of more than 2 GiB", () => {
  it("is refused by name", () => {
    expect(() => writeSections([sized(2 ** 30), sized(2 ** 30)])).toThrow(
      new RangeError(
        "a snapshot holds at most 2 GiB, and this one has 2147483704 bytes: shorten the window, or make one of each part",
      ),
    );
  });

  it("is no matter of one section alone", () => {
    const sections = Array.from({ length: 13 }, () => sized(2 ** 28));
    expect(() => writeSections(sections)).toThrow(RangeError);
  });
});

describe("an index of more words than a list can lead to", () => {
  const refused = new RangeError("the index is larger than a gigabyte: shorten the window");

  it("is refused by name", () => {
    expect(() => checkWords(2 ** 28)).not.toThrow();
    expect(() => checkWords(2 ** 28 + 1)).toThrow(refused);
  });

  it("before its rows are made and any schedule is compiled", () => {
    const build = () =>
      new TreeBuilder({ firstDay: 20_000, days: 22_000 }, 100_000, () => {
        throw new Error("compiled");
      });
    expect(build).toThrow(refused);
  });
});
