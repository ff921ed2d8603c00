import type { Configuration, HandoffConfiguration } from "../config/types.ts";
import type { Explanation, QueueExplanation, Verdict } from "../resolve/explanation.ts";
import type { Request } from "../resolve/request.ts";
import type { Resolution } from "../resolve/resolution.ts";
import type { ZoneSource } from "../time/zone.ts";

/**
 * A handoff as the agent's side sees it: by its answers, whatever decides them. So a briefing, a tool and a transfer can
 * say nothing else than `resolve`, `nextChange`, `intervals` and `explain` do.
 */
export interface Answers {
  readonly name: string;
  readonly functionName: string;
  readonly configuration: HandoffConfiguration;
  resolve(request: Request): Resolution;
  nextChange(request: Request): { readonly at: number; readonly resolution: Resolution } | undefined;
  intervals(request: Stretch): readonly { readonly start: number; readonly end: number; readonly queue: string }[];
  explain(request: Request): Explanation;
}

interface Stretch extends Omit<Request, "at"> {
  readonly from: number;
  readonly to: number;
}

/** What serves, beside the handoff. */
export interface Serving {
  readonly revision: number;
  readonly configuration: Configuration;
  readonly zones: ZoneSource;
}

const NOT_SERVING: readonly Verdict[] = ["disabled", "channel", "language"];

/** Whether a queue serves such a request at all, open or not. */
export function isServing({ verdict }: QueueExplanation): boolean {
  return !NOT_SERVING.includes(verdict);
}
