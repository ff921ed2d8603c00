import { describe, expect, it } from "vitest";
import type { HandoffConfiguration, QueueConfiguration } from "../../src/index.ts";
import { createEngine } from "../../src/index.ts";
import { loadSnapshot } from "../../src/runtime.ts";
import { FIXED_ZONES } from "./fixed-zones.ts";
import { NOW } from "./sample.ts";

const TEXTS: readonly (readonly [string, string])[] = [
  ["empty", ""],
  ["a byte order mark", "\uFEFFHello"],
  ["two of them", "\uFEFF\uFEFF"],
  ["ends of lines of all kinds", "a\tb\n\r\n\u2028\u2029"],
  ["every length of UTF-8", "aß€😀\u{10FFFF}"],
  ["letters that combine, in either form", "\u00E9 e\u0301"],
  ["a replacement character", "\uFFFD"],
  ["very long", "é".repeat(100_000)],
];
const NAMES = ["__proto__", "constructor", "Straße", "日本", "á", "😀", ...Array.from("abcdefgh")];

const queue: QueueConfiguration = {
  name: "Queue",
  type: "Agent_queue",
  enabled: true,
  open_24: true,
  timezone: "Europe/Berlin",
  transfer_function_name: "transfer",
};
const handoff = (name: string, text = "", function_name = "handoff_ask"): HandoffConfiguration => ({
  name,
  function_name,
  description: "",
  agent_available_instructions: text,
  agent_unavailable_instructions: `${text}\n`,
  destination: [{ ...queue, name: `Queue of ${name}`, supported_channel_types: ["voice"] }],
});

function made(handoffs: readonly HandoffConfiguration[]) {
  const configuration = { transfer_functions: [{ name: "transfer" }], handoffs };
  const engine = createEngine(configuration, { now: () => NOW, zones: FIXED_ZONES });
  return { engine, snapshot: loadSnapshot(engine.snapshot()) };
}

describe("texts of a snapshot are the configuration's", () => {
  it.each(TEXTS)("%s", (_, text) => {
    const { engine, snapshot } = made([handoff("A", text)]);
    for (const request of [{ at: NOW }, { at: NOW, channel: "chat" }]) {
      expect(snapshot.handoff("A").resolve(request)).toStrictEqual(engine.handoff("A").resolve(request));
      expect(snapshot.handoff("A").resolve(request)).toBe(snapshot.handoff("A").resolve(request));
    }
  });

  it("names of any kind are found, in the order of the configuration, and give the same handle each time", () => {
    const { engine, snapshot } = made(NAMES.map((name, h) => handoff(name, "", `handoff_${h}`)));
    expect(snapshot.names).toEqual(NAMES);
    for (const name of NAMES) {
      expect(snapshot.handoff(name).name).toBe(name);
      expect(snapshot.handoff(name)).toBe(snapshot.handoff(name));
      expect(snapshot.handoff(name).resolve({ at: NOW })).toStrictEqual(engine.resolve(name, { at: NOW }));
    }
  });

  it("thousands of names, whatever their hashes", () => {
    const names = Array.from({ length: 3000 }, (_, h) => `Handoff ${h}`);
    const { snapshot } = made(names.map((name, h) => handoff(name, "", `handoff_${h}`)));
    expect(names.filter((name) => snapshot.handoff(name).name !== name)).toEqual([]);
    expect(() => snapshot.handoff("Handoff 3000")).toThrow(RangeError);
  });
});
