import { nearest } from "./nearest.ts";
import { didYouMean } from "./problem.ts";
import { quote, quoteName } from "./quote.ts";

/** A handoff, topic, task, queue, channel or event was named that there is not. */
export class UnknownNameError extends Error {
  readonly code = "E_NAME_UNKNOWN";
  /** The nearest names, best first. */
  readonly nearest: readonly string[];

  constructor(
    noun: "handoff" | "topic" | "task" | "queue" | "channel" | "event",
    name: unknown,
    known: Iterable<string>,
  ) {
    const names = typeof name === "string" ? nearest(name, known, 3) : [];
    const shown = typeof name === "string" ? quoteName(name) : quote(name);
    super(`no ${noun} is named ${shown}${didYouMean(names.map(quoteName))}`);
    this.name = "UnknownNameError";
    this.nearest = names;
  }
}
