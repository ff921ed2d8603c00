import { afterEach, describe, expect, it, vi } from "vitest";
import { checkSnapshotZones, loadSnapshot, SnapshotError, type SnapshotZones } from "../../src/index.ts";
import { loadSnapshot as loadAnywhere } from "../../src/runtime.ts";
import { replaced, section } from "../snapshot/tamper.ts";
import { type Law, sourceOf } from "./law.ts";
import { ENACTED, EXPECTED, engineOf, NOW } from "./sample.ts";

const FIRST = Date.parse("2026-11-01T09:00:00Z");
const WINDOW_END = Date.parse("2026-12-20T00:00:00Z");
const bytes = engineOf().snapshot();

const DIFFERS =
  "the snapshot was compiled by time-zone data table 2026a, this host has table 2026b; they differ in `America/Vancouver` from 2026-11-01T09:00:00Z on; make the snapshot anew";

function warned(load: (onWarning: (zones: SnapshotZones) => void) => void): readonly (string | undefined)[] {
  const warnings: (string | undefined)[] = [];
  load(({ warning }) => warnings.push(warning));
  return warnings;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a snapshot beside the time-zone data of its host", () => {
  it("tells which zones differ from when on", () => {
    expect(checkSnapshotZones(bytes, sourceOf(ENACTED, "2026b"))).toEqual({
      snapshot: { name: "table", version: "2026a" },
      host: { name: "table", version: "2026b" },
      window: { from: Date.parse("2026-10-17T00:00:00Z"), to: WINDOW_END },
      zones: [
        {
          timezone: "America/Vancouver",
          first: FIRST,
          stretches: [{ start: FIRST, end: WINDOW_END, offset: "-08:00", other: "-07:00" }],
        },
      ],
      missing: [],
      warning: DIFFERS,
    });
  });

  it("is what the engine reports when it takes that data", () => {
    const engine = engineOf();
    const snapshot = engine.snapshot();
    const { zones } = engine.refreshZones(sourceOf(ENACTED, "2026b"));
    expect(checkSnapshotZones(snapshot, sourceOf(ENACTED, "2026b")).zones).toEqual(zones);
    expect(checkSnapshotZones(engine.snapshot(), sourceOf(ENACTED, "2026b")).warning).toBeUndefined();
  });

  it.each<readonly [string, Law, string, string | undefined]>([
    ["newer, and the same within the window", EXPECTED, "2027a", undefined],
    ["of the same version, and not the same", ENACTED, "2026a", DIFFERS.replace("2026b", "2026a")],
    [
      "older",
      ENACTED,
      "2025c",
      DIFFERS.replace("2026b", "2025c").replace("make the snapshot anew", "update the data of this host"),
    ],
    [
      "without a zone",
      { "Europe/Lisbon": EXPECTED["Europe/Lisbon"] ?? [] },
      "2026b",
      "the snapshot was compiled by time-zone data table 2026a, this host has table 2026b; this host's cannot tell `America/Vancouver`, `Asia/Kolkata`; make the snapshot anew",
    ],
  ])("%s: warned of, or refused by a strict host", (_, law, version, warning) => {
    const zones = sourceOf(law, version);
    expect(warned((onWarning) => loadSnapshot(bytes, { zones, onWarning }))).toEqual(warning ? [warning] : []);
    const strict = () => loadSnapshot(bytes, { zones, strict: true });
    if (warning === undefined) expect(strict).not.toThrow();
    else expect(strict).toThrow(expect.objectContaining({ code: "E_SNAPSHOT_ZONES", message: warning }));
    expect(checkSnapshotZones(bytes, zones).warning).toBe(warning);
  });

  it("whose host cannot read its own data is loaded with a warning", () => {
    const zones = {
      ...sourceOf(EXPECTED, "2026a"),
      spans() {
        throw new Error("the disk is gone");
      },
    };
    const [warning] = warned((onWarning) => loadSnapshot(bytes, { zones, onWarning }));
    expect(warning).toContain("this host's cannot tell `America/Vancouver`, `Asia/Kolkata`, `Europe/Lisbon`");
  });

  it("answers as the one of the runtime, trusted or not", () => {
    const zones = sourceOf(EXPECTED, "2026a");
    for (const trusted of [false, true]) {
      const snapshot = loadSnapshot(bytes, { zones, trusted });
      expect(snapshot.info).toEqual(loadAnywhere(bytes).info);
      expect(snapshot.handoff("Handoff 0").resolve({ at: NOW })).toEqual(engineOf().resolve("Handoff 0", { at: NOW }));
    }
  });

  it("is warned of as the process warns where the host says nothing else", () => {
    const emitWarning = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    loadSnapshot(bytes, { zones: sourceOf(ENACTED, "2026b") });
    expect(emitWarning).toHaveBeenCalledExactlyOnceWith(DIFFERS, { type: "SnapshotWarning", code: "W_SNAPSHOT_ZONES" });
  });

  it("is warned of on the console where there is no process", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { emitWarning } = process;
    process.emitWarning = undefined as never;
    try {
      loadSnapshot(bytes, { zones: sourceOf(ENACTED, "2026b") });
    } finally {
      process.emitWarning = emitWarning;
    }
    expect(warn).toHaveBeenCalledExactlyOnceWith(DIFFERS);
  });

  it("is compared with what this process can read where no source is given", () => {
    const { host, missing } = checkSnapshotZones(bytes);
    expect(host.version).not.toBe("table");
    expect(missing).toEqual([]);
  });
});

