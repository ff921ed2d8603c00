/** What is asked of a handoff. A field that is left out is not filtered on; `at` left out is now. */
export interface Request {
  /** Epoch milliseconds. */
  readonly at?: number | undefined;
  /** `voice` or `chat`; any other matches only queues that name no channel. */
  readonly channel?: string | undefined;
  /** BCP 47 tag; a malformed one matches only queues that name no language. */
  readonly language?: string | undefined;
}
