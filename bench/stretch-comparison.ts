import type { TimeComparison } from "./comparison.ts";
import { ENGINE_VERSION } from "./engine.ts";
import type { Lives } from "./hosts/lives.ts";
import { timingOf } from "./interleave.ts";

/** How long a roll keeps the event loop from anything else. */
export function stretchComparison({ handoffs, fromJson }: Lives): TimeComparison {
  const name = `longest stretch of a roll of ${handoffs.toLocaleString("en")} handoffs`;
  const longest = fromJson.map((life) => life.longest * 1e6);
  const timing = timingOf({ name, version: ENGINE_VERSION, questions: 1 }, longest);
  return {
    title: "The longest stretch of a roll",
    about:
      "In each process of the cold start, the clock moves a day ahead 30 times, and `resolve()` is asked 500 times on each " +
      "of these days; the roll goes on within these calls. On one of the days a new era of the tree begins. The longest " +
      "call of each process, and the median of these, as the machine now and then stops a process for as long.",
    question: "stretch",
    timings: [timing],
    measures: [],
    figures: [
      {
        name,
        promised: false,
        exact: false,
        measured: timing.median / 1e6,
        bar: 5,
        bound: "at most",
        unit: " ms",
      },
    ],
  };
}
