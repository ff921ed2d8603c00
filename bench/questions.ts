import { FLEET_NOW } from "./fleet.ts";
import { seeded } from "./random.ts";

/**
 * Questions as columns: a host makes its request when the call comes in, so it is in the cache; reading a million
 * prepared objects would measure the memory of the benchmark.
 */
export interface Questions {
  readonly count: number;
  readonly handoff: Int32Array;
  readonly at: Float64Array;
  readonly channel: Uint8Array;
  readonly language: Uint8Array;
}

export const CHANNELS: readonly (string | undefined)[] = ["voice", "chat", undefined];
export const LANGUAGES: readonly (string | undefined)[] = ["en", "es-MX", "fr-CA", "de-AT", "pt-BR", "ja", undefined];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The Tuesday after, when some zones work and others do not: on a Sunday every answer would be the same. */
const NOW = FLEET_NOW + 2 * DAY + 3 * HOUR;

/** Random handoffs, channels and languages, at random instants of the window or within the hour around now. */
export function questions(handoffs: number, count: number, when: "random" | "now", seed: number): Questions {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const asked: Questions = {
    count,
    handoff: new Int32Array(count),
    at: new Float64Array(count),
    channel: new Uint8Array(count),
    language: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    asked.handoff[i] = below(handoffs);
    asked.at[i] = Math.floor(when === "now" ? NOW + (random() - 0.5) * HOUR : FLEET_NOW + (random() * 400 - 5) * DAY);
    asked.channel[i] = below(CHANNELS.length);
    asked.language[i] = below(LANGUAGES.length);
  }
  return asked;
}