describe("the offsets in a snapshot", () => {
  const info = (offsets: unknown) =>
    replaced(bytes, "info", new TextEncoder().encode(JSON.stringify({ zones: { name: "", version: "" }, offsets })));
  const minute = FIRST / 60_000;

  it("are those of the zones in use, over the window", () => {
    const { offsets } = JSON.parse(new TextDecoder().decode(section(bytes, "info")));
    const lisbon = Date.parse("2026-10-25T01:00:00Z") / 60_000;
    expect(offsets).toEqual({
      "America/Vancouver": [-420, minute, -480],
      "Asia/Kolkata": [330],
      "Europe/Lisbon": [60, lisbon, 0],
    });
    expect(Object.keys(offsets)).toEqual(["America/Vancouver", "Asia/Kolkata", "Europe/Lisbon"]);
  });

  it("end where the window does: a transition at its first instant has been, one at its end is still to come", () => {
    const [from, to] = [engineOf().status().window.from / 60_000, WINDOW_END / 60_000];
    const vancouver = [
      { from: -1e8, offset: 0 },
      { from, offset: 60 },
      { from: to - 1, offset: 120 },
      { from: to, offset: 180 },
    ];
    const made = engineOf({ zones: sourceOf({ ...EXPECTED, "America/Vancouver": vancouver }, "2026a") }).snapshot();
    const { offsets } = JSON.parse(new TextDecoder().decode(section(made, "info")));
    expect(offsets["America/Vancouver"]).toEqual([60, to - 1, 120]);
    expect(() => checkSnapshotZones(made)).not.toThrow();
  });

  it.each<readonly [string, unknown]>([
    ["none at all", undefined],
    ["null", null],
    ["no list", { UTC: 0 }],
    ["an empty list", { UTC: [] }],
    ["a transition without an offset", { UTC: [0, minute] }],
    ["text", { UTC: ["0"] }],
    ["a fraction", { UTC: [0.5] }],
    ["an offset of a day", { UTC: [1440] }],
    ["a transition before the window", { UTC: [0, 1, 60] }],
    ["a transition after the window", { UTC: [0, WINDOW_END / 60_000, 60] }],
    ["transitions out of order", { UTC: [0, minute + 1, 60, minute, 0] }],
  ])("are refused where they cannot be: %s", (_, offsets) => {
    const tampered = info(offsets);
    expect(() => checkSnapshotZones(tampered)).toThrow(SnapshotError);
    expect(() => loadSnapshot(tampered)).toThrow(
      "snapshot is malformed: the offsets of its time zones are not told in JSON",
    );
    // Where there are no time zones, nobody asks.
    expect(() => loadAnywhere(tampered)).not.toThrow();
  });

  it("a damaged snapshot is refused before anything of it is read", () => {
    const damaged = bytes.with(bytes.length - 1, 1);
    for (const load of [checkSnapshotZones, loadSnapshot]) {
      expect(() => load(damaged as Uint8Array<ArrayBuffer>)).toThrow(
        expect.objectContaining({ code: "E_SNAPSHOT_CHECKSUM" }),
      );
    }
  });
});
