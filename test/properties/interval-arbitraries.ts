import fc from "fast-check";
import type { CivilInterval } from "../../src/config/types.ts";
import { formatMinute } from "../../src/time/civil.ts";

/** Most transitions are between midnight and half past three. */
const minute: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 14 }).map((quarter) => quarter * 15) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 210 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 1439, 1425, 1380) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 1439 }) },
  { weight: 1, arbitrary: fc.integer({ min: 16, max: 47 }).map((half) => half * 30) },
);

const end: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: minute },
  { weight: 1, arbitrary: fc.constant(1440) },
);

const interval: fc.Arbitrary<CivilInterval> = fc
  .tuple(minute, end)
  .filter(([start, end]) => start !== end)
  .map(([start, end]) => ({ start: formatMinute(start), end: formatMinute(end) }));

/** Intervals of one date that touch each other, the last one overnight now and then. */
const touching: fc.Arbitrary<readonly CivilInterval[]> = fc
  .tuple(fc.uniqueArray(minute, { minLength: 3, maxLength: 5 }), fc.boolean())
  .map(([minutes, overnight]) => {
    const edges = minutes.sort((a, b) => a - b).map(formatMinute);
    const pairs = edges.slice(1).map((end, i) => ({ start: edges[i] as string, end }));
    const [first = "", last = ""] = [edges[0], edges.at(-1)];
    return overnight && first !== "00:00" ? [...pairs, { start: last, end: first }] : pairs;
  });

/** So many that a leaf of the index is bisected, not scanned. */
const many: fc.Arbitrary<readonly CivilInterval[]> = fc
  .uniqueArray(fc.oneof(minute, fc.noBias(fc.integer({ min: 0, max: 1439 }))), {
    minLength: 10,
    maxLength: 24,
    size: "max",
  })
  .map((minutes) => {
    const edges = minutes.sort((a, b) => a - b).map(formatMinute);
    const pairs = edges.map((start, i) => ({ start, end: edges[i + 1] ?? "24:00" }));
    return pairs.filter((_, i) => i % 2 === 0);
  });

/** Split shifts, overlaps, overnight, up to 24:00, none. */
export const intervals: fc.Arbitrary<readonly CivilInterval[]> = fc.oneof(
  { weight: 6, arbitrary: fc.array(interval, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: touching },
  { weight: 1, arbitrary: many },
  { weight: 1, arbitrary: fc.constant([]) },
);
