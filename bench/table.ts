import b from "benny";
import type { TimeComparison } from "./comparison.ts";

/** One comparison as people read it in a terminal; nothing of what cannot be asked one question after the other. */
export async function printTable({ title, timings }: TimeComparison): Promise<void> {
  const cases = timings.flatMap(({ contender: { name, questions, sum } }) =>
    sum === undefined
      ? []
      : b.add(name, () => {
          let i = 0;
          return () => {
            sum(i, i + 1);
            i = (i + 1) % questions;
          };
        }),
  );
  if (cases.length === 0) return;
  await b.suite(title, ...cases, b.configure({ cases: { maxTime: 0.3 } }), b.cycle(), b.complete());
}
