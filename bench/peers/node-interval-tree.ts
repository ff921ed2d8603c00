import type { Contender } from "../interleave.ts";
import { installed, load } from "../load.ts";
import type { Lookups } from "../lookups.ts";
import { weighed } from "../weighed.ts";

interface NodeIntervalTree {
  readonly IntervalTree: new () => Tree;
}

interface Tree {
  insert(record: { readonly low: number; readonly high: number }): boolean;
  search(low: number, high: number): readonly unknown[];
}

/** One tree a queue. Its intervals hold both their ends, so ours end a minute earlier; whole minutes are small integers. */
export async function nodeIntervalTree({ boundaries, queue, at, count }: Lookups): Promise<Contender> {
  const { IntervalTree } = await load<NodeIntervalTree>("node-interval-tree");
  const { built: trees, bytes } = weighed(() =>
    boundaries.map((ends) => {
      const tree = new IntervalTree();
      for (let i = 0; i < ends.length; i += 2) {
        tree.insert({ low: ends[i] as number, high: (ends[i + 1] as number) - 1 });
      }
      return tree;
    }),
  );
  return {
    name: "node-interval-tree",
    version: installed("node-interval-tree"),
    questions: count >> 3,
    bytes,
    sum(from, to) {
      let sum = 0;
      for (let i = from; i < to; i++) {
        const minute = Math.floor((at[i] as number) / 60_000);
        const found = (trees[queue[i] as number] as Tree).search(minute, minute);
        if (found.length > 0) sum = (sum + (i & 1023) + 1) | 0;
      }
      return sum;
    },
  };
}
