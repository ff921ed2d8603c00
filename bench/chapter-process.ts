/** Runs one chapter and sends what it measured: `chapter-process.ts <chapter> <short or full> <peers or none>`. */
import { CHAPTERS, type Chapter } from "./chapters.ts";
import { FULL, SHORT } from "./form.ts";
import { printTable } from "./table.ts";

const [name = "", form, peers] = process.argv.slice(2);
const comparisons = await (CHAPTERS[name] as Chapter)(form === "short" ? SHORT : FULL, peers === "peers");
if (form === "full") {
  for (const comparison of comparisons) if ("timings" in comparison) await printTable(comparison);
}
// As JSON: what cannot be sent, the functions, is not needed there.
process.send?.(comparisons);
