import { cpus } from "node:os";
import { type CountComparison, ratio, type TimeComparison } from "./comparison.ts";
import { barText, type Figure, measuredText, short, verdict } from "./figure.ts";
import type { Form } from "./form.ts";
import type { Timing } from "./interleave.ts";

/** docs/benchmarks.md, whole. */
export function benchmarkPage(comparisons: readonly (TimeComparison | CountComparison)[], { rounds }: Form): string {
  const { node, v8, tz, icu } = process.versions;
  const figures = comparisons.flatMap((comparison) => comparison.figures);
  return `# Benchmarks

Written by \`npm run bench\`; do not edit. Node ${node}, V8 ${v8}, ICU ${icu}, tz database ${tz}, ${cpus().length} × ${cpus()[0]?.model}.

Contenders of one section run in turn in one process, ${rounds} rounds after a warm-up where nothing else is said, on the same
seeded inputs; those that are slow answer fewer of the same questions. Every answer is compared with the engine's in every
round. Times are medians, with the lowest and highest round; read the ratios, since machines differ.

## Bars

A promised figure must meet its bar: \`npm run bench:ci\` fails when one is below half of it, the rest being the noise of
machines that share their cores; bytes are counts, and fail beyond the bar itself. The other bars are where the work is
heading.

${table(["figure", "measured", "bar", "is it met", "promised"], figures.map(figureCells))}
${comparisons.map(section).join("")}`;
}

function figureCells(figure: Figure): readonly string[] {
  const how = verdict(figure);
  return [
    figure.name,
    measuredText(figure),
    barText(figure),
    how === "met" ? "yes" : how,
    figure.promised ? "yes" : "no",
  ];
}

function section(comparison: TimeComparison | CountComparison): string {
  const { title, about } = comparison;
  return `
## ${title}

${about}

${"rows" in comparison ? table(comparison.columns, comparison.rows) : timeTable(comparison)}
`;
}

function timeTable({ question, timings, measures, indexed }: TimeComparison): string {
  const slowestFirst = [...timings].sort((a, b) => b.median - a.median);
  const columns = [
    "contender",
    "what",
    `a ${question}`,
    "rounds",
    ...measures.map((measure) => `÷ ${measure}`),
    ...(indexed === undefined ? [] : [`bytes of index a ${indexed.noun}`]),
  ];
  const cells = ({ contender, median, low, high }: Timing) => [
    contender.name,
    contender.version ?? "",
    time(median),
    `${time(low)} to ${time(high)}`,
    ...measures.map((measure) => `${short(ratio(timings, contender.name, measure) ?? Number.NaN)}×`),
    ...(indexed === undefined ? [] : [contender.bytes === undefined ? "" : count(contender.bytes / indexed.count)]),
  ];
  return table(columns, slowestFirst.map(cells));
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}

function time(nanoseconds: number): string {
  if (nanoseconds < 1000) return `${nanoseconds.toFixed(nanoseconds < 100 ? 1 : 0)} ns`;
  if (nanoseconds < 1e6) return `${(nanoseconds / 1000).toFixed(1)} µs`;
  return nanoseconds < 1e9 ? `${(nanoseconds / 1e6).toFixed(1)} ms` : `${(nanoseconds / 1e9).toFixed(2)} s`;
}
