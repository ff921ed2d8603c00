import type { Request } from "../resolve/request.ts";

/** A request for what an agent is told. */
export interface AgentRequest extends Request {
  /**
   * IANA name of the caller's time zone: facts then hold the caller's clock as well, and texts speak by it. One that is
   * unknown, or whose data cannot be read, counts as left out.
   */
  readonly timezone?: string | undefined;
}

/** A request for a transfer, which may hold on to what the conversation was told before. */
export interface TransferRequest extends AgentRequest {
  /** When the conversation was told that the handoff is available, epoch milliseconds. */
  readonly since?: number | undefined;
  /** For how long after `since` a transfer is still good when the queue has closed meanwhile. From 0 to a day. */
  readonly holdMs?: number | undefined;
}

/** A request that says when. */
export type At<Asked extends Request> = Asked & { readonly at: number };
