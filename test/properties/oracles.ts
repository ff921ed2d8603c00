import { Temporal as JsTemporal } from "@js-temporal/polyfill";
import { Temporal as PolyfillTemporal } from "temporal-polyfill";
import { temporalOfGround } from "./ground.ts";
import { sharedReadings } from "./shared-readings.ts";

/** The law on one implementation of Temporal. */
export interface Oracle {
  readonly library: string;
  readonly temporal: typeof JsTemporal;
}

export const JS_TEMPORAL: Oracle = {
  library: "@js-temporal/polyfill",
  temporal: sharedReadings(temporalOfGround(JsTemporal)),
};

export const TEMPORAL_POLYFILL: Oracle = {
  library: "temporal-polyfill",
  temporal: sharedReadings(temporalOfGround(PolyfillTemporal as unknown as typeof JsTemporal)),
};
