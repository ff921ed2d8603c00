import type { TimeComparison } from "./comparison.ts";
import { ENGINE_VERSION } from "./engine.ts";
import type { Lives } from "./hosts/lives.ts";
import { timingOf } from "./interleave.ts";

/** How long a roll keeps the event loop from anything else. */
export function stretchComparison({ handoffs, fromJson }: Lives): TimeComparison {
  const name = `longest stretch of a roll of ${handoffs.toLocaleString("en")} handoffs`;
  const row = (label: string, milliseconds: readonly number[]) =>
    timingOf(
      { name: label, version: ENGINE_VERSION, questions: 1 },
      milliseconds.map((ms) => ms * 1e6),
    );
  const whole = row(
    "from begin to end",
    fromJson.map(({ stretch }) => stretch.longest),
  );
  const own = row(
    name,
    fromJson.map(({ stretch }) => stretch.own),
  );
  return {
    title: "The longest stretch of a roll",
    about:
      "In each process of the cold start, the clock moves a day ahead 30 times, and `resolve()` is asked 500 times on each " +
      "of these days; the roll goes on within these calls. On one of the days a new era of the tree begins. The longest " +
      "call of each process, and the median of these: what the call itself took, garbage collection and all, less the time for " +
      "which the system had given its core to another thread; and beside it all the time from its begin to its end.",
    question: "stretch",
    timings: [own, whole],
    measures: [],
    figures: [
      {
        name,
        promised: true,
        exact: false,
        measured: own.median / 1e6,
        bar: 5,
        bound: "at most",
        unit: " ms",
      },
    ],
  };
}
