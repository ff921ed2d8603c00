import { expect, it } from "vitest";
import { createEngine } from "../../src/index.ts";
import { clockThatCalls } from "../clock-that-calls.ts";
import { NOW, SAMPLE } from "../snapshot/sample.ts";

it("a closure that the host's clock makes while another is made is kept, under a number of its own", () => {
  const clock = clockThatCalls(NOW);
  const engine = createEngine(SAMPLE, { now: clock.now });
  const inner = () => engine.close({ handoff: "Sales" }, { reason: "inner" });
  // The clock is read more than once: whichever read it is.
  for (let reads = 0; reads < 4; reads++) {
    let left = reads;
    const wait = () => {
      if (left-- === 0) inner();
      else clock.onRead = wait;
    };
    clock.onRead = wait;
    engine.close({ handoff: "Straße" }, { reason: "outer" });
    clock.onRead = () => {};
    const { closures } = engine;
    const isMade = left < 0;
    expect(closures.map(({ reason }) => reason).toSorted()).toEqual(isMade ? ["inner", "outer"] : ["outer"]);
    expect(new Set(closures.map(({ id }) => id)).size).toBe(closures.length);
    engine.reopen({});
    expect(engine.closures).toEqual([]);
  }
});
