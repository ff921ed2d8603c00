import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, createEngine, systemZones, validate, ZoneDataError } from "../../src/index.ts";
import { mondayQueue, now } from "../problems/sample.ts";
import { fixture } from "./fixture.ts";
import { put, setEnvironment, zoneFolder } from "./zone-folder.ts";

const minute = (text: string): number => Date.parse(text) / 60_000;
const FROM = minute("2026-01-01T00:00Z");
const TO = minute("2027-01-01T00:00Z");

/** What a call throws, as `code: message`. */
function thrown(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof ZoneDataError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "nothing";
}

describe("a folder of zones", () => {
  it("tells its kind, its place and its version", () => {
    const folder = zoneFolder({ "tzdata.zi": "# version 2026f\nR d 1916 o - Jun 14 23s 1 S\n" });
    expect(systemZones(folder)).toMatchObject({ name: "folder", version: "2026f", folder });
  });

  it.each([
    [{ "tzdata.zi": "# version 2027a-3-gabcdef0-dirty\n" }, "2027a-3-gabcdef0-dirty"],
    [{ "+VERSION": "2025b\n" }, "2025b"],
    [{ VERSION: "2019c" }, "2019c"],
    [{ "tzdata.zi": "# redo posix_only\n", "+VERSION": "2024a\n" }, "2024a"],
    [{ "tzdata.zi": "", "+VERSION": "none" }, "unknown"],
    [{}, "unknown"],
  ])("%j is version %s", (files, version) => {
    expect(systemZones(zoneFolder(files)).version).toBe(version);
  });

  it("is where the environment says, by either variable", () => {
    const [one, other] = [zoneFolder({ VERSION: "2031a" }), zoneFolder({ VERSION: "2032a" })];
    setEnvironment({ ZONEINFO: undefined, TZDIR: other });
    expect(systemZones()).toMatchObject({ name: "system", version: "2032a", folder: other });
    setEnvironment({ ZONEINFO: one });
    expect(systemZones()).toMatchObject({ name: "system", version: "2031a", folder: one });
    setEnvironment({ ZONEINFO: "" });
    expect(systemZones().version).toBe("2032a");
  });

  it("that is not there is an error with its name, and the variable's (row 62)", () => {
    const folder = join(zoneFolder(), "nowhere");
    expect(thrown(() => systemZones(folder))).toBe(
      `E_TZDATA_FOLDER: there is no folder of time-zone data at ${folder}`,
    );
    setEnvironment({ ZONEINFO: folder });
    const named = `E_TZDATA_FOLDER: there is no folder of time-zone data at ${folder}, which ZONEINFO names`;
    expect(thrown(() => systemZones())).toBe(named);
    const file = join(zoneFolder({ VERSION: "2026f" }), "VERSION");
    expect(thrown(() => systemZones(file))).toMatch(/^E_TZDATA_FOLDER: /);
  });

  it("has deprecated links by the law of their targets where they were left out", () => {
    const zones = systemZones(zoneFolder());
    expect(zones.names()).toContain("US/Eastern");
    expect(zones.spans("US/Eastern", FROM, TO)).toEqual(zones.spans("America/New_York", FROM, TO));
    expect(zones.spans("EST5EDT", FROM, TO)).toEqual(zones.spans("America/New_York", FROM, TO));
    expect(zones.has("US/Central")).toBe(false);
  });

  it("has zones of its own list that IANA's list here is too old for, and only if it is newer", () => {
    const list =
      "# version 2199a\nR Mars 2100 o - Ja 1 0 0 -\nZ Mars/Olympus 0 - UTC\nL Mars/Olympus Mars/Link\nZ ../../etc/passwd 0 - X\n";
    const files = {
      "tzdata.zi": list,
      "Mars/Olympus": "Test/Next_Week",
      "Mars/Link": "Test/Next_Week",
      "Mars/Else": "Test/Fat",
    };
    const zones = systemZones(zoneFolder(files));
    expect(zones.names().filter((name) => name.startsWith("Mars"))).toEqual(["Mars/Olympus", "Mars/Link"]);
    expect(zones.has("Mars/Else")).toBe(false);
    expect(zones.has("../../etc/passwd")).toBe(false);
    expect(zones.spans("Mars/Olympus", FROM, TO).offsets).toEqual([180, 240]);
    expect(validate([mondayQueue({ timezone: "Mars/Olympus" })], { now, zones })).toEqual([]);

    const older = systemZones(zoneFolder({ ...files, "tzdata.zi": list.replace("2199a", "2020a") }));
    expect(older.has("Mars/Olympus")).toBe(false);
    const [problem] = validate([mondayQueue({ timezone: "Mars/Olympus" })], { now, zones: older });
    expect(problem?.code).toBe("E_TZ");
  });

  it.each([
    "../../etc/passwd",
    "America/../../etc/passwd",
    "/etc/passwd",
    "America/New_York/",
    "America//New_York",
    "America/New_York\0",
    "america/new_york",
    "America",
    "",
    ".",
    "tzdata.zi",
    "localtime",
    "posixrules",
    "Factory",
    "right/UTC",
    "__proto__",
    "BST",
  ])("%j is no zone of it, whatever lies there (row 51)", (name) => {
    const zones = systemZones(zoneFolder({ "tzdata.zi": "# version 2199a\n", localtime: "Test/Fat", BST: "Test/Fat" }));
    expect(zones.has(name)).toBe(false);
    expect(thrown(() => zones.spans(name, FROM, TO))).toBe(
      `E_TZDATA_UNKNOWN: ${zones.folder} has no time zone \`${name}\``,
    );
  });
});

