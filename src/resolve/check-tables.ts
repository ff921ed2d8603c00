import { END, LEAST_WIDTH, leafAt, MINUTES_PER_DAY, widthIn } from "../tree/leaf.ts";
import { tableError } from "../tree/sections.ts";
import { ERA_BITS, eraOf } from "../tree/tree.ts";
import { CHANNEL_BITS } from "./channels.ts";
import {
  ALIASES_TEXT,
  HANDOFF_TEXTS,
  LIKELY_REGIONS_TEXT,
  QUEUE_TEXTS,
  type SnapshotTables,
} from "./snapshot-tables.ts";

/** Where the time that `Date` can express ends. */
const LAST_DAY = 100_000_000;
/** A leaf of this width has room for a step at every minute. */
const WIDEST = 11;
const PAST_DAY: number = MINUTES_PER_DAY << 1;

/**
 * Every number of the tables leads to a place that there is, whoever made the checksum. Throws a SnapshotError that names
 * the first that does not.
 */
export function checkTables(tables: SnapshotTables): void {
  const { firstDay, days, schedules, rows, lists, firstQueue, queues, setTexts, textStarts, nameSlots } = tables;
  const eras = eraOf(firstDay + days - 1) - eraOf(firstDay) + 1;
  const handoffs = firstQueue.length - 1;
  const queueCount = queues.length >> 1;
  const texts = textStarts.length - 1;
  within("first day", [firstDay], 0, LAST_DAY);
  within("days", [days], 1, LAST_DAY - firstDay + 1);
  within("schedules", [schedules], 1, lists.length + 1);
  within("rows", [rows.length], days * schedules, days * schedules + 1);
  within("lists", [lists.length], eras * schedules, eras * schedules + 1);
  within("handoff texts", [tables.handoffTexts.length], handoffs * HANDOFF_TEXTS, handoffs * HANDOFF_TEXTS + 1);
  within("queue texts", [tables.queueTexts.length], queueCount * QUEUE_TEXTS, queueCount * QUEUE_TEXTS + 1);
  within("text of languages", [ALIASES_TEXT, LIKELY_REGIONS_TEXT], 0, texts);
  within("text of handoffs", tables.handoffTexts, 0, texts);
  within("text of queues", tables.queueTexts, 0, texts);
  within("text of language sets", setTexts, 0, texts);
  ascending("text starts", textStarts, tables.text.length);
  ascending("queues of handoffs", firstQueue, queueCount);
  within("schedule", queues, 0, schedules, 0, 2);
  within("language set and channels", queues, 0, setTexts.length << CHANNEL_BITS, 1, 2);
  within("name slot", nameSlots, 0, handoffs + 1);
  // A search for a name that is not there must come to a free slot.
  if ((nameSlots.length & (nameSlots.length - 1)) !== 0 || !nameSlots.includes(0)) {
    throw tableError(`name slots are ${nameSlots.length}, not a power of two with a free one`);
  }
  checkLeaves(tables, eras);
}

function checkLeaves({ firstDay, days, schedules, rows, lists, steps }: SnapshotTables, eras: number): void {
  for (let era = 0; era < eras; era++) {
    const first = Math.max(0, ((eraOf(firstDay) + era) << ERA_BITS) - firstDay);
    const end = Math.min(days, ((eraOf(firstDay) + era + 1) << ERA_BITS) - firstDay);
    const last = highest(rows, first * schedules, end * schedules, schedules);
    for (let s = 0; s < schedules; s++) {
      const list = lists[era * schedules + s] as number;
      for (let place = 0; place <= (last[s] as number); place++) {
        if (isLeaf(steps, list, leafAt(list, place))) continue;
        throw tableError(`leaf ${place} of schedule ${s} in era ${era} has no steps of a day`);
      }
    }
  }
}

/** The highest place that each schedule has in the rows `[from, to)`. A loop of its own, for there are millions of places. */
function highest(rows: Uint8Array, from: number, to: number, schedules: number): Uint8Array {
  const last = rows.slice(from, from + schedules);
  for (let at = from + schedules, s = 0; at < to; at++, s = s + 1 === schedules ? 0 : s + 1) {
    if ((rows[at] as number) > (last[s] as number)) last[s] = rows[at] as number;
  }
  return last;
}

function isLeaf(steps: Uint16Array, list: number, leaf: number): boolean {
  const width = widthIn(list);
  const end = leaf + (1 << width);
  if (list < 0 || width < LEAST_WIDTH || width > WIDEST || end > steps.length) return false;
  if ((steps[leaf] as number) > 1) return false;
  for (let i = leaf + 1; i < end; i++) {
    const [before, step] = [steps[i - 1] as number, steps[i] as number];
    if (step === END) continue;
    if (before === END || step >= PAST_DAY || step >> 1 <= before >> 1 || (step & 1) === (before & 1)) return false;
  }
  return true;
}

/** Numbers from `from` up to, not including, `to`: all, or each `step`th from the one at `first` on. */
function within(what: string, numbers: ArrayLike<number>, from: number, to: number, first = 0, step = 1): void {
  for (let i = first; i < numbers.length; i += step) {
    const number = numbers[i] as number;
    if (number >= from && number < to) continue;
    throw tableError(`${what} ${Math.floor(i / step)} is ${number}, not from ${from} to ${to - 1}`);
  }
}

/** From 0 to `end`, none less than the one before it. */
function ascending(what: string, numbers: Int32Array, end: number): void {
  let before = 0;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    if (number < before || (i === 0 && number !== 0)) throw tableError(`${what} ${i} is ${number} after ${before}`);
    before = number;
  }
  if (numbers.length === 0 || before !== end) throw tableError(`${what} end at ${before}, not ${end}`);
}
