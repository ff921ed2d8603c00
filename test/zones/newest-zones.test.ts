import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  createEngine,
  injectedZones,
  newestZones,
  readableZones,
  runtimeZones,
  systemZones,
  ZoneDataError,
} from "../../src/index.ts";
import { mondayQueue, now } from "../problems/sample.ts";
import { fixture } from "./fixture.ts";
import { put, setEnvironment, zoneFolder } from "./zone-folder.ts";

const RUNTIME = process.versions["tz"] as string;
const NEWER = "2098a";
const FROM = Date.UTC(2026, 0, 1) / 60_000;
const TO = Date.UTC(2027, 0, 1) / 60_000;

/** A folder that this process takes for its system's, until the test is over. */
function systemFolder(version: string, files: { readonly [path: string]: string } = {}): string {
  const folder = zoneFolder({ VERSION: version, ...files });
  setEnvironment({ ZONEINFO: folder, TZDIR: undefined });
  return folder;
}

describe("the newest zones", () => {
  it.each([
    ["the system's, which are newer", NEWER, { name: "system", version: NEWER }],
    ["the system's, which are as new and cheaper to read", RUNTIME, { name: "system", version: RUNTIME }],
    ["the runtime's, for the system's are older", "2019c", { name: "runtime", version: RUNTIME }],
    ["the runtime's, for the system's do not tell", "", { name: "runtime", version: RUNTIME }],
  ])("are %s", (_, version, expected) => {
    systemFolder(version);
    const zones = newestZones();
    expect(zones).toMatchObject({ ...expected, passedOver: [] });
    expect(createEngine([mondayQueue()] as never, { now }).status().zones).toMatchObject({
      ...expected,
      passedOver: [],
    });
  });

  it("are those of the host where these are the newest or as new, and their law is its", () => {
    systemFolder(NEWER);
    const host = (version: string) => injectedZones({ version, zones: { "Asia/Qatar": fixture("Test/Next_Week") } });
    expect(newestZones([host("2098b")])).toMatchObject({ name: "injected", version: "2098b" });
    expect(newestZones([host(NEWER)]).spans("Asia/Qatar", FROM, TO).offsets).toEqual([180, 240]);
    expect(newestZones([host("2097z")]).name).toBe("system");
  });

  it("compare releases after z", () => {
    systemFolder("2098z");
    const host = (version: string) => injectedZones({ version, zones: {} });
    expect(newestZones([host("2098za")]).version).toBe("2098za");
    expect(newestZones([host("2098zb"), host("2098za")]).version).toBe("2098zb");
    expect(newestZones([host("2098y")]).version).toBe("2098z");
  });

  it("are the next where the newest are half written, and say why (row 62)", () => {
    const folder = systemFolder(NEWER, { "Europe/Berlin": "" });
    const zones = newestZones();
    const message = `time-zone data (system, ${NEWER}) is wrong about known instants, so it is corrupt, mixed of several versions, or older than 2019a: time-zone data of \`Europe/Berlin\` (${folder}/Europe/Berlin) is corrupt: it ends within a header, at byte 0`;
    expect(zones).toMatchObject({ name: "runtime", version: RUNTIME });
    expect(zones.passedOver).toEqual([{ name: "system", folder, error: expect.any(ZoneDataError) }]);
    expect(zones.passedOver?.[0]?.error).toMatchObject({ code: "E_TZDATA_CHECK", message });
    const { passedOver } = createEngine([mondayQueue()] as never, { now }).status().zones;
    expect(passedOver).toEqual([{ name: "system", folder, code: "E_TZDATA_CHECK", message }]);
  });

  it("are the next where the folder is not there that the environment names, and say so", () => {
    setEnvironment({ ZONEINFO: "/nowhere" });
    expect(newestZones()).toMatchObject({ name: "runtime", passedOver: [{ error: { code: "E_TZDATA_FOLDER" } }] });
  });

  it("are the same object for as long as nothing has changed, so that engines share what was read", () => {
    const folder = systemFolder(NEWER);
    const zones = newestZones();
    expect(newestZones()).toBe(zones);
    put(folder, "VERSION", "2098b\n");
    expect(newestZones()).toMatchObject({ name: "system", version: "2098b" });
  });

  it("read anew are chosen anew: another version, or another place", () => {
    const folder = systemFolder(NEWER, { "Asia/Qatar": "Test/Next_Week" });
    const zones = newestZones();
    expect(zones.spans("Asia/Qatar", FROM, TO).starts).toHaveLength(2);
    put(folder, "Asia/Qatar", "Test/Half_Hour");
    expect(zones.reread?.().spans("Asia/Qatar", FROM, TO).starts).toHaveLength(3);
    put(folder, "VERSION", "2098c");
    expect(zones.reread?.()).toMatchObject({ name: "system", version: "2098c" });
    put(folder, "VERSION", "2019c");
    expect(zones.reread?.()).toMatchObject({ name: "runtime", version: RUNTIME });
  });
});

