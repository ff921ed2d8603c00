import { parseDate } from "../time/civil.ts";
import { MS_PER_DAY, MS_PER_MINUTE } from "../time/instant.ts";
import type { ZoneSource } from "../time/zone.ts";
import { civilMs, instantsAt } from "./civil-instants.ts";
import { instantsShowing, offsetStretches, widened } from "./civil-spans.ts";
import type { Premise } from "./expectation-types.ts";

/** Whether a fact about a time zone holds under a source's law. The premise must be sound. */
export function premiseHolds(premise: Premise, zones: ZoneSource): boolean {
  const { timezone } = premise;
  switch (premise.kind) {
    case "gap":
    case "fold": {
      const [before, after] = [minutesOf(premise.before), minutesOf(premise.after)];
      const at = Date.parse(premise.at);
      if (offsetAt(zones, timezone, at - 1) !== before || offsetAt(zones, timezone, at) !== after) return false;
      return premise.kind === "gap" ? after > before : after < before;
    }
    case "skipped_date": {
      const day = parseDate(premise.date) as number;
      const wide = widened({ from: day * MS_PER_DAY, to: (day + 1) * MS_PER_DAY });
      return instantsShowing(offsetStretches(zones, timezone, wide), day).length === 0;
    }
    case "skipped_civil_time":
      return instantsAt(zones, timezone, civilMs(premise.civil) as number).length === 0;
    case "repeated_civil_time": {
      const shown = instantsAt(zones, timezone, civilMs(premise.civil) as number);
      return shown.length === 2 && shown.every((at, i) => at === Date.parse(premise.instants[i] as string));
    }
    case "offset":
      return offsetAt(zones, timezone, Date.parse(premise.at)) === minutesOf(premise.offset);
    case "civil": {
      const at = Date.parse(premise.at);
      return at + offsetAt(zones, timezone, at) * MS_PER_MINUTE === civilMs(premise.civil);
    }
  }
}

function offsetAt(zones: ZoneSource, timezone: string, at: number): number {
  return offsetStretches(zones, timezone, { from: at, to: at + 1 })[0]?.offset as number;
}

/** `-05:00`. */
function minutesOf(offset: string): number {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith("-") ? -minutes : minutes;
}
