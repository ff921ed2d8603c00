import { cpus } from "node:os";
import type { Timing } from "./interleave.ts";

export interface Comparison {
  readonly title: string;
  readonly about: string;
  /** How many times as long the first contender takes as the last, at the least. */
  readonly bar: number;
  /** Slowest first. */
  readonly timings: readonly Timing[];
}

/** docs/benchmarks.md, whole. */
export function benchmarkPage(comparisons: readonly Comparison[], rounds: number): string {
  const { node, v8, tz } = process.versions;
  return `# Benchmarks

Written by \`npm run bench\`; do not edit. Node ${node}, V8 ${v8}, tz database ${tz}, ${cpus().length} × ${cpus()[0]?.model}.

Contenders run in turn in one process, ${rounds} rounds after a warm-up, on the same seeded inputs. Times are medians a question, with the
lowest and highest round; read the ratios, since machines differ. \`npm run bench:ci\` fails when a ratio is below half of its bar.
${comparisons.map(section).join("")}`;
}

function section({ title, about, bar, timings }: Comparison): string {
  const slowest = timings[0]?.median ?? 0;
  const rows = timings.map(
    ({ name, median, low, high }) =>
      `| ${name} | ${nanoseconds(median)} | ${nanoseconds(low)} to ${nanoseconds(high)} | ${(slowest / median).toFixed(0)}× |`,
  );
  return `
## ${title}

${about} Bar: ${bar}×.

| contender | median | rounds | ratio |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}

function nanoseconds(value: number): string {
  return value < 1000 ? `${value.toFixed(0)} ns` : `${(value / 1000).toFixed(1)} µs`;
}
