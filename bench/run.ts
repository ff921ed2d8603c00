/**
 * `npm run bench` prints tables for people and writes docs/benchmarks.md; `npm run bench:ci` is a short form that fails
 * when a promised figure is below half of its bar.
 */
import { writeFileSync } from "node:fs";
import { bundledParts } from "./bundled-parts.ts";
import { compileComparison } from "./compile-comparison.ts";
import { barText, measuredText, verdict } from "./figure.ts";
import { FULL, SHORT } from "./form.ts";
import { installPeers } from "./install.ts";
import { lookupComparison } from "./lookup-comparison.ts";
import { benchmarkPage } from "./page.ts";
import { nowComparison, resolveComparison } from "./resolve-comparison.ts";
import { printTable } from "./table.ts";

const short = process.argv.includes("--ci");
const form = short ? SHORT : FULL;

// opening_hours.js and date-fns-tz read the host's local fields: in UTC, no hour of theirs is skipped or repeated.
process.env["TZ"] = "UTC";

const peers = installPeers();
if (!peers && !short) throw new Error("the peers could not be installed: a page without them would be no comparison");
if (!peers) console.log("skipped: the peers could not be installed, so packages are not compared");

const parts = await bundledParts();
const lookup = await lookupComparison(form, parts, peers);
const comparisons = [lookup, resolveComparison(form), nowComparison(form), compileComparison(form, parts)];
const page = benchmarkPage(comparisons, form);

if (short) {
  console.log(page);
} else {
  for (const comparison of comparisons) await printTable(comparison);
  writeFileSync(new URL("../docs/benchmarks.md", import.meta.url), page);
}

for (const figure of comparisons.flatMap(({ figures }) => figures)) {
  const how = verdict(figure);
  console.log(
    `${how === "met" ? "ok" : how.toUpperCase()}: ${figure.name}: ${measuredText(figure)}, bar ${barText(figure)}`,
  );
  if (short && figure.promised && how === "below half of its bar") process.exitCode = 1;
}
