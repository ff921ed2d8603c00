import type { Contender } from "../interleave.ts";
import { installed, load } from "../load.ts";
import type { Lookups } from "../lookups.ts";

interface FlatbushModule {
  readonly default: new (items: number, nodeSize: number, numbers: typeof Int32Array) => Flatbush;
}

interface Flatbush {
  readonly data: ArrayBufferLike;
  add(minX: number, minY: number, maxX: number, maxY: number): number;
  finish(): void;
  collides(minX: number, minY: number, maxX: number, maxY: number): boolean;
}

/** One index a queue: intervals as boxes without height. `collides` stops at the first it finds. */
export async function flatbush(asked: Lookups): Promise<Contender> {
  const { boundaries, count } = asked;
  const { default: Index } = await load<FlatbushModule>("flatbush");
  const indexes = boundaries.map((ends) => {
    const index = new Index(ends.length / 2, 16, Int32Array);
    for (let i = 0; i < ends.length; i += 2) index.add(ends[i] as number, 0, (ends[i + 1] as number) - 1, 0);
    index.finish();
    return index;
  });
  return {
    name: "flatbush a queue",
    version: installed("flatbush"),
    questions: count >> 1,
    bytes: indexes.reduce((sum, { data }) => sum + data.byteLength, 0),
    sum(from, to) {
      const { queue, at } = asked;
      let sum = 0;
      for (let i = from | 0; i < to; i++) {
        const minute = Math.floor((at[i] as number) / 60_000);
        const open = (indexes[queue[i] as number] as Flatbush).collides(minute, 0, minute, 0);
        sum = (sum + ((i & 1023) + 1) * +open) | 0;
      }
      return sum;
    },
  };
}
