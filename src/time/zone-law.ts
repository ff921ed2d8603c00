import { formatInstant, LAST_INSTANT, MS_PER_MINUTE } from "./instant.ts";
import { type PosixRule, yearlyChanges } from "./posix-rule.ts";
import type { OffsetSpans } from "./zone.ts";
import { ZoneDataError } from "./zone-data-error.ts";

/**
 * All that is known of the clocks of a zone: offsets that are listed, then those of a yearly rule.
 *
 * INVARIANT (listed offsets): `starts` are epoch minutes that ascend strictly, the first is `from`; neighbours differ in
 * their offset; the rule, if any, gives the last listed offset at `ruleFrom`.
 */
export interface ZoneLaw {
  /** What it is the law of, for errors. */
  readonly label: string;
  /** Nothing is known before. */
  readonly from: number;
  /** Nothing is known from here on. */
  readonly end: number;
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
  /** What holds after `ruleFrom`; without one the last offset holds to the end. */
  readonly rule: PosixRule | undefined;
  readonly ruleFrom: number;
}

/** The offset spans of `[from, to)`. Throws a ZoneDataError (`E_TZDATA_RANGE`) where the law does not reach. */
export function spansOf(law: ZoneLaw, from: number, to: number): OffsetSpans {
  if (from < law.from || to > law.end) throw rangeError(law, from, to);
  const { starts, offsets, rule, ruleFrom } = law;
  const held = lastAtOrBefore(starts, from);
  const found = { from, to, starts: [from], offsets: [offsets[held] as number] };
  for (let i = held + 1; i < starts.length && (starts[i] as number) < to; i++) {
    found.starts.push(starts[i] as number);
    found.offsets.push(offsets[i] as number);
  }
  if (rule === undefined || to <= ruleFrom) return found;
  for (const { minute, offset } of yearlyChanges(rule, Math.max(from, ruleFrom), to)) {
    if (minute > ruleFrom && minute < to) changeTo(found, Math.max(minute, from), offset);
  }
  return found;
}

function rangeError({ label, from: first, end }: ZoneLaw, from: number, to: number): ZoneDataError {
  return new ZoneDataError(
    "E_TZDATA_RANGE",
    `time-zone data of ${label} holds ${shown(first)} to ${shown(end)}, and was asked for ${shown(from)} to ${shown(to)}`,
  );
}

function shown(minute: number): string {
  const at = minute * MS_PER_MINUTE;
  return Math.abs(at) <= LAST_INSTANT ? formatInstant(at) : "the end of time";
}

/** Another offset from `start` on, which is not before the last start. */
export function changeTo(
  { starts, offsets }: { readonly starts: number[]; readonly offsets: number[] },
  start: number,
  offset: number,
): void {
  if (starts[starts.length - 1] === start) {
    starts.pop();
    offsets.pop();
  }
  if (offsets[offsets.length - 1] === offset) return;
  starts.push(start);
  offsets.push(offset);
}

/** The index of the last start that is not after `minute`, 0 if there is none. */
function lastAtOrBefore(starts: readonly number[], minute: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= minute) low = middle;
    else high = middle;
  }
  return low;
}
