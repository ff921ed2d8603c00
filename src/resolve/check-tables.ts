import { LEAST_WIDTH, MINUTES_PER_DAY, NEVER } from "../tree/leaf.ts";
import { BOUNDARIES, FIRST_BIT, GUARDS, SECOND_BIT } from "../tree/leaf-bits.ts";
import { isLong, leafAt, startIn, widthIn } from "../tree/list.ts";
import { tableError } from "../tree/sections.ts";
import { ERA_BITS, eraEnd, eraOf } from "../tree/tree.ts";
import { CHANNEL_BITS } from "./channels.ts";
import { NO_QUEUE } from "./routes.ts";
import {
  ALIASES_TEXT,
  HANDOFF_TEXTS,
  LIKELY_REGIONS_TEXT,
  NO_TRANSFER,
  QUEUE_TEXTS,
  type SnapshotTables,
} from "./snapshot-tables.ts";

/** Where the time that `Date` can express ends. */
const LAST_DAY = 100_000_000;
/** No engine has so many; the minutes of all are counted in 32 bits. */
const TOO_MANY_DAYS = 1_000_000;
const DAYS_OF_ERA = 1 << ERA_BITS;
/** Every other half byte, and the bit above each. */
const HALVES = 0x0f0f0f0f;
const ABOVE = 0x10101010;
/** A leaf of this width has room for a boundary at every minute. */
const WIDEST = 10;

/**
 * Every number of the tables leads to a place that there is, whoever made the checksum. Throws a SnapshotError that names
 * the first that does not.
 */
export function checkTables(tables: SnapshotTables): void {
  const { firstDay, days, schedules, stride, words, listsStart, firstQueue, queues, setTexts, textStarts, nameSlots } =
    tables;
  const eras = eraOf(firstDay + days - 1) - eraOf(firstDay) + 1;
  const leavesStart = (days / 8 + eras) * stride;
  const handoffs = firstQueue.length - 1;
  const queueCount = queues.length >> 1;
  const texts = textStarts.length - 1;
  within("days", [days], 1, TOO_MANY_DAYS);
  within("first day", [firstDay], 0, LAST_DAY - days + 1);
  within("schedules", [schedules], 1, words.length + 1);
  within("rows and lists", [leavesStart], 0, words.length + 1);
  within("handoff texts", [tables.handoffTexts.length], handoffs * HANDOFF_TEXTS, handoffs * HANDOFF_TEXTS + 1);
  within("queue texts", [tables.queueTexts.length], queueCount * QUEUE_TEXTS, queueCount * QUEUE_TEXTS + 1);
  within("text of languages", [ALIASES_TEXT, LIKELY_REGIONS_TEXT], 0, texts);
  within("text of handoffs", tables.handoffTexts, 0, texts);
  within("text of queues", tables.queueTexts, 0, texts);
  within("text of language sets", setTexts, 0, texts);
  ascending("text starts", textStarts, tables.text.length);
  ascending("queues of handoffs", firstQueue, queueCount);
  within("schedule", queues, 0, schedules, 0, 2);
  within("language set and channels", queues, NO_QUEUE, setTexts.length << CHANNEL_BITS, 1, 2);
  // See INVARIANT (closed ranges): each begins behind the first NO_QUEUE of the one before, which leads to no transfer.
  let next = 0;
  for (const first of firstQueue) {
    if (first !== next || (tables.queueTexts[2 * next - 1] ?? NO_TRANSFER) !== NO_TRANSFER) {
      throw tableError(`queues of handoffs end at ${first}, not at ${next} without a transfer`);
    }
    while ((queues[2 * next++ + 1] as number) >= 0);
  }
  within("name slot", nameSlots, 0, handoffs + 1);
  // A search for a name that is not there must come to a free slot.
  if ((nameSlots.length & (nameSlots.length - 1)) !== 0 || !nameSlots.includes(0)) {
    throw tableError(`name slots are ${nameSlots.length}, not a power of two with a free one`);
  }
  // A function of its own would name all tables once more, for which the runtime has no bytes.
  const width = stride >> 3;
  for (let first = 0, lists = listsStart; first < days; lists += stride) {
    const end = Math.min(days, eraEnd(firstDay + first) - firstDay);
    /** The highest places that rows lead to, side by side as in rows: all below are of the list as well. */
    const highest = new Int32Array(width);
    for (let at = first * width; at < end * width; at++) {
      const word = words[at] as number;
      const high = highest[at % width] as number;
      highest[at % width] = higher(high, word) | (higher(high >> 4, word >> 4) << 4);
    }
    for (let s = 0; s < schedules; s++) {
      const list = words[lists + s] as number;
      // A long list has one for each day of the era, whatever rows say.
      for (let n = isLong(list) ? DAYS_OF_ERA : (((highest[s >> 3] as number) >> (s << 2)) & 15) + 1; n--; ) {
        if (startIn(list) < leavesStart || !isLeaf(words, leafAt(words, list, n, n), widthIn(list))) {
          throw tableError(`schedule ${s} has no leaf from day ${first} on`);
        }
      }
    }
    first = end;
  }
}

/** The higher of two half bytes, of four pairs at once: the bit above is kept where there is nothing to borrow from it. */
function higher(some: number, others: number): number {
  const a = some & HALVES;
  const b = others & HALVES;
  const kept = ((b | ABOVE) - a) & ABOVE;
  return a ^ ((a ^ b) & (kept - (kept >> 4)));
}

function isLeaf(words: Int32Array, leaf: number, width: number): boolean {
  const end = leaf + (1 << width);
  if (width < LEAST_WIDTH || width > WIDEST || end > words.length) return false;
  const open = (words[leaf] as number) & 1;
  // Two boundaries a word, the first in the higher bits.
  for (let i = 2 * leaf, before = 0; i < 2 * end; i++) {
    const word = words[i >> 1] as number;
    const boundary = (word >> (i & 1 ? SECOND_BIT : FIRST_BIT)) & NEVER;
    if ((word & ~BOUNDARIES) !== (GUARDS | open)) return false;
    if (boundary !== NEVER && (boundary <= before || boundary >= MINUTES_PER_DAY)) return false;
    before = boundary;
  }
  return true;
}

/** Numbers from `from` up to, not including, `to`: all, or each `step`th from the one at `first` on. */
function within(what: string, numbers: ArrayLike<number>, from: number, to: number, first = 0, step = 1): void {
  for (let i = first; i < numbers.length; i += step) {
    const number = numbers[i] as number;
    if (number >= from && number < to) continue;
    throw tableError(`${what} ${(i / step) | 0} is ${number}, not from ${from} to ${to - 1}`);
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
