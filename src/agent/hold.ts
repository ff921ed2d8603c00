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

/**
 * Whether what was told at `since` still holds at `at`, for a handoff that is no longer available. Nothing is taken on
 * trust: that it was available then is worked out again. Undefined when no hold is asked for.
 */
export function heldSince(
  answers: Answers,
  request: At<TransferRequest>,
  isClosedByHand: boolean,
): Held | NoHold | undefined {
  const { at, since, holdMs } = request;
  if (since === undefined || since === null || holdMs === undefined || holdMs === null) return undefined;
  if (!isInstant(since)) throw instantError("since", since);
  if (typeof holdMs !== "number" || !(holdMs >= 0 && holdMs <= MS_PER_DAY)) {
    throw new RangeError(`\`holdMs\` must be from 0 to ${MS_PER_DAY} milliseconds, a day, got ${String(holdMs)}`);
  }
  // A closure by hand beats every hold: whoever closes wants no more transfers, whatever was said before.
  if (isClosedByHand) return "closed_by_hand";
  if (since > at || at - since > holdMs) return "expired";
  const resolution = answers.resolve({ ...request, at: since });
  if (!resolution.available) return "not_available_then";
  return { resolution, hold: { since, until: since + holdMs } };
}
