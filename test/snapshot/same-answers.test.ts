import { describe, expect, it } from "vitest";
import { seeded } from "../../bench/random.ts";
import { createEngine, type Engine, type Request, type Resolution } from "../../src/index.ts";
import { loadSnapshot } from "../../src/runtime.ts";
import { scenario } from "../properties/arbitraries.ts";
import { forEachInstant } from "../properties/each-instant.ts";
import { ZONES } from "../properties/ground.ts";
import { holds } from "../properties/holds.ts";
import { SEED } from "../properties/seed.ts";
import { generatedFleet } from "./fleet.ts";
import { NOW } from "./sample.ts";

const QUERIES = 1_000_000;
const BOUNDARIES = 20_000;
const BESIDE = [-60_000, -1, -0.5, 0, 0, 1, 59_999, 60_000];

const CHANNELS = ["voice", "chat", undefined, null, "email", "Voice", ""];
const LANGUAGES = [
  ...[undefined, undefined, null, "en", "EN-us", "es-419", "iw", "he", "iw-IL", "in", "ji", "mo", "sh", "sr-Latn"],
  ...["zh-TW", "zh-hant", "pt-br", "de-DD", "de-CH-1996", "tl", "ja", "en-US-u-nu-latn", "x-private", "und-Hebr"],
  ...["en_US", "", "e", "english", "en-", "*", "constructor", "a".repeat(200)],
];

interface Query extends Omit<Request, "channel" | "language"> {
  at: number;
  channel: string | null | undefined;
  language: string | null | undefined;
}

const seenBy = new Map<Resolution, Resolution>();

/** The first time all that there is of both, later what they hold. */
function same(one: Resolution, other: Resolution): boolean {
  if (!seenBy.has(other)) {
    expect(other).toStrictEqual(one);
    expect(Object.keys(other)).toEqual(Object.keys(one));
    expect(Object.isFrozen(other)).toBe(true);
    seenBy.set(other, one);
  }
  if (one.handoff !== other.handoff || one.instructions !== other.instructions) return false;
  if (!one.available || !other.available) return one.available === other.available;
  const { function_name, queue, transfer_function_name } = other;
  return (
    one.function_name === function_name && one.queue === queue && one.transfer_function_name === transfer_function_name
  );
}

/** Instants at which a queue of some handoff opens or closes. */
function boundariesOf({ handoffs }: Engine, random: () => number, from: number, to: number) {
  const found: { readonly handoff: number; readonly at: number }[] = [];
  while (found.length < BOUNDARIES) {
    const handoff = Math.floor(random() * handoffs.length);
    const queues = handoffs[handoff]?.queues ?? [];
    const next = queues[Math.floor(random() * queues.length)]?.nextChange(from + random() * (to - from));
    if (next !== undefined) found.push({ handoff, at: next.at });
  }
  return found;
}

describe("a snapshot answers as the engine does", () => {
  it("a million random queries over three hundred handoffs", () => {
    const random = seeded(SEED);
    const engine = createEngine(generatedFleet(300, random), { now: () => NOW, zones: ZONES });
    const snapshot = loadSnapshot(engine.snapshot());
    const { from, to } = snapshot.info.window;
    expect({ from, to }).toEqual(engine.status().window);
    const handoffs = engine.handoffs.map((handoff) => ({ handoff, loaded: snapshot.handoff(handoff.name) }));
    const below = (limit: number) => Math.floor(random() * limit);
    const boundaries = boundariesOf(engine, random, from, to);

    const query: Query = { at: 0, channel: undefined, language: undefined };
    let asked = 0;
    let available = 0;
    for (; asked < QUERIES; asked++) {
      const near = boundaries[below(BOUNDARIES * 2)];
      const at =
        near === undefined ? from + random() * (to - from) : near.at + (BESIDE[below(BESIDE.length)] as number);
      query.at = Math.min(Math.max(at, from), to - 1);
      query.channel = CHANNELS[below(CHANNELS.length)];
      query.language = LANGUAGES[below(LANGUAGES.length)];
      const { handoff, loaded } = handoffs[near?.handoff ?? below(handoffs.length)] as (typeof handoffs)[number];
      const [one, other] = [handoff.resolve(query as Request), loaded.resolve(query as Request)];
      if (!same(one, other)) throw new Error(`FC_SEED=${SEED} ${JSON.stringify({ query, handoff, one, other })}`);
      if (one.available) available++;
    }
    expect(asked).toBe(1_000_000);
    expect(engine.status().outsideWindow).toBe(0);
    expect(available).toBeGreaterThan(100_000);
    expect(available).toBeLessThan(900_000);
  });

  it("whatever the configuration, the window and the request", () => {
    let compared = 0;
    holds(scenario({ picks: 200 }), 20, (given) => {
      let snapshot: ReturnType<typeof loadSnapshot> | undefined;
      forEachInstant(given, (at, request, engine, fail) => {
        snapshot ??= loadSnapshot(engine.snapshot());
        const { from, to } = snapshot.info.window;
        if (at < from || at >= to) return;
        for (const handoff of engine.handoffs) {
          const [one, other] = [handoff.resolve(request), snapshot.handoff(handoff.name).resolve(request)];
          if (!same(one, other)) throw fail("engine, snapshot", { one, other });
          compared++;
        }
      });
    });
    expect(compared).toBeGreaterThan(100);
  });
});
