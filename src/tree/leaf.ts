/** The tree imports nothing from other floors, so it has this number of its own. */
export const MINUTES_PER_DAY = 1440;

/**
 * A leaf is one UTC day of one schedule: ascending steps of 16 bits, padded to a power of two,
 *
 *     [0 << 1 | open] [minute << 1 | open] … [END] [END] …
 *
 * From a step's minute on, the queue is open or not.
 *
 * INVARIANT (padded leaf): the first step is at minute 0; steps ascend strictly and alternate between open and closed; a
 * leaf of width `w` has `1 << w` places, filled up with END, which is greater than every key.
 */
export const END = 0xffff;

/** The narrowest leaf, four steps: a day with one interval fits, and leaves begin at multiples of four. */
export const LEAST_WIDTH = 2;

/** The key of a minute of the day: above every step up to that minute, at or below every later one. */
export function keyOf(minuteOfDay: number): number {
  return (minuteOfDay + 1) << 1;
}

export function stepMinute(step: number): number {
  return step >> 1;
}

/** `open`: sorted boundaries in minutes of the day, 0 to 1440. */
export function stepsOf(open: readonly number[]): readonly number[] {
  const steps: number[] = open[0] === 0 ? [] : [0];
  for (let i = 0; i < open.length; i++) {
    const minute = open[i] as number;
    if (minute < MINUTES_PER_DAY) steps.push((minute << 1) | (i % 2 === 0 ? 1 : 0));
  }
  return steps;
}

/** The least width that holds each of the leaves, given as their steps. */
export function widthFor(leaves: readonly (readonly number[])[]): number {
  let width = LEAST_WIDTH;
  for (const steps of leaves) while (1 << width < steps.length) width++;
  return width;
}

/** Writes leaves side by side from `start` on, where there is room for `leaves.length << width` steps. */
export function writeLeaves(
  steps: Uint16Array,
  start: number,
  width: number,
  leaves: readonly (readonly number[])[],
): void {
  let at = start;
  for (const leaf of leaves) {
    const end = at + (1 << width);
    for (let i = 0; i < leaf.length; i++) steps[at++] = leaf[i] as number;
    while (at < end) steps[at++] = END;
  }
}

/**
 * Whether it is open at `key`, as 1 or 0: a bisection without branches, for a processor cannot guess whether a queue is
 * open. It ends at four steps, whose state follows from how many of them have been passed, as steps alternate. So it reads
 * `width + 2` steps: the search is logarithmic in the changes of that day.
 */
export function openIn(steps: Uint16Array, leaf: number, width: number, key: number): number {
  let at = leaf;
  // `(step - key) >> 31` has all bits where the step has been passed, else none.
  for (let half = (1 << width) >> 1; half > 2; half >>= 1) at += half & (((steps[at + half] as number) - key) >> 31);
  const second = ((steps[at + 1] as number) - key) >> 31;
  const third = ((steps[at + 2] as number) - key) >> 31;
  const fourth = ((steps[at + 3] as number) - key) >> 31;
  return ((steps[at] as number) ^ second ^ third ^ fourth) & 1;
}

/** Where the step in force at `key` stands. */
export function seek(steps: Uint16Array, leaf: number, width: number, key: number): number {
  let at = leaf;
  for (let half = (1 << width) >> 1; half > 0; half >>= 1) at += half & (((steps[at + half] as number) - key) >> 31);
  return at;
}

/**
 * A list of leaves of one width that lie side by side, as one number: where it begins in fours, and the width.
 */
export function listOf(start: number, width: number): number {
  return ((start >> 2) << 4) | width;
}

/** The same list among steps that were moved by a multiple of four. */
export function moveList(list: number, by: number): number {
  return list + ((by >> 2) << 4);
}

export function widthIn(list: number): number {
  return list & 15;
}

/** Where the leaf at that place of the list begins. */
export function leafAt(list: number, place: number): number {
  return ((list >> 4) << 2) + (place << widthIn(list));
}

/** Whether the leaf at that place of the list has just these steps. */
export function leafHolds(steps: Uint16Array, list: number, place: number, wanted: readonly number[]): boolean {
  const leaf = leafAt(list, place);
  const room = 1 << widthIn(list);
  if (wanted.length > room || leaf + room > steps.length) return false;
  for (let i = 0; i < room; i++) if (steps[leaf + i] !== (wanted[i] ?? END)) return false;
  return true;
}
