import type { Contender } from "../interleave.ts";
import { installed, load } from "../load.ts";
import type { Lookups } from "../lookups.ts";
import { weighed } from "../weighed.ts";

interface Mnemonist {
  readonly StaticIntervalTree: new (intervals: readonly (readonly [number, number])[]) => Tree;
}

interface Tree {
  intervalsContainingPoint(point: number): readonly unknown[];
}

/** One tree a queue; its intervals hold both their ends. */
export async function mnemonist(asked: Lookups): Promise<Contender> {
  const { boundaries, count } = asked;
  const { StaticIntervalTree } = await load<Mnemonist>("mnemonist");
  const { built: trees, bytes } = weighed(() =>
    boundaries.map((ends) => {
      const intervals: [number, number][] = [];
      for (let i = 0; i < ends.length; i += 2) intervals.push([ends[i] as number, (ends[i + 1] as number) - 1]);
      return new StaticIntervalTree(intervals);
    }),
  );
  return {
    name: "mnemonist StaticIntervalTree",
    version: installed("mnemonist"),
    questions: count >> 2,
    bytes,
    sum(from, to) {
      const { queue, at } = asked;
      let sum = 0;
      for (let i = from | 0; i < to; i++) {
        const tree = trees[queue[i] as number] as Tree;
        const found = tree.intervalsContainingPoint(Math.floor((at[i] as number) / 60_000)).length;
        sum = (sum + found * ((i & 1023) + 1)) | 0;
      }
      return sum;
    },
  };
}
