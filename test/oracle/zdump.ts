import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What `zdump` says about a zone: it shares no code with the engine's reader, and none with Temporal. */
export interface ZdumpZone {
  /** UTC offset in seconds before the first reading. */
  readonly initial: number;
  /** The last second before each transition, and its first, in order. */
  readonly readings: readonly ZdumpReading[];
}

export interface ZdumpReading {
  /** Epoch seconds. */
  readonly at: number;
  /** UTC offset in seconds. */
  readonly offset: number;
}

const MANY = 1 << 28;

/** Zones as zdump reads their files in a folder; readings are those of the years `[from, to)`. */
export function zdump(
  folder: string,
  timezones: readonly string[],
  from: number,
  to: number,
): ReadonlyMap<string, ZdumpZone> {
  const paths = timezones.map((timezone) => join(folder, timezone));
  const range = ["-c", `${from},${to}`];
  const readings = readingsIn(run(["-v", ...range, ...paths]));
  // The first reading is of the second before the first transition; of zones without any, -v says nothing.
  const still = paths.filter((path) => !readings.has(path));
  const initials = still.length === 0 ? new Map<string, number>() : initialsIn(run(["-i", ...range, ...still]));
  return new Map(
    timezones.map((timezone, i) => {
      const path = paths[i] as string;
      const found = readings.get(path) ?? [];
      const initial = found[0]?.offset ?? initials.get(path);
      if (initial === undefined) throw new Error(`zdump says nothing about ${path}`);
      return [timezone, { initial, readings: found }];
    }),
  );
}

/** UTC offset in seconds. */
export function offsetBy({ initial, readings }: ZdumpZone, second: number): number {
  let low = -1;
  let high = readings.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((readings[middle] as ZdumpReading).at <= second) low = middle;
    else high = middle;
  }
  return readings[low]?.offset ?? initial;
}

function run(options: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync("zdump", options, { encoding: "utf8", maxBuffer: MANY });
  if (error !== undefined || status !== 0) {
    throw new Error(`zdump is needed, with its options -v and -i (Debian: libc-bin): ${error?.message ?? stderr}`);
  }
  return stdout;
}

/** `<path>  Sun Mar 11 06:59:59 2007 UT = Sun Mar 11 01:59:59 2007 EST isdst=0 gmtoff=-18000` */
function readingsIn(text: string): ReadonlyMap<string, readonly ZdumpReading[]> {
  const found = new Map<string, ZdumpReading[]>();
  for (const [, path = "", utc = "", offset] of text.matchAll(/^(\S+) +\w{3} (.*) UTC? = .* gmtoff=(-?\d+)$/gm)) {
    const reading = { at: Date.parse(`${utc} UTC`) / 1000, offset: Number(offset) };
    const readings = found.get(path);
    if (readings === undefined) found.set(path, [reading]);
    else readings.push(reading);
  }
  return found;
}

/** `TZ="<path>"`, and on the next line dashes for a time and the offset, as `-0330`, that is before the first transition. */
function initialsIn(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [, path = "", sign, digits = ""] of text.matchAll(/^TZ="(.*)"\n-\t-\t([+-])(\d+)/gm)) {
    const [hours, minutes, seconds] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)));
    const size = (hours as number) * 3600 + (minutes as number) * 60 + (seconds as number);
    found.set(path, sign === "-" ? -size : size);
  }
  return found;
}
