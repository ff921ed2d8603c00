import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type OffsetSpans, runtimeZones, systemZones } from "../../src/index.ts";
import { ianaNames } from "../../src/time/iana.ts";
import { offsetBy, type ZdumpZone, zdump } from "../oracle/zdump.ts";

const FROM = Date.UTC(1972, 0, 8) / 60_000;
const TO = Date.UTC(2038, 0, 1) / 60_000;
const HOURS_FROM = Date.UTC(2024, 0, 1) / 60_000;
const HOURS = ((Date.UTC(2034, 0, 1) - Date.UTC(2024, 0, 1)) / 3_600_000) | 0;

const MONTH = 30 * 1440;

const system = systemZones();
const folder = system.folder as string;
/** What the folder has beside zones: copies of it, with leap seconds or without, and what is no place's name. */
const NO_ZONES = ["posix", "right", "localtime", "posixrules", "Factory"];

const files = zoneFiles("");
const zdumped = zdump(folder, files, 1972, 2038);
const spansOf = new Map(files.map((timezone) => [timezone, system.spans(timezone, FROM, TO)]));

console.log(`${files.length} zones of ${folder}, ${system.version}; the runtime has ${runtimeZones().version}`);

function zoneFiles(path: string): readonly string[] {
  const names = readdirSync(join(folder, path)).filter((name) => path !== "" || !NO_ZONES.includes(name));
  return names
    .map((name) => (path === "" ? name : `${path}/${name}`))
    .flatMap((name) => (statSync(join(folder, name)).isDirectory() ? zoneFiles(name) : isTzif(name) ? [name] : []));
}

function isTzif(name: string): boolean {
  const file = openSync(join(folder, name), "r");
  const magic = Buffer.alloc(4);
  readSync(file, magic, 0, 4, 0);
  closeSync(file);
  return magic.toString("latin1") === "TZif";
}

/** Walks the spans: asked with ascending minutes. */
function walk({ starts, offsets }: OffsetSpans): (minute: number) => number {
  let i = 0;
  return (minute) => {
    while (i + 1 < starts.length && (starts[i + 1] as number) <= minute) i++;
    return offsets[i] as number;
  };
}

describe("each zone of the system", () => {
  it("is in the source, and no other: none is skipped", () => {
    const own = system.names().filter((name) => ianaNames().get(name.toLowerCase())?.instead === undefined);
    expect(files.filter((name) => !system.has(name))).toEqual([]);
    expect(own.filter((name) => !files.includes(name))).toEqual([]);
    const current = [...ianaNames().values()].filter(({ status }) => status === "current");
    expect(current.filter(({ name, since = "" }) => !files.includes(name) && since <= system.version)).toEqual([]);
    expect(current.length).toBeGreaterThan(400);
  });

  it("has the transitions of zdump, from 1972-01-08 to 2037, and no others", () => {
    let transitions = 0;
    for (const timezone of files) {
      const { initial, readings } = zdumped.get(timezone) as ZdumpZone;
      const offsets = [initial, ...readings.map(({ offset }) => offset)];
      const turns = readings.filter(({ at, offset }, i) => at > FROM * 60 && offset !== offsets[i]).map(({ at }) => at);
      const { starts } = spansOf.get(timezone) as OffsetSpans;
      expect(
        starts.slice(1).map((start) => start * 60),
        timezone,
      ).toEqual(turns);
      transitions += turns.length;
    }
    console.log(`${transitions} transitions`);
    expect(transitions).toBeGreaterThan(25_000);
  });

  it("has the offsets of zdump a second before each transition, at it and a second after", () => {
    for (const timezone of files) {
      const zone = zdumped.get(timezone) as ZdumpZone;
      const offsetAt = walk(spansOf.get(timezone) as OffsetSpans);
      for (const { at } of zone.readings) {
        // Readings come in pairs, of a transition and the second before it.
        const second = at % 60 === 0 ? at + 1 : at;
        if (second < FROM * 60) continue;
        for (const each of at % 60 === 0 ? [at, second] : [at]) {
          if (offsetAt(Math.floor(each / 60)) * 60 !== offsetBy(zone, each)) {
            throw new Error(`${timezone} at ${new Date(each * 1000).toISOString()}`);
          }
        }
      }
    }
  });

  it("has the offset of zdump at every hour of ten years", () => {
    let compared = 0;
    for (const timezone of files) {
      const { initial, readings } = zdumped.get(timezone) as ZdumpZone;
      const offsetAt = walk(spansOf.get(timezone) as OffsetSpans);
      let next = 0;
      let offset = initial;
      for (let hour = 0; hour < HOURS; hour++, compared++) {
        const minute = HOURS_FROM + hour * 60;
        for (; (readings[next]?.at ?? Number.POSITIVE_INFINITY) <= minute * 60; next++)
          offset = readings[next]?.offset ?? 0;
        if (offsetAt(minute) * 60 !== offset)
          throw new Error(`${timezone} at ${new Date(minute * 60_000).toISOString()}`);
      }
    }
    expect(compared).toBe(files.length * HOURS);
  });

  it("is the runtime's where both have one version; of two versions, nearly all are", () => {
    const runtime = runtimeZones();
    // Builds of one version differ in legacy names: some keep the zones that these were before 2024b made links of them.
    const isLegacy = (timezone: string) => ianaNames().get(timezone.toLowerCase())?.status === "legacy";
    const shared = files.filter((timezone) => runtime.has(timezone) && !isLegacy(timezone));
    const differing = shared.filter((timezone) => {
      const { starts, offsets } = spansOf.get(timezone) as OffsetSpans;
      return starts.some((start, i) => {
        const end = starts[i + 1] ?? TO;
        const monthly = Array.from({ length: Math.ceil((end - start) / MONTH) }, (_, month) => start + month * MONTH);
        return [...monthly, end - 1].some((minute) => temporalOffset(timezone, minute) !== offsets[i]);
      });
    });
    console.log(`differ between ${system.version} and ${runtime.version}: ${differing.join(" ") || "none"}`);
    expect(shared.length).toBeGreaterThan(400);
    expect(differing.length).toBeLessThanOrEqual(system.version === runtime.version ? 0 : shared.length / 10);
  }, 300_000);
});

function temporalOffset(timezone: string, minute: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(timezone);
  return zoned.offsetNanoseconds / 60e9;
}
