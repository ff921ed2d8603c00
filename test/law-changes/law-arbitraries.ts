import fc from "fast-check";
import type { Law, Turn } from "./law.ts";
import { EVER } from "./law.ts";

/** Two laws of the same zones that are mostly alike, as those of two releases are. */
export interface LawPair {
  readonly one: Law;
  readonly other: Law;
}

const DAY = 1440;

const offset: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -12, max: 14 }).map((hours) => hours * 60) },
  { weight: 1, arbitrary: fc.constantFrom(-570, 345, 525, 630, 765) },
  { weight: 1, arbitrary: fc.integer({ min: -720, max: 840 }) },
);

/** Mostly of an hour; of a whole day as well, which skips or repeats a date. */
const shift: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(60, -60) },
  { weight: 2, arbitrary: fc.constantFrom(30, -30, 120, -120) },
  { weight: 1, arbitrary: fc.integer({ min: -90, max: 90 }) },
);

/** On the hour by the wall clock, or anywhere. */
const minuteOfDay: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: 23 }).map((hour) => hour * 60),
  fc.nat({ max: DAY - 1 }),
);

/** Within the days `[0, days)` after the epoch minute `from`. */
function turn(from: number, days: number): fc.Arbitrary<{ readonly at: number; readonly shift: number }> {
  return fc.record({ day: fc.nat({ max: days - 1 }), minute: minuteOfDay, shift }).map((drawn) => ({
    at: from + drawn.day * DAY + drawn.minute,
    shift: drawn.shift,
  }));
}

type Edit = (turns: readonly Turn[]) => readonly Turn[];

/** What a new release does to a zone: nothing, a transition that is called off, moved or new, or another law. */
function edit(from: number, days: number): fc.Arbitrary<Edit> {
  const which = fc.nat({ max: 9 });
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant<Edit>((turns) => turns) },
    {
      weight: 2,
      arbitrary: which.map(
        (i): Edit =>
          (turns) =>
            turns.filter((_, t) => t === 0 || t !== 1 + (i % 3)),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(which, fc.integer({ min: -2 * DAY, max: 2 * DAY })).map(
        ([i, by]): Edit =>
          (turns) =>
            turns.map((turn, t) => (t > 0 && t === 1 + (i % 3) ? { ...turn, from: turn.from + by } : turn)),
      ),
    },
    {
      weight: 2,
      arbitrary: turn(from, days).map(
        ({ at, shift: by }): Edit =>
          (turns) => [...turns, { from: at, offset: (turns[0] as Turn).offset + by }],
      ),
    },
    {
      weight: 1,
      arbitrary: offset.map(
        (other): Edit =>
          () => [{ from: EVER, offset: other }],
      ),
    },
  );
}

/** In order, without what changes nothing, and within 14 hours of UTC. */
function lawful(turns: readonly Turn[]): readonly Turn[] {
  const sorted = turns
    .map(({ from, offset: given }) => ({ from, offset: Math.max(-840, Math.min(840, given)) }))
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, i, all) => from !== all[i + 1]?.from);
  return sorted.filter(({ offset: here }, i) => here !== sorted[i - 1]?.offset);
}

/** `from` in epoch minutes: the transitions are in the days after it. */
export function lawPair(timezones: readonly string[], from: number, days: number): fc.Arbitrary<LawPair> {
  const zone = fc.record({
    offset,
    turns: fc.array(turn(from, days), { maxLength: 3, size: "max" }),
    edits: fc.array(edit(from, days), { minLength: 1, maxLength: 2 }),
  });
  return fc.tuple(...timezones.map(() => zone)).map((zones) => {
    const laws = zones.map(({ offset: first, turns, edits }) => {
      const one: Turn[] = [{ from: EVER, offset: first }];
      for (const { at, shift: by } of [...turns].sort((a, b) => a.at - b.at)) {
        one.push({ from: at, offset: (one.at(-1) as Turn).offset + by });
      }
      return { one: lawful(one), other: lawful(edits.reduce((law, change) => change(law), one as readonly Turn[])) };
    });
    const lawOf = (which: keyof LawPair) =>
      Object.fromEntries(timezones.map((timezone, z) => [timezone, laws[z]?.[which] ?? []]));
    return { one: lawOf("one"), other: lawOf("other") };
  });
}
