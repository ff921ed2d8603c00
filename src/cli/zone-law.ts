import { newestZones, type ZoneSource } from "../index.ts";

/** The time-zone law that every command goes by. */
export const ZONES: ZoneSource = newestZones();
