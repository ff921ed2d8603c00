/** The tree imports nothing from other floors, so it has this number of its own. */
export const MINUTES_PER_DAY = 1440;

/**
 * A leaf is one UTC day of one schedule: ascending steps, packed into a shared pool as
 *
 *     [count] [0 << 16 | open] [minute << 16 | open] … [END]
 *
 * and named by the position of its first step. From a step's minute on, the queue is open or not.
 *
 * INVARIANT (packed leaf): the first step is at minute 0; steps ascend strictly and alternate between open and closed;
 * `count` stands right before the first step, END, greater than every key, right after the last.
 */
export const END = 0x7fffffff;

/** Leaves with more steps than this are bisected; shorter ones lie in one or two cache lines and are scanned. */
export const SCAN_LIMIT = 8;

/** The key of a minute of the day: greater than every step at or before it, less than every later one. */
export function keyOf(minuteOfDay: number): number {
  return (minuteOfDay << 16) | 0xffff;
}

export function stepMinute(step: number): number {
  return step >> 16;
}

/** How many steps after the first are in force at `key`. */
export function rankAt(steps: Int32Array, leaf: number, key: number): number {
  const count = steps[leaf - 1] as number;
  if (count > SCAN_LIMIT) return bisect(steps, leaf, count, key);
  let rank = 0;
  while ((steps[leaf + rank + 1] as number) <= key) rank++;
  return rank;
}

function bisect(steps: Int32Array, leaf: number, count: number, key: number): number {
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((steps[leaf + middle] as number) <= key) low = middle;
    else high = middle;
  }
  return low;
}

/** 1 when the queue is open at `key`, else 0: steps alternate, so the rank's parity is all there is to know. */
export function openAt(steps: Int32Array, leaf: number, key: number): number {
  return ((steps[leaf] as number) ^ rankAt(steps, leaf, key)) & 1;
}
