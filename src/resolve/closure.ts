import type { ChannelType } from "../config/types.ts";

/** What a closure closes: what all of its fields hold. `{}` is everything. */
export interface Scope {
  readonly handoff?: string;
  /** Of the handoff, which must be named too: the queues of that name, or the one at that place of the destination, from 0. */
  readonly queue?: string | number;
  readonly channel?: ChannelType;
  /** BCP 47 tag, which matches those of requests as a queue's `supported_languages` do. */
  readonly language?: string;
}

/** Something that is closed by hand, whatever its hours say, within `[since, until)`. */
export interface Closure {
  /** 1 for the first of an engine, and one more each time. */
  readonly id: number;
  readonly scope: Scope;
  /** Epoch milliseconds: the start of the minute in which it was closed. */
  readonly since: number;
  /** Epoch milliseconds, a whole minute; undefined until it is reopened. */
  readonly until: number | undefined;
  /** For operators. No agent is told it. */
  readonly reason: string;
  /** What the agent is told in place of the agent-unavailable instructions. */
  readonly message: string | undefined;
}
