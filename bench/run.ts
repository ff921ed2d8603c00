/**
 * `npm run bench` prints tables for people and writes docs/benchmarks.md; `npm run bench:ci` fails when a ratio is below
 * half of its bar.
 */
import { writeFileSync } from "node:fs";
import b from "benny";
import { type Contender, interleave } from "./interleave.ts";
import { benchmarkPage, type Comparison } from "./page.ts";
import { resolveContenders } from "./resolve.ts";

const ROUNDS = 7;

const contenders = resolveContenders();
const comparisons: readonly Comparison[] = [
  {
    title: "`resolve` against the law in Temporal",
    about:
      "1,000 handoffs of 3 queues with 3,000 distinct schedules (5 days, 20 exceptions each), random handoff, channel, " +
      "language and instant of the window. Both answer the same questions; their answers are compared.",
    bar: 300,
    timings: interleave(contenders, ROUNDS),
  },
];

let failed = 0;
for (const { title, bar, timings } of comparisons) {
  const [slow, fast] = timings;
  const ratio = (slow?.median ?? 0) / (fast?.median ?? 1);
  const line = `${title}: ${ratio.toFixed(0)}x, bar ${bar}x, answers equal`;
  // Half of the bar: on a machine that is busy with something else, a round can take twice its time.
  if (ratio < bar / 2) failed++;
  console.log(ratio < bar / 2 ? `BELOW HALF OF ITS BAR ${line}` : line);
}

if (process.argv.includes("--ci")) {
  process.exitCode = failed === 0 ? 0 : 1;
} else {
  await table(contenders);
  writeFileSync(new URL("../docs/benchmarks.md", import.meta.url), benchmarkPage(comparisons, ROUNDS));
}

async function table(all: readonly Contender[]): Promise<void> {
  const cases = all.map(({ name, run, questions }) =>
    b.add(name, () => {
      let i = 0;
      return () => {
        run(i);
        i = (i + 1) % questions;
      };
    }),
  );
  await b.suite("resolve", ...cases, b.cycle(), b.complete());
}