describe("a zone of a folder", () => {
  it("that is corrupt is a problem of the queue that has it, with file and reason, and no queue is closed for it", () => {
    const folder = zoneFolder({ VERSION: "2026f", "Asia/Seoul": fixture("Test/Fat").subarray(0, 100) });
    const zones = systemZones(folder);
    const reason = `time-zone data of \`Asia/Seoul\` (${folder}/Asia/Seoul) is corrupt: its counts ask for 441 bytes, it has 100`;
    expect(zones.has("Asia/Seoul")).toBe(true);
    expect(zones.fault?.("Asia/Seoul")).toBe(reason);
    expect(zones.fault?.("Asia/Tokyo")).toBeUndefined();
    expect(thrown(() => zones.spans("Asia/Seoul", FROM, TO))).toBe(`E_TZDATA_ZONE: ${reason}`);
    const destination = [mondayQueue({ timezone: "Asia/Seoul" })];
    expect(validate(destination, { now, zones })).toMatchObject([
      {
        code: "E_TZ_DATA",
        pointer: "/0/timezone",
        message: `"Asia/Seoul" cannot be read from the time-zone data in use (folder, 2026f): ${reason}; install that data anew, or have the engine read it anew: \`refreshZones()\``,
      },
    ]);
    expect(() => createEngine(destination as never, { now, zones })).toThrow(ConfigError);
  });

  it("that was repaired is read", () => {
    const folder = zoneFolder({ "Asia/Seoul": "" });
    const zones = systemZones(folder);
    expect(zones.fault?.("Asia/Seoul")).toContain("it ends within a header, at byte 0");
    put(folder, "Asia/Seoul", "Test/Fat");
    expect(zones.fault?.("Asia/Seoul")).toBeUndefined();
  });

  it("is no pipe, which would be waited for, and no folder (row 117)", () => {
    const folder = zoneFolder({ "Asia/Seoul/file": "" });
    execFileSync("mkfifo", [join(folder, "Asia/Dhaka"), join(folder, "tzdata.zi")]);
    symlinkSync("/dev/zero", join(folder, "Asia/Dili"));
    const zones = systemZones(folder);
    expect(zones.version).toBe("unknown");
    for (const name of ["Asia/Seoul", "Asia/Dhaka", "Asia/Dili"]) expect(zones.has(name), name).toBe(false);
  });

  it("is a file of a bounded size", () => {
    const folder = zoneFolder({ "Asia/Seoul": new Uint8Array(1 << 20) });
    expect(systemZones(folder).fault?.("Asia/Seoul")).toContain("it has more than 65536 bytes");
  });
});

