import type { Available } from "../resolve/resolution.ts";
import { instantError, isInstant, MS_PER_DAY } from "../time/instant.ts";
import type { At, TransferRequest } from "./agent-request.ts";
import type { Answers } from "./answers.ts";

/** A transfer that is still good because the conversation was told so before the queue closed. */
export interface Hold {
  /** When the conversation was told, epoch milliseconds. */
  readonly since: number;
  /** The last instant at which the transfer is good. */
  readonly until: number;
}

/** Why a hold that was asked for does not help: it is over, nothing was available then, or someone closed by hand. */
export type NoHold = "expired" | "not_available_then" | "closed_by_hand";

export interface Held {
  readonly resolution: Available;
  readonly hold: Hold;
}

/** Throws a RangeError for what can be no hold: also while none is needed, so that a host learns of it before it is. */
export function checkHold({ since, holdMs }: TransferRequest): void {
  if (since !== undefined && since !== null && !isInstant(since)) throw instantError("since", since);
  if (holdMs === undefined || holdMs === null) return;
  if (typeof holdMs !== "number" || !(holdMs >= 0 && holdMs <= MS_PER_DAY)) {
    throw new RangeError(`\`holdMs\` must be from 0 to ${MS_PER_DAY} milliseconds, a day, got ${String(holdMs)}`);
  }
}

/**
 * Whether what was told at `since` still holds at `at`, for a handoff that is no longer available. Nothing is taken on
 * trust: that it was available then is worked out again. Undefined when no hold is asked for.
 */
export function heldSince(answers: Answers, request: At<TransferRequest>): Held | NoHold | undefined {
  const { at, since, holdMs } = request;
  if (since === undefined || since === null || holdMs === undefined || holdMs === null) return undefined;
  // A closure beats every hold: whoever closes by hand wants no more transfers, whatever was said before.
  if (isClosedByHand(answers, request, since)) return "closed_by_hand";
  if (since > at || at - since > holdMs) return "expired";
  const resolution = answers.resolve({ ...request, at: since });
  if (!resolution.available) return "not_available_then";
  return { resolution, hold: { since, until: since + holdMs } };
}

/** Whether the queue that was chosen then is closed by hand now; where none was, the closure may be why. */
function isClosedByHand(answers: Answers, request: At<TransferRequest>, since: number): boolean {
  const now = answers.explain(request).queues;
  const then = answers.explain({ ...request, at: since }).queues;
  const place = then.findIndex(({ verdict }) => verdict === "chosen");
  return place < 0 ? now.some(({ verdict }) => verdict === "closure") : now[place]?.verdict === "closure";
}
