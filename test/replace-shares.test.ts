import { describe, expect, it } from "vitest";
import { amendState } from "../src/amend.ts";
import { asConfiguration } from "../src/config/bare-destination.ts";
import type { Configuration, HandoffConfiguration, QueueConfiguration } from "../src/config/types.ts";
import { ConfigError, createEngine, type Progress } from "../src/index.ts";
import { compileState } from "../src/state.ts";
import { cachedZones } from "../src/time/cached-zones.ts";
import { runtimeZones } from "../src/time/runtime-zones.ts";
import { placeIn } from "../src/tree/tree.ts";

const NOW = Date.UTC(2026, 10, 23, 15);
const HANDOFFS = 200;

function queue(hour: number): QueueConfiguration {
  const open = { start: `${String(hour).padStart(2, "0")}:00`, end: "17:00" };
  return {
    name: "Queue",
    type: "Agent_queue",
    enabled: true,
    open_24: false,
    timezone: "Europe/London",
    transfer_function_name: "transfer",
    weekly_hours: { mon: [open], tue: [open] },
  };
}

const handoff = (i: number): HandoffConfiguration => ({
  name: `Handoff ${i}`,
  description: "",
  agent_available_instructions: "Transfer.",
  agent_unavailable_instructions: "Closed.",
  destination: [queue(i % 12)],
});

const configuration: Configuration = {
  transfer_functions: [{ name: "transfer" }],
  handoffs: Array.from({ length: HANDOFFS }, (_, i) => handoff(i)),
};

function answers(engine: ReturnType<typeof createEngine>) {
  return new Map(engine.handoffs.map((each) => [each.name, each.resolve({ at: NOW })]));
}

describe("a replace of a few handoffs", () => {
  it("keeps the answers of the others as they are, the very objects, wherever they stand now", () => {
    const engine = createEngine(configuration, { now: () => NOW });
    const before = answers(engine);
    const { handoffs } = engine.configuration;
    const changed = { ...(handoffs[7] as HandoffConfiguration), destination: [queue(16)] };
    engine.replace({ ...engine.configuration, handoffs: handoffs.with(7, changed).toSpliced(100, 1) });
    const after = answers(engine);
    expect(before.get("Handoff 7")).toMatchObject({ available: true });
    expect(after.get("Handoff 7")).toMatchObject({ available: false });
    expect(after.size).toBe(HANDOFFS - 1);
    for (const [name, answer] of after) if (name !== "Handoff 7") expect(answer).toBe(before.get(name));
  });

  it("writes nothing that the tree before reads, and builds anew where there is no room", () => {
    const zones = cachedZones(runtimeZones());
    const window = { firstDay: Math.floor(NOW / 86_400_000) - 3, days: 100 };
    let state = compileState(configuration, zones, window, 1);
    const { tree, table } = state;
    const columns = state.numbers.schedules.length;
    const { words, stride, listsStart, eraStarts } = tree;
    const [leavesStart, leavesEnd] = [eraStarts[0], eraStarts.at(-1)];
    const read = () => [
      Array.from({ length: listsStart * 8 }, (_, row) => placeIn(words, row)).filter((_, i) => i % stride < columns),
      words.slice(listsStart, leavesStart).filter((_, i) => i % stride < columns),
      words.slice(leavesStart, leavesEnd),
    ];
    const before = read();
    expect(before.map(({ length }) => length >= columns)).toEqual([true, true, true]);
    let edits = 0;
    for (;;) {
      const edited = {
        ...handoff(0),
        destination: [{ ...queue(1), date_exceptions: { [`2026-12-${10 + edits}`]: { closed: true } } }],
      };
      const next = amendState(
        state,
        { ...state.configuration, handoffs: state.configuration.handoffs.with(0, edited as HandoffConfiguration) },
        () => true,
      );
      if (next === undefined) break;
      expect(next.tree.words).toBe(words);
      expect(next.numbers.schedules).toHaveLength(columns + 1 + edits);
      state = next;
      edits++;
    }
    expect(edits).toBe(tree.stride - columns);
    expect(read()).toEqual(before);
    expect(table.queues).toEqual(compileState(configuration, zones, window, 1).table.queues);
  });

  it("is refused as a whole when the one that changed has an error", () => {
    const engine = createEngine(configuration, { now: () => NOW });
    const wrong = { ...handoff(3), destination: [{ ...queue(3), timezone: "Europe/Londn" }] };
    expect(() =>
      engine.replace({ ...engine.configuration, handoffs: engine.configuration.handoffs.with(3, wrong) }),
    ).toThrow(ConfigError);
    expect(engine.status()).toMatchObject({ revision: 1, schedules: 12 });
    expect(engine.status().refused?.problems.map(({ pointer }) => pointer)).toEqual([
      "/handoffs/3/destination/0/timezone",
    ]);
  });
});

describe("progress", () => {
  it("is told of checking and compiling, ascending to the end, a hundred times at most", () => {
    const told: Progress[] = [];
    createEngine(configuration, { now: () => NOW, onProgress: (progress) => told.push(progress) });
    for (const [phase, total] of [
      ["check", HANDOFFS],
      ["compile", 12],
    ] as const) {
      const done = told.filter((each) => each.phase === phase);
      expect(done.length).toBeGreaterThan(0);
      expect(done.length).toBeLessThanOrEqual(101);
      expect(done.map((each) => each.done)).toEqual(done.map((each) => each.done).sort((a, b) => a - b));
      expect(done.at(-1)).toEqual({ phase, done: total, total });
    }
  });

  it("ends the work when it throws; what serves is left alone", () => {
    const stop = new Error("enough");
    let isStopping = false;
    const onProgress = () => {
      if (isStopping) throw stop;
    };
    const engine = createEngine(configuration, { now: () => NOW, onProgress });
    isStopping = true;
    expect(() => engine.replace(asConfiguration([queue(9)]))).toThrow(stop);
    expect(engine.handoff("Handoff 1").resolve({ at: NOW }).available).toBe(true);
    expect(engine.status().revision).toBe(1);
  });
});
