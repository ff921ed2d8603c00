/**
 * A leaf is one UTC day of one schedule: ascending steps, packed into a shared pool as
 *
 *     [count] [0 << 16 | open] [minute << 16 | open] … [END]
 *
 * and named by the position of its first step. From a step's minute on, the queue is open or not.
 *
 * INVARIANT (packed leaf): the first step is at minute 0; steps ascend strictly and alternate between open and closed;
 * `count` stands right before the first step; END, greater than every key, right after the last.
 */
export const END = 0x7fffffff;

/** Leaves with more steps than this are bisected: below it a scan touches one or two cache lines anyway. */
export const SCAN_LIMIT = 8;

/** The key of a minute of the day: greater than every step at or before it, less than every later one. */
export function keyOf(minuteOfDay: number): number {
  return (minuteOfDay << 16) | 0xffff;
}

export function stepMinute(step: number): number {
  return step >> 16;
}

/** Position of the step in force at `key`. */
export function stepAt(steps: Int32Array, leaf: number, key: number): number {
  const count = steps[leaf - 1] as number;
  let low = leaf;
  if (count > SCAN_LIMIT) {
    let high = leaf + count;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((steps[middle] as number) <= key) low = middle;
      else high = middle;
    }
    return low;
  }
  while ((steps[low + 1] as number) <= key) low++;
  return low;
}

/** 1 when the step in force at `key` is an open one, else 0. */
export function openAt(steps: Int32Array, leaf: number, key: number): number {
  return (steps[stepAt(steps, leaf, key)] as number) & 1;
}
