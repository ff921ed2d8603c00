import type { Temporal } from "@js-temporal/polyfill";
import { Temporal as PolyfillTemporal } from "temporal-polyfill";
import type { OffsetSpans, ZoneSource } from "../../src/index.ts";
import { temporalOn } from "../oracle/temporal-on.ts";
import { sharedReadings } from "../properties/shared-readings.ts";

/** The law of some zones as a table: of each its transitions in order, the offset in minutes from each on. */
export interface Law {
  readonly [timezone: string]: readonly Turn[];
}

export interface Turn {
  /** Epoch minute. */
  readonly from: number;
  readonly offset: number;
}

/** Long before anything that is asked. */
export const EVER = -1e8;

/** `[from, offset]`, where from is `ever` or an instant. */
export function turns(...listed: readonly (readonly [from: string, offset: string])[]): readonly Turn[] {
  return listed.map(([from, offset]) => ({
    from: from === "ever" ? EVER : Date.parse(from) / 60_000,
    offset: (offset.startsWith("-") ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))),
  }));
}

/** A law as the engine reads it. */
export function sourceOf(law: Law, version: string, name = "table"): ZoneSource {
  return {
    name,
    version,
    has: (timezone) => timezone in law,
    names: () => Object.keys(law),
    spans(timezone, from, to): OffsetSpans {
      const all = law[timezone];
      if (all === undefined) throw new RangeError(`no zone ${timezone}`);
      const first = all.findLastIndex((turn) => turn.from <= from);
      const held = all.filter((turn, i) => i >= first && turn.from < to);
      const starts = held.map((turn) => Math.max(turn.from, from));
      return { from, to, starts, offsets: held.map(({ offset }) => offset) };
    },
  };
}

/** The part of Temporal that the reference uses, its zones by the table. */
export function temporalBy(law: Law): typeof Temporal {
  const polyfill = PolyfillTemporal as unknown as typeof Temporal;
  return sharedReadings(temporalOn(polyfill, (timezone, at) => offsetAt(law, timezone, at) * 60));
}

/** In minutes: read from the last turn that has come. */
export function offsetAt(law: Law, timezone: string, at: number): number {
  let offset = Number.NaN;
  for (const turn of law[timezone] ?? []) if (turn.from * 60_000 <= at) offset = turn.offset;
  return offset;
}

export function offsetText(minutes: number): string {
  const absolute = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
}
