import type { OffsetSpans, ZoneSource } from "../../src/index.ts";

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
