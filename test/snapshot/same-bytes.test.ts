import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { seeded } from "../../bench/random.ts";
import type { Configuration, Engine } from "../../src/index.ts";
import { createEngine } from "../../src/index.ts";
import { loadSnapshot } from "../../src/runtime.ts";
import { mapQueues } from "../properties/map-queues.ts";
import { SEED } from "../properties/seed.ts";
import { FIXED_ZONES } from "./fixed-zones.ts";
import { generatedFleet } from "./fleet.ts";
import { DAY, NOW, SAMPLE, sampleEngine } from "./sample.ts";

const WINDOW = { pastDays: 14, aheadDays: 40 };

function engineOf(configuration: Configuration, now: () => number = () => NOW): Engine {
  return createEngine(configuration, { now, zones: FIXED_ZONES, window: WINDOW });
}

/** Buffers are compared as what they are: a failure would list thousands of numbers. */
function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const SOUND = sha256(sampleEngine().snapshot());

/** Equal data, its keys in another order all the way down. */
function keysReversed<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(keysReversed) as T;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, keysReversed(member)])) as T;
}

function rolled(configuration: Configuration, days: number): Engine {
  let now = NOW - days * DAY;
  const engine = engineOf(configuration, () => now);
  while (now < NOW) {
    now += DAY;
    do engine.status();
    while (engine.status().rolling);
  }
  return engine;
}

describe("equal inputs give equal bytes", () => {
  // Another one is in order with other language tables only, another hash, or another format version.
  it("on every version of Node and every machine", () => {
    expect(SOUND).toBe("18f08e68d94a6d9806932b14ac4ebd557f228b50febd9cfc47c351d79f18a118");
  });

  it("each time, and from another engine, from a bare destination as well", () => {
    const engine = sampleEngine();
    expect(sha256(engine.snapshot())).toBe(SOUND);
    expect(sha256(engine.snapshot())).toBe(SOUND);
    expect(sha256(sampleEngine().snapshot())).toBe(SOUND);
    const queues = SAMPLE.handoffs[0]?.destination ?? [];
    const options = { now: () => NOW, zones: FIXED_ZONES, window: WINDOW };
    const bare = createEngine(queues, options);
    expect(sha256(createEngine(bare.configuration, options).snapshot())).toBe(sha256(bare.snapshot()));
  });

  it("and nobody else's: what is written into one is in no other", () => {
    const engine = sampleEngine();
    engine.snapshot().fill(0);
    expect(sha256(engine.snapshot())).toBe(SOUND);
  });

  it("whatever the order of keys", () => {
    expect(JSON.stringify(keysReversed(SAMPLE))).not.toBe(JSON.stringify(SAMPLE));
    expect(sha256(engineOf(keysReversed(SAMPLE)).snapshot())).toBe(SOUND);
  });

  it("after forty days of rolling, as on that day", () => {
    expect(sha256(rolled(SAMPLE, 40).snapshot())).toBe(SOUND);
  });

  it("in the midst of a roll, and at any time of the day", () => {
    let now = NOW - DAY;
    const engine = engineOf(SAMPLE, () => now);
    now = Math.floor(NOW / DAY) * DAY;
    expect(sha256(engine.snapshot())).toBe(SOUND);
    now += DAY - 1;
    expect(sha256(engine.snapshot())).toBe(SOUND);
    now += 1;
    expect(sha256(engine.snapshot())).not.toBe(SOUND);
  });

  it("after the clock was set back, which leaves the engine's own window where it is", () => {
    let now = NOW + 3 * DAY;
    const engine = engineOf(SAMPLE, () => now);
    now = NOW;
    expect(sha256(engine.snapshot())).toBe(SOUND);
    expect(engine.status().window.from).toBe(Math.floor(NOW / DAY) * DAY - 11 * DAY);
  });

  it("after other configurations have served, refused ones too", () => {
    const engine = sampleEngine();
    engine.replace(SAMPLE.handoffs[1]?.destination ?? []);
    engine.replace({ ...SAMPLE, handoffs: SAMPLE.handoffs.toReversed() });
    expect(sha256(engine.snapshot())).not.toBe(SOUND);
    expect(() => engine.replace([])).toThrow();
    engine.replace(SAMPLE);
    expect(sha256(engine.snapshot())).toBe(SOUND);
  });

  it("of hundreds of handoffs, rolled and replaced or made just now", () => {
    const random = seeded(SEED);
    const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"];
    const fleet = mapQueues(generatedFleet(200, random), (queue, q) => ({
      ...queue,
      timezone: zones[q % 3] as string,
    }));
    const engine = rolled(fleet, 3);
    engine.replace(SAMPLE);
    engine.replace(fleet);
    expect(sha256(engine.snapshot())).toBe(sha256(engineOf(fleet).snapshot()));
  });
});

describe("what a snapshot was made from", () => {
  const info = (configuration: Configuration) => loadSnapshot(engineOf(configuration).snapshot()).info;

  it("is told", () => {
    expect(info(SAMPLE)).toEqual({
      zones: { name: "fixed", version: "1" },
      configuration: "3c3157af225d4348",
      window: { from: Date.parse("2026-10-06T00:00:00Z"), to: Date.parse("2026-11-30T00:00:00Z") },
    });
  });

  it("another source of time zones, another version, another day are other bytes", () => {
    const others = [
      sampleEngine({ zones: { ...FIXED_ZONES, name: "other" } }),
      sampleEngine({ zones: { ...FIXED_ZONES, version: "2" } }),
      sampleEngine({ now: () => NOW + DAY }),
      sampleEngine({ window: { pastDays: 14, aheadDays: 41 } }),
    ];
    expect(new Set([SOUND, ...others.map((engine) => sha256(engine.snapshot()))])).toHaveProperty("size", 5);
  });
});
