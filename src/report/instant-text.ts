import { quote, quoteName } from "../config/quote.ts";
import { timezoneProblems } from "../config/timezone.ts";
import { FIRST_INSTANT, formatInstant, isInstant, MS_PER_MINUTE } from "../time/instant.ts";
import type { ZoneSource } from "../time/zone.ts";
import { civilMs, instantsAt } from "./civil-instants.ts";

const INSTANT = /^(.{16}(?::\d{2}(?:\.\d{3})?)?)(?:Z|([+-])(0\d|1[0-4]):([0-5]\d))$/;
const ZONED = /^([^[\]]+)\[([^[\]]+)\]$/;

/** Every message about the text of an instant. Arguments come quoted. */
export const INSTANT_TEXTS = {
  E_INSTANT: (value: string): string =>
    `${value} is not an instant; write it with its offset, 2026-12-24T18:00:00-05:00, or as civil time with its zone, ` +
    "2026-12-24T18:00[America/New_York]",
  E_INSTANT_EARLY: (value: string): string =>
    `${value} is out of range; answers begin at ${formatInstant(FIRST_INSTANT)}, from when on offsets are whole minutes`,
  E_INSTANT_ZONE: (message: string): string => message,
  E_INSTANT_GAP: (value: string, zone: string): string => `${value} is never shown: the clock of ${zone} skips it`,
  E_INSTANT_FOLD: (value: string, zone: string, instants: string): string =>
    `${value} is shown twice by the clock of ${zone}; write ${instants}`,
} as const;

export type ReadInstant =
  | { readonly at: number; readonly code?: undefined }
  | { readonly at?: undefined; readonly code: keyof typeof INSTANT_TEXTS; readonly message: string };

/** Reads an instant with its offset, or a civil time with its zone that is exactly one instant. */
export function parseInstant(text: string, zones: ZoneSource): ReadInstant {
  const [, civil = "", zone] = ZONED.exec(text) ?? [];
  const read = zone === undefined ? readOffset(text) : readZoned(text, civil, zone, zones);
  if (read.at === undefined || isInstant(read.at)) return read;
  return wrong("E_INSTANT_EARLY", quote(text));
}

function readOffset(text: string): ReadInstant {
  const [, civil = "", sign, hours, minutes] = INSTANT.exec(text) ?? [];
  const shown = civilMs(civil);
  if (shown === undefined) return wrong("E_INSTANT", quote(text));
  const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return { at: shown - offset * MS_PER_MINUTE };
}

function readZoned(text: string, civil: string, timezone: string, zones: ZoneSource): ReadInstant {
  const shown = civilMs(civil);
  if (shown === undefined) return wrong("E_INSTANT", quote(text));
  const [problem] = timezoneProblems("", timezone, zones).filter(({ severity }) => severity === "error");
  if (problem !== undefined) return wrong("E_INSTANT_ZONE", problem.message);
  const [at, second] = instantsAt(zones, timezone, shown);
  if (at === undefined) {
    if (!isInstant(shown)) return wrong("E_INSTANT_EARLY", quote(text));
    return wrong("E_INSTANT_GAP", quote(civil), quoteName(timezone));
  }
  if (second === undefined) return { at };
  const both = [at, second].map((instant) => withOffset(shown, instant)).join(" or ");
  return wrong("E_INSTANT_FOLD", quote(civil), quoteName(timezone), both);
}

/** `2026-11-01T01:30:00-04:00`. */
function withOffset(shown: number, at: number): string {
  const offset = (shown - at) / MS_PER_MINUTE;
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const two = (number: number) => String(number).padStart(2, "0");
  return formatInstant(shown).replace("Z", `${offset < 0 ? "-" : "+"}${two(hours)}:${two(minutes)}`);
}

function wrong<Code extends keyof typeof INSTANT_TEXTS>(
  code: Code,
  ...args: Parameters<(typeof INSTANT_TEXTS)[Code]>
): ReadInstant {
  const message = INSTANT_TEXTS[code] as (...args: readonly string[]) => string;
  return { code, message: message(...args) };
}
