import { ratioFigure, type TimeComparison } from "./comparison.ts";
import { ENGINE_VERSION } from "./engine.ts";
import type { Lives } from "./hosts/lives.ts";
import { type Timing, timingOf } from "./interleave.ts";

const PARSE = "JSON.parse";
const FROM_JSON = "JSON.parse and createEngine";
const FROM_SNAPSHOT = "loadSnapshot and the first resolve";
const TRUSTED = "the same, trusted";

/** From bytes in memory to an engine that answers. */
export function coldStartComparison({ handoffs, fromJson, fromSnapshot, fromTrusted }: Lives): TimeComparison {
  const row = (name: string, version: string, milliseconds: readonly number[]): Timing =>
    timingOf(
      { name, version, questions: 1 },
      milliseconds.map((ms) => ms * 1e6),
    );
  const timings = [
    row(
      PARSE,
      `V8 ${process.versions.v8}`,
      fromJson.map(({ parsed }) => parsed),
    ),
    row(
      FROM_JSON,
      ENGINE_VERSION,
      fromJson.map(({ parsed, created }) => parsed + created),
    ),
    row(
      FROM_SNAPSHOT,
      `${ENGINE_VERSION}, runtime`,
      fromSnapshot.map(({ started }) => started),
    ),
    row(
      TRUSTED,
      `${ENGINE_VERSION}, runtime`,
      fromTrusted.map(({ started }) => started),
    ),
  ];
  return {
    title: "Cold start",
    about:
      `${handoffs.toLocaleString("en")} handoffs of 3 queues on 5,000 distinct typical schedules, as one JSON text and as the ` +
      "`engine.snapshot()` of it in an ArrayBuffer. Each start is a process of its own, in which nothing has run before; " +
      "one process tells the time until the text is parsed and until the engine stands. The law in Temporal checks 256 " +
      "answers of every start.",
    question: "start",
    timings,
    measures: [PARSE, FROM_SNAPSHOT],
    figures: [
      ...ratioFigure(timings, [FROM_JSON, PARSE], "at most", 2),
      ...ratioFigure(timings, [FROM_JSON, FROM_SNAPSHOT], "at least", 50),
    ],
  };
}
