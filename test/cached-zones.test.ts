import { describe, expect, it } from "vitest";
import { cachedZones } from "../src/time/cached-zones.ts";
import { FIRST_INSTANT, MS_PER_MINUTE } from "../src/time/instant.ts";
import type { OffsetSpans, ZoneSource } from "../src/time/zone.ts";

const PIECE = 64 * 1440;
const FIRST = FIRST_INSTANT / MS_PER_MINUTE;

/** A zone that goes from 0 to +60 at one instant. Counts how often it is read. */
function zoneTurningAt(transition: number): ZoneSource & { reads: number } {
  return {
    name: "fake",
    version: "1",
    reads: 0,
    has: () => true,
    names: () => ["Zone"],
    spans(_timezone, from, to): OffsetSpans {
      this.reads++;
      if (from >= transition) return { from, to, starts: [from], offsets: [60] };
      if (to <= transition) return { from, to, starts: [from], offsets: [0] };
      return { from, to, starts: [from, transition], offsets: [0, 60] };
    },
  };
}

describe("zones read in pieces", () => {
  const seam = 300 * PIECE;

  it.each([
    ["before a seam", seam - 1],
    ["on a seam", seam],
    ["after a seam", seam + 1],
  ])("a transition %s is found where it is, once", (_, transition) => {
    const spans = cachedZones(zoneTurningAt(transition)).spans("Zone", seam - 10, seam + 10);
    expect(spans.starts).toEqual([299 * PIECE, transition]);
    expect(spans.offsets).toEqual([0, 60]);
    expect([spans.from, spans.to]).toEqual([299 * PIECE, 301 * PIECE]);
  });

  it("a seam without a transition is none", () => {
    const spans = cachedZones(zoneTurningAt(0)).spans("Zone", seam - 10, seam + 10);
    expect(spans.starts).toEqual([299 * PIECE]);
  });

  it("each piece is read once", () => {
    const source = zoneTurningAt(seam);
    const zones = cachedZones(source);
    for (let i = 0; i < 10; i++) zones.spans("Zone", seam - 10, seam + 10);
    expect(source.reads).toBe(2);
  });

  it("nothing is read from before 1972-01-08, when offsets had seconds", () => {
    expect(cachedZones(zoneTurningAt(0)).spans("Zone", FIRST, FIRST + 1).from).toBe(FIRST);
  });
});
