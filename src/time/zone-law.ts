import { FIRST_INSTANT, formatInstant, MS_PER_MINUTE } from "./instant.ts";
import { type PosixRule, yearlyChanges } from "./posix-rule.ts";
import type { OffsetSpans } from "./zone.ts";

/**
 * All that the clocks of a zone do from 1972-01-08 on: offsets that are listed, then those of a yearly rule.
 *
 * INVARIANT (listed offsets): `starts` are epoch minutes that ascend strictly, the first that of 1972-01-08; neighbours
 * differ in their offset; the rule, if any, gives the last listed offset at `ruleFrom`.
 */
export interface ZoneLaw {
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
  /** What holds after `ruleFrom`; without one the last offset holds for good. */
  readonly rule: PosixRule | undefined;
  readonly ruleFrom: number;
}

const FIRST_MINUTE = FIRST_INSTANT / MS_PER_MINUTE;

/** The offset spans of `[from, to)`. Throws a RangeError before 1972-01-08. */
export function spansOf({ starts, offsets, rule, ruleFrom }: ZoneLaw, from: number, to: number): OffsetSpans {
  if (from < FIRST_MINUTE) throw new RangeError(`offsets are known from ${formatInstant(FIRST_INSTANT)} on`);
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
