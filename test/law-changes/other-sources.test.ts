import { describe, expect, it } from "vitest";
import { ZoneDataError } from "../../src/index.ts";
import { sourceOf } from "./law.ts";
import { DAY, ENACTED, EXPECTED, engineOf, NOW, SAMPLE } from "./sample.ts";

const FIRST = Date.parse("2026-11-01T09:00:00Z");
const NOTHING = { folder: undefined, missing: [], zones: [], queues: [], error: undefined };

describe("engine.zones()", () => {
  it("tells what serves, which zones are in use, and of each other source what differs", () => {
    const engine = engineOf();
    const { "Asia/Kolkata": gone, ...few } = ENACTED;
    expect(gone).toBeDefined();
    const report = engine.zones([
      sourceOf(EXPECTED, "2026a", "same"),
      { name: "folder", source: { ...sourceOf(few, "2026b", "folder"), folder: "/zones" } },
      { name: "system", folder: "/elsewhere", error: new ZoneDataError("E_TZDATA_CHECK", "half written") },
    ]);
    expect(report.serving).toEqual({ name: "table", version: "2026a" });
    expect(report.window).toEqual(engine.status().window);
    expect(report.inUse).toEqual(["America/Vancouver", "Asia/Kolkata", "Europe/Lisbon"]);
    expect(report.others).toEqual([
      { ...NOTHING, name: "same", version: "2026a" },
      {
        ...NOTHING,
        name: "folder",
        version: "2026b",
        folder: "/zones",
        missing: ["Asia/Kolkata"],
        zones: engine.zones([sourceOf(ENACTED, "2026b")]).others[0]?.zones,
        queues: engine.zones([sourceOf(ENACTED, "2026b")]).others[0]?.queues,
      },
      {
        ...NOTHING,
        name: "system",
        version: "unknown",
        folder: "/elsewhere",
        error: { code: "E_TZDATA_CHECK", message: "half written" },
      },
    ]);
    expect(report.others[1]?.zones).toMatchObject([{ timezone: "America/Vancouver", first: FIRST }]);
    expect(JSON.parse(JSON.stringify(report.others[1]))).toEqual({ ...report.others[1], error: undefined });
  });

  it("lists intervals and dates of the queues that move, the Mondays to Fridays that are left of the window", () => {
    const [other] = engineOf().zones([sourceOf(ENACTED, "2026b")]).others;
    const [west, ...rest] = other?.queues ?? [];
    expect(rest).toEqual([]);
    expect(west?.dates.slice(0, 3)).toEqual(["2026-11-02", "2026-11-03", "2026-11-04"]);
    expect(west?.dates).toHaveLength(35);
    const monday = Date.parse("2026-11-02T00:00:00Z");
    const hour = 3_600_000;
    expect(west?.intervals.slice(0, 3)).toEqual([
      { start: monday + 16 * hour, end: monday + 17 * hour, open: true },
      { start: monday + 24 * hour, end: monday + 25 * hour, open: false },
      { start: monday + DAY + 16 * hour, end: monday + DAY + 17 * hour, open: true },
    ]);
    expect(west?.intervals).toHaveLength(70);
  });

  it("lists a source that cannot be read with its error, and goes on", () => {
    const broken = {
      ...sourceOf(ENACTED, "2026b", "broken"),
      spans() {
        throw new Error("the disk is gone");
      },
    };
    const report = engineOf().zones([broken, sourceOf(ENACTED, "2026b")]);
    const message = "time-zone data (broken, 2026b) cannot be read: the disk is gone";
    expect(report.others).toMatchObject([
      { name: "broken", version: "2026b", zones: [], queues: [], error: { code: "E_TZDATA_READ", message } },
      { name: "table", zones: [{}], error: undefined },
    ]);
  });

  it("forgets the zones of queues that a replace took away", () => {
    const engine = engineOf();
    engine.replace({ ...SAMPLE, handoffs: SAMPLE.handoffs.slice(1) });
    engine.replace({ ...engine.configuration, handoffs: engine.configuration.handoffs.slice(0, 1) });
    expect(engine.zones([]).inUse).toEqual(["America/Vancouver", "Europe/Lisbon"]);
    expect(engine.zones([]).others).toEqual([]);
  });

  it("compares with all that this process can read where nothing is given; what serves is left as it is", () => {
    const engine = engineOf({ zones: sourceOf(EXPECTED, "2026a") });
    const before = engine.status();
    const { others } = engine.zones();
    expect(others.map(({ name }) => name)).toContain("runtime");
    for (const { error } of others) expect(error).toBeUndefined();
    expect(engine.status()).toEqual(before);
    expect(engine.status().window.from).toBe(Math.floor(NOW / DAY) * DAY - 3 * DAY);
  });
});