describe("a folder that changes under a source", () => {
  it("leaves the zones that it has read as they are, and lets no other version in; read anew, it is the other", () => {
    const folder = zoneFolder({ "tzdata.zi": "# version 2026e\n", "Asia/Qatar": "Test/Next_Week" });
    const zones = systemZones(folder);
    const before = zones.spans("Asia/Qatar", FROM, TO);
    put(folder, "Asia/Qatar", "Test/Half_Hour");
    put(folder, "Asia/Seoul", "Test/Half_Hour");
    rmSync(join(folder, "tzdata.zi"));
    writeFileSync(join(folder, "tzdata.zi"), "# version 2026f \n");
    expect(zones.spans("Asia/Qatar", FROM, TO)).toEqual(before);
    expect(thrown(() => zones.spans("Asia/Seoul", FROM, TO))).toBe(
      `E_TZDATA_CHANGED: the time-zone data in ${folder} is no longer the 2026e that was opened: open it anew`,
    );
    const anew = zones.reread?.();
    expect(anew).toMatchObject({ name: "folder", version: "2026f", folder });
    expect(anew?.spans("Asia/Qatar", FROM, TO).starts).toHaveLength(3);
    expect(anew?.has("Asia/Seoul")).toBe(true);
  });

  it("is an error when it is read anew and gone", () => {
    const folder = zoneFolder();
    const zones = systemZones(folder);
    rmSync(folder, { recursive: true });
    expect(thrown(() => zones.reread?.())).toBe(`E_TZDATA_FOLDER: there is no folder of time-zone data at ${folder}`);
  });
});

describe("the self-check", () => {
  const WRONG =
    "E_TZDATA_CHECK: time-zone data (folder, 2026f) is wrong about known instants, so it is corrupt, mixed of several versions, or older than 2019a: ";

  it.each([
    ["one zone of it is missing", { "Asia/Tokyo": undefined }, "`Asia/Tokyo` is missing"],
    [
      "one zone of it is another's",
      { "America/New_York": "Test/Next_Week" },
      "`America/New_York` at 2007-03-11T06:59:00Z is UTC+03:00, not UTC-05:00; `America/New_York` at 2007-03-11T07:00:00Z is UTC+03:00, not UTC-04:00",
    ],
    [
      "one of its files was half written",
      { "Pacific/Apia": fixture("Test/Fat").subarray(0, 60) },
      "time-zone data of `Pacific/Apia` (FOLDER/Pacific/Apia) is corrupt: its counts ask for 441 bytes, it has 60",
    ],
    [
      "most of it is not there yet",
      Object.fromEntries(["America", "Asia", "Australia"].map((area) => [area, undefined])),
      "`America/New_York` is missing; `America/Los_Angeles` is missing; `America/St_Johns` is missing; and 8 more",
    ],
  ])("refuses a folder when %s (row 62)", (_, files, reason) => {
    const folder = zoneFolder({ VERSION: "2026f" });
    for (const [path, content] of Object.entries(files)) {
      if (content === undefined) rmSync(join(folder, path), { recursive: true });
      else put(folder, path, content);
    }
    expect(thrown(() => systemZones(folder)).replaceAll(folder, "FOLDER")).toBe(`${WRONG}${reason}`);
  });

  it("refuses an empty folder", () => {
    const folder = zoneFolder({ VERSION: "2026f" });
    for (const area of ["Africa", "America", "Asia", "Australia", "Europe", "Pacific"])
      rmSync(join(folder, area), { recursive: true });
    expect(thrown(() => systemZones(folder))).toBe(
      `${WRONG}\`America/New_York\` is missing; \`America/Los_Angeles\` is missing; \`America/St_Johns\` is missing; and 14 more`,
    );
  });
});