describe("the sources that can be read", () => {
  it("are the system's and the runtime's", () => {
    const folder = systemFolder("2019c");
    expect(readableZones()).toMatchObject([
      { name: "system", source: { version: "2019c", folder } },
      { name: "runtime", source: { version: RUNTIME } },
    ]);
  });

  it("are told with their errors where they are broken", () => {
    const folder = systemFolder(NEWER, { "Asia/Tokyo": "" });
    expect(readableZones()).toMatchObject([
      { name: "system", folder, error: { code: "E_TZDATA_CHECK" } },
      { name: "runtime", source: { version: RUNTIME } },
    ]);
    setEnvironment({ ZONEINFO: "/nowhere" });
    expect(readableZones()[0]).toMatchObject({ name: "system", error: { code: "E_TZDATA_FOLDER" } });
  });
});

describe("a runtime whose data knows no law (row 62)", () => {
  /** In a process in which every zone is UTC, as with an override of ICU's data that holds nothing. */
  function said(script: string, environment: { readonly [name: string]: string } = {}): unknown {
    const index = fileURLToPath(new URL("../../dist/index.js", import.meta.url));
    const code = `const Format = Intl.DateTimeFormat;
      Intl.DateTimeFormat = function (locale, options) { return new Format(locale, { ...options, timeZone: "UTC" }); };
      const { createEngine, newestZones, runtimeZones } = await import(${JSON.stringify(index)});
      try { console.log(JSON.stringify(${script})); }
      catch (error) { console.log(JSON.stringify({ name: error.name, code: error.code, message: error.message })); }`;
    const env = { ...process.env, ...environment };
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      env,
      encoding: "utf8",
    });
    if (stdout === "") throw new Error(stderr.slice(-2000));
    return JSON.parse(stdout);
  }

  it("is refused when it is asked for", () => {
    expect(said("runtimeZones().version")).toMatchObject({ name: "ZoneDataError", code: "E_TZDATA_CHECK" });
  });

  it("is passed over for the system's", () => {
    const folder = zoneFolder({ VERSION: "2019c" });
    expect(said("newestZones().name", { ZONEINFO: zoneFolder({ VERSION: NEWER }) })).toBe("system");
    expect(
      said("(({ name, passedOver }) => [name, passedOver[0].name, passedOver[0].error.code])(newestZones())", {
        ZONEINFO: folder,
      }),
    ).toEqual(["system", "runtime", "E_TZDATA_CHECK"]);
  });

  it("is an error where there is nothing else: no engine, and no answer that would be wrong", () => {
    const destination = JSON.stringify([mondayQueue()]);
    const error = said(`createEngine(${destination})`, { ZONEINFO: "/nowhere" });
    expect(error).toMatchObject({ name: "ZoneDataError", code: "E_TZDATA_NONE" });
    expect((error as Error).message).toMatch(
      /^no time-zone data can be used\n {2}system: there is no folder of time-zone data at \/nowhere, which ZONEINFO names\n {2}runtime: time-zone data \(runtime, \w+\) is wrong about known instants/,
    );
  });
});

describe("the system's and the runtime's zones", () => {
  it("agree about the instants that are checked, whatever their versions", () => {
    expect(() => [systemZones(), runtimeZones()]).not.toThrow();
  });
});
