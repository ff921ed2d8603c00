import type { Contender } from "../interleave.ts";
import { installed, load } from "../load.ts";
import type { Lookups } from "../lookups.ts";
import { weighed } from "../weighed.ts";

interface FlattenIntervalTree {
  readonly IntervalTree: new () => Tree;
}

interface Tree {
  insert(key: [low: number, high: number]): unknown;
  intersect_any(key: [low: number, high: number]): boolean;
}

/** One tree a queue; its intervals hold both their ends. `intersect_any` stops at the first it finds. */
export async function flattenIntervalTree({ boundaries, queue, at, count }: Lookups): Promise<Contender> {
  const { IntervalTree } = await load<FlattenIntervalTree>("@flatten-js/interval-tree");
  const { built: trees, bytes } = weighed(() =>
    boundaries.map((ends) => {
      const tree = new IntervalTree();
      for (let i = 0; i < ends.length; i += 2) tree.insert([ends[i] as number, (ends[i + 1] as number) - 1]);
      return tree;
    }),
  );
  return {
    name: "@flatten-js/interval-tree",
    version: installed("@flatten-js/interval-tree"),
    questions: count >> 3,
    bytes,
    sum(from, to) {
      let sum = 0;
      for (let i = from; i < to; i++) {
        const minute = Math.floor((at[i] as number) / 60_000);
        const open = (trees[queue[i] as number] as Tree).intersect_any([minute, minute]);
        sum = (sum + (open ? (i & 1023) + 1 : 0)) | 0;
      }
      return sum;
    },
  };
}
