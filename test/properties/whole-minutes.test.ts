import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QueueConfiguration } from "../../src/config/types.ts";
import { FIRST_INSTANT } from "../../src/time/instant.ts";
import { lawIsOpen } from "../oracle/law.ts";
import { scenario } from "./arbitraries.ts";
import { engineFor } from "./engine-for.ts";
import { failure } from "./failure.ts";
import { holds } from "./holds.ts";
import { TEMPORAL_POLYFILL } from "./oracles.ts";

const MS_PER_MINUTE = 60_000;
const TWO_DAYS = 2 * 1440;

describe("no boundary is missing", () => {
  it("intervals = the minutes at which the law is open, for every minute of two days around an anchor", () => {
    let minutes = 0;
    const cases = fc.tuple(scenario({ picks: 1, handoffs: 1 }), fc.nat({ max: 99 }), fc.nat({ max: TWO_DAYS }));
    holds(cases, 40, ([given, which, before]) => {
      const [handoff] = engineFor(given).handoffs;
      const anchor = given.anchors[which % given.anchors.length] as number;
      const from = Math.max(Math.floor(anchor / MS_PER_MINUTE - before) * MS_PER_MINUTE, FIRST_INSTANT);
      const queue = given.configuration.handoffs[0]?.destination[0] as QueueConfiguration;
      const engine = handoff?.queues[0]?.intervals(from, from + TWO_DAYS * MS_PER_MINUTE);
      const law = openMinutes(queue, from);
      if (JSON.stringify(engine) !== JSON.stringify(law)) throw failure("intervals", given, from, { engine, law });
      minutes += TWO_DAYS;
    });
    console.log(`${minutes} minutes`);
    expect(minutes).toBe(40 * TWO_DAYS);
  }, 300_000);
});

function openMinutes(
  queue: QueueConfiguration,
  from: number,
): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = from; at < from + TWO_DAYS * MS_PER_MINUTE; at += MS_PER_MINUTE) {
    if (!lawIsOpen(queue, at, TEMPORAL_POLYFILL.temporal)) continue;
    const last = found.at(-1);
    if (last?.end === at) last.end = at + MS_PER_MINUTE;
    else found.push({ start: at, end: at + MS_PER_MINUTE });
  }
  return found;
}
