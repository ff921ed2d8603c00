import type { Contender } from "../interleave.ts";
import { installed, load } from "../load.ts";
import type { Lookups } from "../lookups.ts";

interface D3Array {
  bisectRight(sorted: Float64Array, value: number, low: number, high: number): number;
}

/** All boundaries of all queues in one array; a queue is open after an odd number of its own. */
export async function d3Array(asked: Lookups): Promise<Contender> {
  const { boundaries, count } = asked;
  const { bisectRight } = await load<D3Array>("d3-array");
  const first = new Int32Array(boundaries.length + 1);
  boundaries.forEach((ends, q) => {
    first[q + 1] = (first[q] as number) + ends.length;
  });
  const flat = new Float64Array(first[boundaries.length] as number);
  boundaries.forEach((ends, q) => {
    flat.set(
      Array.from(ends, (minute) => minute * 60_000),
      first[q],
    );
  });
  return {
    name: "d3-array bisect on flat arrays",
    version: installed("d3-array"),
    questions: count,
    bytes: flat.byteLength + first.byteLength,
    sum(from, to) {
      const { queue, at } = asked;
      let sum = 0;
      for (let i = from | 0; i < to; i++) {
        const low = first[queue[i] as number] as number;
        const place = bisectRight(flat, at[i] as number, low, first[(queue[i] as number) + 1] as number);
        sum = (sum + ((place - low) & 1) * ((i & 1023) + 1)) | 0;
      }
      return sum;
    },
  };
}
