import type { DateException, Weekday } from "../config/types.ts";
import type { RangeOptions } from "./meaning.ts";
import type { ServedStretch, Stretch } from "./stretch.ts";

export interface TimelineRequest extends RangeOptions {
  readonly handoff: string;
  /** Place of one queue in the destination, from 0: its hours alone. Left out: which queue serves. */
  readonly queue?: number | undefined;
  /** As in a request to the handoff; not read for one queue. */
  readonly channel?: string | undefined;
  readonly language?: string | undefined;
  /** The zone of the civil axis. Default: that of the queue, or of the handoff's first queue. */
  readonly timezone?: string | undefined;
}

/** All that a picture of hours needs, as plain data. */
export interface Timeline {
  readonly handoff: string;
  /** Left out for the handoff as a whole. */
  readonly queue?: { readonly name: string; readonly index: number };
  /** The zone of the civil axis. */
  readonly timezone: string;
  readonly from: number;
  readonly to: number;
  /** When it is open, within the range. For the handoff: and which queue serves. */
  readonly open: readonly ServedStretch[];
  /** Every civil date from the first that the range shows to the last, also one that the zone skips. */
  readonly dates: readonly TimelineDate[];
}

/** A run of one civil date under one offset. Civil minutes are minutes of the date, 0 to 1440. */
export interface CivilSpan extends Stretch {
  readonly civilStart: number;
  readonly civilEnd: number;
  /** From UTC, in minutes. */
  readonly offset: number;
}

/** A part of a date that is open. */
export interface CivilOpen extends CivilSpan {
  readonly queue: string;
  readonly index: number;
}

export interface TimelineDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly weekday: Weekday;
  /** Real length: 1440 on most dates, 1380 with a gap of an hour, 0 when the zone skips the date. */
  readonly minutes: number;
  /** The whole date, also beyond the range: more than one where it has a transition, none where it is skipped. */
  readonly spans: readonly CivilSpan[];
  /** Within the range, cut where the date or the offset changes. */
  readonly open: readonly CivilOpen[];
  readonly marks: readonly Mark[];
}

/** Something about a date that is not as on any other. Of queues, those that may serve the request. */
export type Mark = GapMark | FoldMark | TransitionMark | ExceptionMark | SpillMark | CutSpillMark;

/** Civil minutes of the date that the clock of the axis skips at the instant `at`. */
export interface GapMark {
  readonly kind: "gap";
  readonly timezone: string;
  readonly at: number;
  readonly civilStart: number;
  readonly civilEnd: number;
}

/** Civil minutes of the date that the clock of the axis shows again from the instant `at` on. */
export interface FoldMark {
  readonly kind: "fold";
  readonly timezone: string;
  readonly at: number;
  readonly civilStart: number;
  readonly civilEnd: number;
}

/** A change of offset, in the zone of the axis or in that of a queue. It stands on the date that the axis shows at `at`. */
export interface TransitionMark {
  readonly kind: "transition";
  readonly timezone: string;
  readonly at: number;
  /** Offsets from UTC in minutes. */
  readonly before: number;
  readonly after: number;
}

/** What is about a queue. It stands on each date of the axis that shows any of its stretches. */
export interface QueueMark {
  readonly queue: string;
  readonly index: number;
  /** The zone of the queue, which `date` and `from` are dates of. */
  readonly timezone: string;
  readonly date: string;
  readonly stretches: readonly Stretch[];
}

/** The date has an exception. Its stretches are the whole date. */
export interface ExceptionMark extends QueueMark {
  readonly kind: "date_exception";
  readonly exception: DateException;
}

/** Open by an interval that began on the date before, `from`. */
export interface SpillMark extends QueueMark {
  readonly kind: "spill";
  readonly from: string;
  readonly by: "weekly_hours" | "date_exception";
}

/** Closed because the exception of `date` replaces what `from` would have spilled into it. */
export interface CutSpillMark extends QueueMark {
  readonly kind: "cut_spill";
  readonly from: string;
  readonly by: "weekly_hours" | "date_exception";
}
