import { describe, expect, it } from "vitest";
import { type Section, writeSections } from "../../src/tree/sections.ts";

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
