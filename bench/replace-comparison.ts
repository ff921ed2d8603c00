import { ratioFigure, type TimeComparison } from "./comparison.ts";
import { ENGINE_VERSION } from "./engine.ts";
import type { Lives } from "./hosts/lives.ts";
import { timingOf } from "./interleave.ts";

/** Another configuration that differs in one handoff, against an engine of all of it. */
export function replaceComparison({ handoffs, fromJson }: Lives): TimeComparison {
  const all = `createEngine of ${handoffs.toLocaleString("en")} handoffs`;
  const one = `replace of one of ${handoffs.toLocaleString("en")} handoffs`;
  const nanoseconds = (milliseconds: readonly number[]) => milliseconds.map((ms) => ms * 1e6);
  const created = nanoseconds(fromJson.map(({ created }) => created));
  const replaced = nanoseconds(fromJson.flatMap((life) => life.replaced));
  const timings = [
    timingOf({ name: all, version: ENGINE_VERSION, questions: 1 }, created),
    timingOf({ name: one, version: ENGINE_VERSION, questions: 1 }, replaced),
  ];
  return {
    title: "Replace",
    about:
      "In each process of the cold start, five times: `engine.replace` of `{ ...engine.configuration, handoffs }`, where " +
      "`handoffs` are the engine's own but for one, whose three queues get other hours. The law in Temporal checks that one " +
      "after each replace.",
    question: "configuration",
    timings,
    measures: [one],
    figures: ratioFigure(timings, [all, one], "at least", 50),
  };
}
