import { type OffsetStretch, offsetStretches } from "./civil-spans.ts";
import type { WeekStretch } from "./coverage-types.ts";
import type { Meaning } from "./meaning.ts";
import type { Range } from "./range.ts";
import type { Stretch } from "./stretch.ts";
import { weekMinutes, weekStretches } from "./week-stretches.ts";

/** Civil weeks of a range, each zone read once. */
export class Weeks {
  readonly #engine: Meaning;
  readonly #range: Range;
  readonly #known = new Map<string, { readonly offsets: readonly OffsetStretch[]; readonly shown: Int32Array }>();

  constructor(engine: Meaning, range: Range) {
    this.#engine = engine;
    this.#range = range;
  }

  of(unserved: readonly Stretch[], timezone: string): readonly WeekStretch[] {
    const { offsets, shown } = this.#known.get(timezone) ?? this.#read(timezone);
    return weekStretches(weekMinutes(unserved, offsets), shown);
  }

  #read(timezone: string) {
    const { from, to } = this.#range;
    const offsets = offsetStretches(this.#engine.zoneSource, timezone, this.#range);
    const read = { offsets, shown: weekMinutes([{ start: from, end: to }], offsets) };
    this.#known.set(timezone, read);
    return read;
  }
}
