/**
 * `npm run bench` prints tables for people and writes docs/benchmarks.md; `npm run bench:ci` is a short form that fails
 * when a promise is broken: a count beyond its bar, any other promised figure below half of it.
 */
import { writeFileSync } from "node:fs";
import { CHAPTERS } from "./chapters.ts";
import type { CountComparison, TimeComparison } from "./comparison.ts";
import { barText, isBroken, measuredText, verdict } from "./figure.ts";
import { FULL, SHORT } from "./form.ts";
import { HERE } from "./here.ts";
import { installPeers } from "./install.ts";
import { benchmarkPage } from "./page.ts";
import { runChapter } from "./run-chapter.ts";

const short = process.argv.includes("--ci");

const peers = installPeers();
if (!peers && !short) throw new Error("the peers could not be installed: a page without them would be no comparison");
if (!peers) console.log("skipped: the peers could not be installed, so packages are not compared");

const comparisons: (TimeComparison | CountComparison)[] = [];
for (const name of Object.keys(CHAPTERS)) {
  const start = performance.now();
  comparisons.push(...(await runChapter(name, short ? "short" : "full", peers)));
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

const page = benchmarkPage(comparisons, short ? SHORT : FULL);
if (short) console.log(page);
else writeFileSync(new URL("../docs/benchmarks.md", HERE), page);

for (const figure of comparisons.flatMap(({ figures }) => figures)) {
  const how = verdict(figure);
  const said = isBroken(figure) ? "BROKEN PROMISE" : how === "met" ? "ok" : how.toUpperCase();
  console.log(`${said}: ${figure.name}: ${measuredText(figure)}, bar ${barText(figure)}`);
  if (short && isBroken(figure)) process.exitCode = 1;
}
