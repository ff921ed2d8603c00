/** `npm run bench`: tables for people. `npm run bench:ci`: fails when a ratio is below its bar. */
import b from "benny";
import { interleave } from "./interleave.ts";
import { resolveContenders } from "./resolve.ts";

const BAR = 300;

const contenders = resolveContenders();
const [law, engine] = interleave(contenders, 7);
if (law === undefined || engine === undefined) throw new Error("no contenders");
const ratio = law.median / engine.median;
for (const { name, median, low, high } of [law, engine]) {
  const spread = `${low.toFixed(0)} to ${high.toFixed(0)}`;
  console.log(`${name.padEnd(40)} ${median.toFixed(0).padStart(9)} ns a question  (${spread})`);
}
console.log(`resolve against the law: ${ratio.toFixed(0)}x, bar ${BAR}x, answers equal`);

if (process.argv.includes("--ci")) {
  if (ratio < BAR) {
    console.error(`resolve against the law is below its bar: ${ratio.toFixed(0)}x < ${BAR}x`);
    process.exitCode = 1;
  }
} else {
  await b.suite(
    "resolve",
    ...contenders.map(({ name, run, questions }) =>
      b.add(name, () => {
        let i = 0;
        return () => {
          run(i);
          i = (i + 1) % questions;
        };
      }),
    ),
    b.cycle(),
    b.complete(),
  );
}
