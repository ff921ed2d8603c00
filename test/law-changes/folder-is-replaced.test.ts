import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEngine, newestZones, systemZones } from "../../src/index.ts";
import { answersOf, engineOf, NOW, SAMPLE } from "./sample.ts";

/** That of Debian and macOS: a machine without it fails here, for the test would say nothing. */
const SYSTEM = "/usr/share/zoneinfo";
/** The areas of which single zones are changed; the others are the system's own. */
const CHANGED = ["America", "Europe"];
const now = () => NOW;

let folder: string;
let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "zoneinfo-"));
  folder = join(base, "zoneinfo");
});
afterEach(() => rmSync(base, { recursive: true }));

/** All zones of the system under a version, some with the law of others; put in place by renaming. */
function place(version: string, swaps: { readonly [timezone: string]: string } = {}, without?: string): void {
  const made = mkdtempSync(join(base, "made-"));
  const areas = readdirSync(SYSTEM, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: area } of areas) {
    if (!CHANGED.includes(area)) symlinkSync(join(SYSTEM, area), join(made, area));
    else mkdirSync(join(made, area));
  }
  const names = CHANGED.flatMap((area) => readdirSync(join(SYSTEM, area)).map((name) => `${area}/${name}`));
  for (const name of names) if (name !== without) symlinkSync(join(SYSTEM, swaps[name] ?? name), join(made, name));
  writeFileSync(join(made, "tzdata.zi"), `# version ${version}\n`);
  rmSync(folder, { recursive: true, force: true });
  renameSync(made, folder);
}

const PACIFIC = { "America/Vancouver": "America/Los_Angeles" };
const MOUNTAIN = { "America/Vancouver": "America/Phoenix" };

describe("a folder of zones that is replaced under an engine", () => {
  it("changes nothing until the host refreshes, and then what differs", () => {
    place("2026x", PACIFIC);
    const engine = engineOf({ now, zones: systemZones(folder) });
    const before = answersOf(engine);
    expect(engine.refreshZones()).toMatchObject({ zones: [], queues: [] });
    place("2026y", MOUNTAIN);
    expect(answersOf(engine)).toEqual(before);
    expect(engine.zones([systemZones(folder)]).others[0]?.queues).toHaveLength(1);
    const refresh = engine.refreshZones();
    expect(refresh.text).toBe(
      "time-zone data folder 2026y serves after folder 2026x: `America/Vancouver` from 2026-11-01T09:00:00Z on; 1 queue is open at other instants",
    );
    expect(answersOf(engine)).toEqual(answersOf(engineOf({ now, zones: systemZones(folder) })));
    expect(answersOf(engine)).not.toEqual(before);
  });

  it("goes back only when that is asked for", () => {
    place("2026y", MOUNTAIN);
    const engine = engineOf({ now, zones: systemZones(folder) });
    place("2026x", PACIFIC);
    expect(() => engine.refreshZones()).toThrow(expect.objectContaining({ code: "E_TZDATA_OLDER" }));
    expect(engine.status()).toMatchObject({ zones: { version: "2026y" }, zonesRefused: { code: "E_TZDATA_OLDER" } });
    engine.refreshZones(undefined, { allowOlder: true });
    expect(engine.status()).toMatchObject({ zones: { version: "2026x" }, zonesRefused: undefined });
  });

  it.each<readonly [string, () => void, string]>([
    ["is gone", () => rmSync(folder, { recursive: true }), "E_TZDATA_FOLDER"],
    ["is half written", () => place("2026y", {}, "Europe/London"), "E_TZDATA_CHECK"],
    ["lacks a zone in use", () => place("2026y", {}, "America/Vancouver"), "E_TZDATA_UNKNOWN"],
    [
      "has a zone in use cut short",
      () => {
        place("2026y", {}, "America/Vancouver");
        writeFileSync(join(folder, "America/Vancouver"), "TZif2");
      },
      "E_TZDATA_ZONE",
    ],
  ])("and %s leaves the data that serves", (_, replace, code) => {
    place("2026x", PACIFIC);
    const engine = engineOf({ now, zones: systemZones(folder) });
    const before = answersOf(engine);
    replace();
    expect(() => engine.refreshZones()).toThrow(expect.objectContaining({ code }));
    expect(engine.status()).toMatchObject({ zones: { version: "2026x" }, zonesRefused: { code } });
    expect(answersOf(engine)).toEqual(before);
    engine.replace(SAMPLE);
    expect(answersOf(engine)).toEqual(before);
  });

  it("answers a caller whose zone was not read before, by the queue's clock", () => {
    place("2026x", PACIFIC);
    const engine = engineOf({ now, zones: systemZones(folder) });
    place("2026y", MOUNTAIN);
    const request = { at: NOW, timezone: "America/Boise" };
    expect(() => engine.zoneSource.spans("America/Boise", 29_000_000, 29_000_001)).toThrow("no longer the 2026x");
    const { text, facts } = engine.handoff("Handoff 0").briefing(request);
    expect(facts.at).toMatchObject({ queue: { timezone: "America/Vancouver" }, caller: undefined });
    expect(text).toMatch(/Pacific Time\.$/);
    expect(engine.call("handoff_handoff_0", request)).toMatchObject({ outcome: "unavailable" });
    engine.refreshZones();
    expect(engine.handoff("Handoff 0").briefing(request).facts.at.caller).toMatchObject({ time: "06:00" });
  });
});

describe("the default", () => {
  it("looks for the newest anew, which says what it said before", () => {
    const engine = createEngine(SAMPLE, { now });
    const { name, version } = newestZones();
    expect(engine.refreshZones()).toMatchObject({ before: { name, version }, after: { name, version }, zones: [] });
  });
});
