import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  createEngine,
  injectedZones,
  type OffsetSpans,
  systemZones,
  validate,
  ZoneDataError,
} from "../../src/index.ts";
import { mondayQueue, now } from "../problems/sample.ts";
import { fixture } from "./fixture.ts";

const minute = (text: string): number => Date.parse(text) / 60_000;
const FROM = minute("2025-01-01T00:00Z");
const TO = minute("2029-01-01T00:00Z");
const TURN = minute("2026-12-03T23:00Z");

const table: OffsetSpans = { from: FROM, to: TO, starts: [FROM, TURN], offsets: [180, 240] };
const tableSource = (changed: Partial<OffsetSpans> = {}) =>
  injectedZones({ version: "2026f", zones: { "Asia/Qatar": { ...table, ...changed } } });

function thrown(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof ZoneDataError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "nothing";
}

describe("zones that the host gives", () => {
  it("have the names, the name and the version that it gives", () => {
    const zones = injectedZones({ version: "2026f", name: "image", zones: { "Asia/Qatar": table } });
    expect(zones).toMatchObject({ name: "image", version: "2026f" });
    expect(zones.names()).toEqual(["Asia/Qatar"]);
    expect(["Asia/Qatar", "Asia/Tokyo", "__proto__", "toString"].map((name) => zones.has(name))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(thrown(() => zones.spans("toString", FROM, TO))).toBe(
      "E_TZDATA_UNKNOWN: the zones of the host have no time zone `toString`",
    );
  });

  it("say the same, as a file and as a table", () => {
    const file = injectedZones({ version: "2026f", zones: { "Asia/Qatar": fixture("Test/Next_Week") } });
    expect(file.spans("Asia/Qatar", FROM, TO)).toEqual(tableSource().spans("Asia/Qatar", FROM, TO));
    expect(file.spans("Asia/Qatar", TURN, TO)).toEqual({ from: TURN, to: TO, starts: [TURN], offsets: [240] });
  });

  it("serve an engine, which opens and closes by them", () => {
    const queue = {
      ...mondayQueue({ timezone: "Asia/Qatar" }),
      weekly_hours: { mon: [{ start: "09:00", end: "17:00" }] },
    };
    const window = { pastDays: 7, aheadDays: 30 };
    const engine = createEngine([queue] as never, { now, window, zones: tableSource() });
    const handoff = engine.handoff("default");
    const openings = handoff.intervals().map(({ start }) => new Date(start).toISOString());
    expect(openings.slice(0, 3)).toEqual([
      "2026-11-23T06:00:00.000Z",
      "2026-11-30T06:00:00.000Z",
      "2026-12-07T05:00:00.000Z",
    ]);
  });

  it("are not changed by what the host does with its data afterwards", () => {
    const bytes = fixture("Test/Next_Week");
    const mine = { from: FROM, to: TO, starts: [FROM], offsets: [0] };
    const zones = injectedZones({ version: "2026f", zones: { "Asia/Qatar": bytes, "Asia/Kuwait": mine } });
    bytes.fill(0);
    mine.offsets[0] = 60;
    expect(zones.spans("Asia/Qatar", FROM, TO).offsets).toEqual([180, 240]);
    expect(zones.spans("Asia/Kuwait", FROM, TO).offsets).toEqual([0]);
  });

  it("may be what a host keeps in memory of a folder", () => {
    const system = systemZones();
    const names = ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe"];
    const zones = injectedZones({
      version: system.version,
      zones: Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(`${system.folder}/${name}`))])),
    });
    for (const name of names) expect(zones.spans(name, FROM, TO)).toEqual(system.spans(name, FROM, TO));
    const [problem] = validate([mondayQueue({ timezone: "Asia/Tokyo" })], { now, zones });
    expect(problem).toMatchObject({ code: "E_TZ_DATA" });
  });

  it("are refused where they do not reach, with what they hold and what was asked", () => {
    expect(thrown(() => tableSource().spans("Asia/Qatar", FROM, TO + 1))).toBe(
      "E_TZDATA_RANGE: time-zone data of `Asia/Qatar` holds 2025-01-01T00:00:00Z to 2029-01-01T00:00:00Z, and was asked for 2025-01-01T00:00:00Z to 2029-01-01T00:01:00Z",
    );
    expect(thrown(() => tableSource().spans("Asia/Qatar", FROM - 1, TO))).toMatch(/^E_TZDATA_RANGE: /);
    const queue = mondayQueue({ timezone: "Asia/Qatar" });
    expect(
      thrown(() => createEngine([queue] as never, { now, window: { aheadDays: 1000 }, zones: tableSource() })),
    ).toMatch(/^E_TZDATA_RANGE: time-zone data of `Asia\/Qatar` holds /);
  });

  it.each<[what: string, changed: Partial<OffsetSpans>, reason: string]>([
    ["no span", { starts: [], offsets: [] }, "each span has one start and one offset"],
    ["a span without an offset", { offsets: [180] }, "each span has one start and one offset"],
    ["another beginning", { from: FROM - 1 }, "its first span does not begin where it begins"],
    ["spans that go back", { starts: [FROM, FROM] }, "its starts do not ascend to its end"],
    ["a span at its end", { to: TURN }, "its starts do not ascend to its end"],
    ["half minutes", { starts: [FROM, TURN + 0.5] }, "its starts are no whole minutes"],
    ["seconds in offsets", { offsets: [180, 240.5] }, "its offsets are no whole minutes below 26 hours"],
    ["milliseconds for minutes", { offsets: [180, 14_400_000] }, "its offsets are no whole minutes below 26 hours"],
    ["NaN", { offsets: [180, Number.NaN] }, "its offsets are no whole minutes below 26 hours"],
    ["a span that is none", { offsets: [180, 180] }, "two of its spans that touch are equal"],
  ])("are refused with %s in a table", (_, changed, reason) => {
    expect(thrown(() => tableSource(changed))).toBe(
      `E_TZDATA_ZONE: time-zone data of \`Asia/Qatar\` is corrupt: ${reason}`,
    );
  });

  it.each([null, 5, "TZif", {}, new ArrayBuffer(44)])("are refused when one is %s", (data) => {
    const given = { version: "2026f", zones: { "Asia/Qatar": data as never } };
    expect(thrown(() => injectedZones(given))).toBe(
      "E_TZDATA_ZONE: time-zone data of `Asia/Qatar` is corrupt: it is neither a Uint8Array of a TZif file nor a table of offset spans",
    );
  });

  it("are refused when a file of them is corrupt, or another's", () => {
    const cut = fixture("Test/Next_Week").subarray(0, 50);
    expect(thrown(() => injectedZones({ version: "2026f", zones: { "Asia/Qatar": cut } }))).toBe(
      "E_TZDATA_ZONE: time-zone data of `Asia/Qatar` is corrupt: its counts ask for 51 bytes, it has 50",
    );
    expect(thrown(() => injectedZones({ version: "2026f", zones: { "Asia/Tokyo": fixture("Test/Next_Week") } }))).toBe(
      "E_TZDATA_CHECK: time-zone data (injected, 2026f) is wrong about known instants, so it is corrupt, mixed of several versions, or older than 2019a: `Asia/Tokyo` at 2010-06-30T23:59:00Z is UTC+03:00, not UTC+09:00; `Asia/Tokyo` at 2010-07-01T00:00:00Z is UTC+03:00, not UTC+09:00",
    );
  });
});
