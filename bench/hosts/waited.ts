import { openSync, readSync } from "node:fs";

const text = Buffer.alloc(64);
const file = opened();

function opened(): number | undefined {
  try {
    return openSync("/proc/thread-self/schedstat", "r");
  } catch {
    return undefined;
  }
}

/**
 * Milliseconds for which this thread has been ready and had no core, other threads of the process having them or other
 * processes. 0 where the system does not tell. Makes no garbage.
 */
export function waited(): number {
  if (file === undefined) return 0;
  // Three numbers: nanoseconds run, nanoseconds waited, how often.
  const length = readSync(file, text, 0, text.length, 0);
  let nanoseconds = 0;
  for (let i = text.indexOf(0x20) + 1; i < length && text[i] !== 0x20; i++) {
    nanoseconds = nanoseconds * 10 + (text[i] as number) - 0x30;
  }
  return nanoseconds / 1e6;
}
