import b from "benny";
import type { Comparison } from "./comparison.ts";

/** One comparison as people read it in a terminal. */
export async function printTable({ title, timings }: Comparison): Promise<void> {
  const cases = timings.flatMap(({ contender }) =>
    "round" in contender
      ? []
      : b.add(contender.name, () => {
          let i = 0;
          return () => {
            contender.sum(i, i + 1);
            i = (i + 1) % contender.questions;
          };
        }),
  );
  await b.suite(title, ...cases, b.configure({ cases: { maxTime: 0.3 } }), b.cycle(), b.complete());
}
