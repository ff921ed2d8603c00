import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Temporal } from "@js-temporal/polyfill";
import { runtimeZones, systemZones, type ZoneSource } from "../../src/index.ts";
import { cachedZones } from "../../src/time/cached-zones.ts";
import { temporalOn } from "../oracle/temporal-on.ts";
import { offsetBy, type ZdumpZone, zdump } from "../oracle/zdump.ts";

/** HANDOFF_ZONES=system: the engine reads the operating system's data, and the oracles what zdump says of it. */
export const ON_SYSTEM: boolean = process.env["HANDOFF_ZONES"] === "system";

/** Beyond all instants of a scenario. */
const END_YEAR = 2101;

/** The data that the oracles read as well; one cache, or each engine reads anew. */
export const ZONES: ZoneSource = cachedZones(ON_SYSTEM ? systemZones() : runtimeZones());

console.log(`zones: ${ZONES.name} ${ZONES.version}`);

/** Temporal, with the wall clocks of the data that the engine reads. */
export function temporalOfGround(temporal: typeof Temporal): typeof Temporal {
  if (!ON_SYSTEM) return temporal;
  return temporalOn(temporal, (timezone, at) => offsetBy(zdumpOf(timezone), at / 1000));
}

/** By zdump: the first transition of a zone after an instant, undefined when there is none. */
export function systemTransitionAfter(timezone: string, at: number): number | undefined {
  let { initial: offset } = zdumpOf(timezone);
  for (const reading of zdumpOf(timezone).readings) {
    if (reading.at * 1000 > at && reading.offset !== offset) return reading.at * 1000;
    offset = reading.offset;
  }
  return undefined;
}

/** Whether zdump can read it under its own name: distributions leave out links. */
export function isOfGround(timezone: string): boolean {
  return ON_SYSTEM ? existsSync(join(ZONES.folder ?? "", timezone)) : ZONES.has(timezone);
}

const read = new Map<string, ZdumpZone>();

function zdumpOf(timezone: string): ZdumpZone {
  const known = read.get(timezone);
  if (known !== undefined) return known;
  const zone = zdump(ZONES.folder ?? "", [timezone], 1971, END_YEAR).get(timezone) as ZdumpZone;
  read.set(timezone, zone);
  return zone;
}
