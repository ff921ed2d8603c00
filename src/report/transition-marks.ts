import { MINUTES_PER_DAY } from "../time/civil.ts";
import { MS_PER_MINUTE } from "../time/instant.ts";
import type { OffsetStretch } from "./civil-spans.ts";
import type { Range } from "./range.ts";
import type { FoldMark, GapMark, TransitionMark } from "./timeline-types.ts";

/** The transitions of a zone within a range; `offsets` reach beyond it. */
export function transitionMarks(
  timezone: string,
  offsets: readonly OffsetStretch[],
  { from, to }: Range,
): readonly TransitionMark[] {
  const marks: TransitionMark[] = [];
  for (let i = 1; i < offsets.length; i++) {
    const { start: at, offset: after } = offsets[i] as OffsetStretch;
    const { offset: before } = offsets[i - 1] as OffsetStretch;
    if (at >= from && at < to) marks.push({ kind: "transition", timezone, at, before, after });
  }
  return marks;
}

/** The civil minutes that a transition skips or repeats, by epoch day: two dates where it reaches over midnight. */
export function gapsAndFolds({
  timezone,
  at,
  before,
  after,
}: TransitionMark): readonly (readonly [day: number, mark: GapMark | FoldMark])[] {
  const minute = at / MS_PER_MINUTE;
  const start = minute + Math.min(before, after);
  const end = minute + Math.max(before, after);
  const kind = after > before ? "gap" : "fold";
  const found: (readonly [number, GapMark | FoldMark])[] = [];
  for (let day = Math.floor(start / MINUTES_PER_DAY); day * MINUTES_PER_DAY < end; day++) {
    const midnight = day * MINUTES_PER_DAY;
    const civilStart = Math.max(start - midnight, 0);
    const civilEnd = Math.min(end - midnight, MINUTES_PER_DAY);
    found.push([day, { kind, timezone, at, civilStart, civilEnd }]);
  }
  return found;
}
