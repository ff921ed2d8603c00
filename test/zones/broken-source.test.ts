import { describe, expect, it } from "vitest";
import { createEngine, validate, type ZoneSource } from "../../src/index.ts";
import { engineOf, queue } from "../law-changes/sample.ts";

const SOUND: ZoneSource = {
  name: "mine",
  version: "2026f",
  has: () => true,
  names: () => [],
  spans: (_, from, to) => ({ from, to, starts: [from], offsets: [60] }),
};
const { has, spans } = SOUND;
const fail = () => {
  throw new Error("the disk is gone");
};

describe("a source of the host's own that is broken is refused, never taken for closed", () => {
  it.each<[string, ZoneSource, string, RegExp]>([
    ["it cannot be read", { ...SOUND, spans: fail }, "E_TZDATA_READ", /cannot be read: the disk is gone$/],
    ["it cannot say what it has", { ...SOUND, has: fail }, "E_TZDATA_READ", /cannot be read: the disk is gone$/],
    [
      "it has no offsets",
      { ...SOUND, spans: (...of) => ({ ...spans(...of), offsets: [] }) },
      "E_TZDATA_ZONE",
      /1 spans/,
    ],
    ["half a minute", { ...SOUND, spans: (...of) => ({ ...spans(...of), offsets: [0.5] }) }, "E_TZDATA_ZONE", /of 0.5/],
  ])("%s", (_, zones, code, message) => {
    const refused = expect.objectContaining({ name: "ZoneDataError", code, message: expect.stringMatching(message) });
    const destination = [queue("Queue", "Europe/Paris", { date_exceptions: { "2026-12-25": { closed: true } } })];
    expect(() => createEngine(destination, { zones })).toThrow(refused);
    const engine = engineOf();
    expect(() => engine.refreshZones(zones, { allowOlder: true })).toThrow(refused);
    if (zones.has === has) expect(engine.zones([zones]).others[0]?.error?.code).toBe(code);
    else expect(() => validate(destination, { zones })).toThrow(refused);
  });
});
