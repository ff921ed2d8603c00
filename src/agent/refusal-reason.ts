import type { Explanation } from "../resolve/explanation.ts";
import { FIRST_INSTANT, MS_PER_DAY } from "../time/instant.ts";
import type { At, TransferRequest } from "./agent-request.ts";
import { type Answers, isServing } from "./answers.ts";
import { speechFor } from "./civil-text.ts";
import type { NoHold } from "./hold.ts";
import { type Clocks, type Moment, momentAt } from "./moment.ts";
import { phrase } from "./phrases.ts";
import { spokenInstant } from "./spoken.ts";

/** Why there is no transfer. */
export interface RefusalReason {
  /**
   * `closed`: no queue is open that serves the request. `closed_by_hand`: the same, and some of these queues, or all, are
   * closed by hand. `not_served`: none serves its channel and language, open or not. `removed`: the configuration no longer has this
   * handoff.
   */
  readonly code: "closed" | "closed_by_hand" | "not_served" | "removed";
  /** The reason as a sentence in the language of the request. */
  readonly text: string;
  /** When the handoff closed; undefined when that is more than a month ago, or it was not open before. */
  readonly since: Moment | undefined;
  /** Why the hold that the request asks for does not help; undefined when it asks for none. */
  readonly no_hold: NoHold | undefined;
}

/** Most closures began within a day, and the window reaches back a week as a rule. */
const LOOK_BACK_DAYS = [1, 7, 31];

export function refusalReason(
  answers: Answers,
  request: At<TransferRequest>,
  clocks: Clocks,
  no_hold: NoHold | undefined,
): RefusalReason {
  const speech = speechFor(request.language);
  const { phrases } = speech;
  const code = codeOf(answers.explain(request));
  if (code === "not_served" || code === "removed") {
    return { code, text: code === "not_served" ? phrases.notServed : phrases.closed, since: undefined, no_hold };
  }
  const closed = lastClosing(answers, request);
  if (closed === undefined) return { code, text: phrases.closed, since: undefined, no_hold };
  const when = spokenInstant(closed, { speech, clocks, now: request.at });
  return { code, text: phrase(phrases.closedSince, { when }), since: momentAt(closed, clocks), no_hold };
}

function codeOf({ queues }: Explanation): RefusalReason["code"] {
  if (queues.length === 0) return "removed";
  if (queues.some(({ verdict }) => verdict === "closure")) return "closed_by_hand";
  return queues.some(isServing) ? "closed" : "not_served";
}

function lastClosing(answers: Answers, request: At<TransferRequest>): number | undefined {
  let to = request.at;
  for (const days of LOOK_BACK_DAYS) {
    const from = Math.max(request.at - days * MS_PER_DAY, FIRST_INSTANT);
    if (from >= to) return undefined;
    const last = answers.intervals({ ...request, from, to }).at(-1);
    if (last !== undefined) return last.end;
    to = from;
  }
  return undefined;
}
